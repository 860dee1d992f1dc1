// Lengths, counts and tests of a value

// case: length
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Length} characters", customer.Email.Length);
}

// case: count of a list of people
class C(ILogger<C> logger)
{
    void M(List<Customer> customers) => logger.LogInformation("{Count} customers", customers.Count);
}

// case: contains and any
class C(ILogger<C> logger)
{
    void M(List<Customer> customers) => logger.LogInformation("{At} {Any}", customers[0].Email.Contains('@'), customers.Any());
}

// case: letters counted
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        int upper = 0;
        foreach (char letter in customer.Name)
            if (char.IsUpper(letter)) upper++;
        logger.LogInformation("{Upper} {Digits} {At}", upper, customer.Name.Count(char.IsDigit), customer.Email.IndexOf('@'));
        ReadOnlySpan<char> span = customer.Name.AsSpan();
        logger.LogInformation("{Length} {Empty}", span.Length, span.IsEmpty);
    }
}

// case: bytes, spans and parts
class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        log.Information("{Bytes}", System.Text.Encoding.UTF8.GetByteCount(customer.Email));
        log.Information("{Chars} {Parts}", customer.Email.AsSpan().Trim().Length, customer.Email.Split('@').Length);
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(customer.Name);
        log.Information($"{bytes.Length} bytes, {bytes.LongLength:N0}, {customer.Name.Trim().ToUpperInvariant().Length}");
    }
}

// case: groups and their sizes
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        foreach (IGrouping<string, Customer> group in customers.GroupBy(each => each.Plan))
            logger.LogInformation("{Plan}: {Count}", group.Key, group.Count());
        logger.LogInformation("{Groups}", string.Join(", ", customers.GroupBy(each => each.Plan).Select(group => $"{group.Key}: {group.Count()}")));
    }
}

// case: groups of values, without them
class C(NLog.Logger log)
{
    void M(List<Customer> customers)
    {
        var byMail = customers.GroupBy(each => each.Email);
        log.Info("{0} twice", byMail.Count(group => group.Count() > 1));
        foreach (var group in byMail)
            log.Info("{0} orders", group.Sum(each => each.Orders.Count));
    }
}

// case: distinct, longest, average
class C(ILogger<C> logger)
{
    void M(IEnumerable<Customer> customers)
    {
        int distinct = customers.Select(each => each.Email).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        int longest = customers.Max(each => each.Name.Length);
        double average = customers.Average(each => each.Email.Length);
        logger.LogInformation("{Distinct} {Longest} {Average}", distinct, longest, average);
        logger.LogInformation("{Count}", customers.ToDictionary(each => each.Email, each => each.Name).Count);
    }
}

// case: a metric of how many
class C(System.Diagnostics.Metrics.Counter<int> counter, System.Diagnostics.Metrics.Histogram<double> sizes)
{
    void M(List<string> mails, Customer customer)
    {
        mails.Add(customer.Email);
        counter.Add(mails.Count, new KeyValuePair<string, object?>("plan", customer.Plan));
        sizes.Record(customer.Name.Length);
    }
}

// case: through one's own collection
class Book
{
    private readonly List<string> _names = new();

    public int Count => _names.Count;

    public bool IsEmpty => _names.Count == 0;

    public int Add(string name)
    {
        _names.Add(name);
        return _names.Count - 1;
    }
}

class C(ILogger<C> logger)
{
    void M(Book book, Customer customer)
    {
        int index = book.Add(customer.Name);
        logger.LogInformation("Entry {Index} of {Count}, {IsEmpty}", index, book.Count, book.IsEmpty);
    }
}

// case: position of a character
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        int at = customer.Email.IndexOf('@');
        string where = at < 0 ? "missing" : at.ToString("D2", System.Globalization.CultureInfo.InvariantCulture);
        logger.LogInformation("The at sign stands at {Position} ({Where})", at, where);
        throw new FormatException("No domain after position " + at);
    }
}

// case: words counted, and only the counts shown
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        var counts = new Dictionary<string, int>();
        foreach (Customer customer in customers)
            counts[customer.Name] = counts.GetValueOrDefault(customer.Name) + 1;
        logger.LogInformation("{Most} {Counts}", counts.Values.Max(), string.Join(",", counts.Values));
        foreach (KeyValuePair<string, int> pair in counts)
            logger.LogInformation("{Count}", pair.Value);
        logger.LogInformation("{Sum}", counts.Sum(pair => pair.Value));
    }
}

// case: pages of people
record Page<T>(IReadOnlyList<T> Items, int Number, int Total)
{
    public bool IsLast => Number * 20 >= Total;
}

class C(Serilog.ILogger log)
{
    void M(List<Customer> customers)
    {
        var page = new Page<Customer>(customers.Take(20).ToList(), 1, customers.Count);
        log.Information("Page {Number} of {Total}, {Items} items, last: {IsLast}", page.Number, page.Total, page.Items.Count, page.IsLast);
        foreach (Customer[] chunk in customers.Chunk(5))
            log.Information("{Size}", chunk.Length);
        foreach (var (customer, index) in customers.Select((each, index) => (each, index)))
            log.Information("{Index} {Id}", index, customer.Id);
    }
}
