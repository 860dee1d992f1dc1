// async, Task.Result, ValueTask and what is run elsewhere

// case: awaited helper
class C(ILogger<C> logger)
{
    static async Task<string> MailAsync(Customer customer)
    {
        await Task.Yield();
        return customer.Email;
    }
    async Task M(Customer customer) => logger.LogInformation("{Mail}", {|PRIV1001:await MailAsync(customer)|});
    void N(Customer customer) => logger.LogInformation("{Mail}", {|PRIV1001:MailAsync(customer).Result|});
    void O(Customer customer) => logger.LogInformation("{Mail}", {|PRIV1001:MailAsync(customer).GetAwaiter().GetResult()|});
}

// case: ConfigureAwait and a local
class C(ILogger<C> logger)
{
    private static Task<string> NameAsync(Customer customer) => Task.FromResult(customer.Name);
    async Task M(Customer customer)
    {
        string name = await NameAsync(customer).ConfigureAwait(false);
        logger.LogInformation("{Name}", {|PRIV1001:name|});
    }
}

// case: ValueTask
class C
{
    private static ValueTask<string> PhoneAsync(Customer customer) => new(customer.Phone ?? "");
    private static ValueTask<string> MailAsync(Customer customer) => ValueTask.FromResult(customer.Email);
    async Task M(Customer customer)
    {
        Console.WriteLine({|PRIV1004:await PhoneAsync(customer)|});
        Console.WriteLine({|PRIV1004:await MailAsync(customer)|});
        Console.WriteLine({|PRIV1004:PhoneAsync(customer).AsTask().Result|});
    }
}

// case: Task.Run
class C(ILogger<C> logger)
{
    async Task M(Customer customer)
    {
        string text = await Task.Run(() => customer.Name + "!");
        logger.LogInformation("{Text}", {|PRIV1001:text|});
        await Task.Run(() => logger.LogInformation("{Email}", {|PRIV1001:customer.Email|}));
    }
}

// case: ContinueWith
class C(ILogger<C> logger)
{
    static Task<string> MailAsync(Customer customer) => Task.FromResult(customer.Email);
    Task M(Customer customer) => MailAsync(customer).ContinueWith(task => logger.LogInformation("{Mail}", {|PRIV1001:task.Result|}));
}

// case: WhenAll
class C(ILogger<C> logger)
{
    static Task<string> MailAsync(Customer customer) => Task.FromResult(customer.Email);
    async Task M(List<Customer> customers)
    {
        string[] mails = await Task.WhenAll(customers.Select(MailAsync));
        logger.LogInformation("{Mails}", {|PRIV1001:mails|});
        logger.LogInformation("{First}", {|PRIV1001:mails[0]|});
    }
}

// case: TaskCompletionSource
class C(ILogger<C> logger)
{
    async Task M(Customer customer)
    {
        var source = new TaskCompletionSource<string>();
        source.SetResult(customer.Email);
        logger.LogInformation("{Mail}", {|PRIV1001:await source.Task|});
    }
}

// case: async log helper
class C(ILogger<C> logger)
{
    async Task NoteAsync(string text, CancellationToken stop = default)
    {
        await Task.Delay(1, stop);
        logger.LogInformation("{Text}", text);
    }
    async Task M(Customer customer) => await NoteAsync({|PRIV1001:customer.Email|});
    Task N(Account account, CancellationToken stop) => NoteAsync({|PRIV1006:account.Password|}, stop);
}

// case: task of a person, kept in a variable
class C(ILogger<C> logger)
{
    static async Task<Customer?> FindAsync(int id) { await Task.Yield(); return id > 0 ? new Customer { Id = id } : null; }
    async Task M(int id)
    {
        Task<Customer?> task = FindAsync(id);
        Customer? customer = await task;
        logger.LogInformation("{Id} {Email}", customer?.Id, {|PRIV1001:customer?.Email|});
    }
}

// case: channel and semaphore
class C(ILogger<C> logger)
{
    async Task M(Customer customer)
    {
        var channel = System.Threading.Channels.Channel.CreateUnbounded<string>();
        await channel.Writer.WriteAsync(customer.Email);
        string mail = await channel.Reader.ReadAsync();
        logger.LogInformation("{Mail}", {|PRIV1001:mail|});
    }
}

// case: quiet for the task itself and its state
class C(ILogger<C> logger)
{
    static Task<string> MailAsync(Customer customer) => Task.FromResult(customer.Email);
    async Task M(Customer customer)
    {
        Task<string> task = MailAsync(customer);
        logger.LogInformation("{Status} {Done} {Id}", task.Status, task.IsCompleted, task.Id);
        string mail = await task;
        logger.LogInformation("{Length}", mail.Length);
    }
}

// case: async lambda and deferred await
class C(ILogger<C> logger)
{
    async Task M(Customer customer)
    {
        Func<Task<string>> load = async () => { await Task.Yield(); return customer.Email; };
        Task<string> running = load();
        await Task.Delay(1);
        logger.LogInformation("{Mail}", {|PRIV1001:await running|});
    }
}

// case: tuple of a task, and WhenAny
class C(ILogger<C> logger)
{
    static async Task<(int Id, string Mail)> RowAsync(Customer customer) { await Task.Yield(); return (customer.Id, customer.Email); }
    async Task M(Customer customer, Customer other)
    {
        (int id, string mail) = await RowAsync(customer);
        logger.LogInformation("{Id} {Mail}", id, {|PRIV1001:mail|});
        Task<(int Id, string Mail)> first = await Task.WhenAny(RowAsync(customer), RowAsync(other));
        logger.LogInformation("{Id} {Mail}", first.Result.Id, {|PRIV1001:first.Result.Mail|});
    }
}

// case: parallel loops
class C(ILogger<C> logger)
{
    void M(List<Customer> customers) => Parallel.ForEach(customers, customer => logger.LogInformation("{Name}", {|PRIV1001:customer.Name|}));
    Task N(List<Customer> customers) => Parallel.ForEachAsync(customers, async (customer, stop) =>
    {
        await Task.Delay(1, stop);
        logger.LogInformation("{Email}", {|PRIV1001:customer.Email|});
    });
}

// case: thread and timer with a state
class C
{
    void M(Customer customer)
    {
        new Thread(() => Console.WriteLine({|PRIV1004:customer.Name|})).Start();
        ThreadPool.QueueUserWorkItem(state => Console.WriteLine({|PRIV1004:state|}), customer.Email);
    }
}
