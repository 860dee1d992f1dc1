// Lists and their kin: what goes in comes out

// case: Add
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var list = new List<string>();
        list.Add(customer.Email);
        logger.LogInformation("{First}", {|PRIV1001:list[0]|});
    }
}

// case: the list as a whole
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var list = new List<string> { "x" };
        list.Insert(0, customer.Email);
        logger.LogInformation("{List}", {|PRIV1001:list|});
    }
}

// case: AddRange
class C(ILogger<C> logger)
{
    void M(IEnumerable<Customer> customers)
    {
        var list = new List<string>();
        list.AddRange(customers.Select(customer => customer.Name));
        logger.LogInformation("{List}", {|PRIV1001:string.Join(", ", list)|});
    }
}

// case: indexer set
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var list = new List<string> { "a", "b" };
        list[1] = customer.Email;
        foreach (string item in list)
            logger.LogInformation("{Item}", {|PRIV1001:item|});
    }
}

// case: queue and stack
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var queue = new Queue<string>();
        queue.Enqueue(customer.Email);
        logger.LogInformation("{Next}", {|PRIV1001:queue.Dequeue()|});

        var stack = new Stack<string>();
        stack.Push(customer.Name);
        logger.LogInformation("{Top} {Again}", {|PRIV1001:stack.Peek()|}, {|PRIV1001:stack.Pop()|});
    }
}

// case: queue tried
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var queue = new Queue<string>();
        queue.Enqueue(customer.Email);
        if (queue.TryDequeue(out string? next))
            logger.LogInformation("{Next}", {|PRIV1001:next|});
    }
}

// case: set
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var set = new HashSet<string>();
        set.Add(customer.Email);
        logger.LogInformation("{First}", {|PRIV1001:set.First()|});
    }
}

// case: linked list
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var linked = new LinkedList<string>();
        linked.AddLast(customer.Name);
        logger.LogInformation("{All}", {|PRIV1001:string.Join(",", linked)|});
        logger.LogInformation("{Linked}", {|PRIV1001:linked.First!.Value|});
    }
}

// case: through the constructor and ToArray
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var list = new List<string>(new[] { customer.Email });
        string[] array = list.ToArray();
        logger.LogInformation("{First} {Range}", {|PRIV1001:array[0]|}, {|PRIV1001:list.GetRange(0, 1)[0]|});
    }
}

// case: concurrent
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var bag = new System.Collections.Concurrent.ConcurrentQueue<string>();
        bag.Enqueue(customer.Email);
        logger.LogInformation("{Bag}", {|PRIV1001:bag.First()|});
    }
}

// case: immutable
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var list = System.Collections.Immutable.ImmutableList<string>.Empty.Add(customer.Name);
        logger.LogInformation("{First}", {|PRIV1001:list[0]|});
    }
}

// case: list of carriers
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var list = new List<Dto>();
        list.Add(new Dto { Id = 1, Mail = customer.Email });
        logger.LogInformation("{Mail} {Id}", {|PRIV1001:list[0].Mail|}, list[0].Id);
    }
}

// case: found in a list of people
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        Customer? found = customers.Find(customer => customer.Id == 7);
        logger.LogInformation("{Name} {Plan}", {|PRIV1001:found?.Name|}, found?.Plan);
    }
}

// case: ForEach
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        customers.ForEach(customer => logger.LogInformation("{Name}", {|PRIV1001:customer.Name|}));
    }
}

// case: ConvertAll
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        List<string> mails = customers.ConvertAll(customer => customer.Email);
        logger.LogInformation("{First}", {|PRIV1001:mails[0]|});
    }
}

// case: a helper adds to it
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var list = new List<string>();
        Fill(list, customer);
        logger.LogInformation("{First}", {|PRIV1001:list[0]|});
    }

    static void Fill(ICollection<string> target, Customer customer) => target.Add(customer.Email);
}

// case: cleared
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var list = new List<string>();
        list.Add(customer.Email);
        list.Clear();
        list.Add(customer.Plan);
        logger.LogInformation("{List} {First}", string.Join(",", list), list[0]);
    }
}

// case: counts and answers
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var list = new List<string> { customer.Email };
        logger.LogInformation("{Count} {Has} {At} {Capacity} {Any}", list.Count, list.Contains(customer.Email), list.IndexOf("x"), list.Capacity, list.Exists(item => item == ""));
    }
}

// case: another list
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var mails = new List<string> { customer.Email };
        var plans = new List<string> { customer.Plan };
        mails.AddRange(plans);
        logger.LogInformation("{Plans}", string.Join(",", plans));
    }
}

// case: sorted set
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var set = new SortedSet<string> { customer.Name };
        logger.LogInformation("{Min}", {|PRIV1001:set.Min|});
    }
}

// case: collection
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var collection = new System.Collections.ObjectModel.Collection<string> { customer.Email };
        logger.LogInformation("{First}", {|PRIV1001:collection[0]|});
    }
}

// case: priority queue
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var queue = new PriorityQueue<string, int>();
        queue.Enqueue(customer.Email, 1);
        logger.LogInformation("{Next}", {|PRIV1001:queue.Dequeue()|});
    }
}

// case: channel
class C(ILogger<C> logger)
{
    async Task M(Customer customer)
    {
        var channel = System.Threading.Channels.Channel.CreateUnbounded<string>();
        await channel.Writer.WriteAsync(customer.Email);
        string next = await channel.Reader.ReadAsync();
        logger.LogInformation("{Next}", {|PRIV1001:next|});
    }
}

// case: immutable array and its builder
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var builder = System.Collections.Immutable.ImmutableArray.CreateBuilder<string>();
        builder.Add(customer.Email);
        System.Collections.Immutable.ImmutableArray<string> array = builder.ToImmutable();
        logger.LogInformation("{First}", {|PRIV1001:array[0]|});
    }
}

// case: one list added to another
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var first = new List<string> { customer.Email };
        var second = new List<string>();
        second.AddRange(first);
        IReadOnlyList<string> read = second.AsReadOnly();
        logger.LogInformation("{Last}", {|PRIV1001:read[^1]|});
    }
}

// case: sorted
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var list = new List<string> { "b", customer.Email };
        list.Sort();
        logger.LogInformation("{First}", {|PRIV1001:list[0]|});
    }
}

// case: copied out
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var list = new List<string> { customer.Email };
        var target = new string[2];
        list.CopyTo(target);
        logger.LogInformation("{Copied}", {|PRIV1001:target[0]|});
    }
}

// case: a field of the type
class C(ILogger<C> logger)
{
    private readonly List<string> _mails = new();

    public void Add(Customer customer) => _mails.Add(customer.Email);

    public void Show() => logger.LogInformation("{Mails} {Count}", {|PRIV1001:string.Join(",", _mails)|}, _mails.Count);
}
