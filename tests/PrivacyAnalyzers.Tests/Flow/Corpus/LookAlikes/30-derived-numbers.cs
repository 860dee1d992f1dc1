// Numbers and truths worked out from a person's data

// case: of age
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        DateTime limit = DateTime.Today.AddYears(-18);
        bool isAdult = customer.BirthDate <= limit;
        logger.LogInformation("Customer {Id} of age: {IsAdult}", customer.Id, isAdult);
    }
}

// case: a bucket
class C(System.Diagnostics.Activity activity)
{
    void M(Customer customer) => activity.SetTag("bucket", (customer.Email.Length % 16).ToString());
}

// case: a distance in whole kilometres
class C(Serilog.ILogger log)
{
    private static double Distance(double from, double to) => Math.Round(Math.Abs(from - to) * 111);

    void M(Address from, double shop) => log.Information("Closer than ten: {IsNear}", Distance(from.Latitude, shop) < 10);
}

// case: counted over many
class C(ILogger<C> logger)
{
    void M(List<Customer> customers)
    {
        int adults = customers.Count(each => each.BirthDate.Year < 2008);
        int named = 0;
        foreach (Customer customer in customers)
        {
            if (customer.Name.Length > 0)
                named++;
        }

        logger.LogInformation("{Adults} of {Count} of age, {Named} with a name", adults, customers.Count, named);
    }
}

// case: parsed to numbers, guids and dates
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        if (long.TryParse(customer.Phone, out long digits) && Guid.TryParse(customer.Name, out Guid id) && DateTime.TryParse(customer.Name, out DateTime at))
            logger.LogInformation("{Digits} {Id} {At}", digits, id, at);
        if (Enum.TryParse<DayOfWeek>(customer.Name, out var day))
            logger.LogInformation("{Day}", day);
    }
}

// case: years, days and weeks
class C(ILogger<C> logger)
{
    private static int AgeOf(DateTime birth, DateTime today) => today.Year - birth.Year - (today.DayOfYear < birth.DayOfYear ? 1 : 0);

    void M(Customer customer)
    {
        logger.LogInformation("{Age}", AgeOf(customer.BirthDate, DateTime.Today));
        logger.LogInformation("{IsMinor} {Class}", AgeOf(customer.BirthDate, DateTime.Today) < 18, AgeOf(customer.BirthDate, DateTime.Today) switch { < 18 => "minor", < 65 => "adult", _ => "senior" });
    }
}

// case: percent, total and rank over many
class C(Serilog.ILogger log)
{
    void M(List<Customer> customers, Customer customer)
    {
        double share = 100.0 * customers.Count(each => each.Phone is not null) / Math.Max(1, customers.Count);
        int rank = customers.OrderByDescending(each => each.Balance).ToList().IndexOf(customer) + 1;
        log.Information("{Share:F1} % with a phone number, rank {Rank}", share, rank);
        log.Information("{Richer}", customers.Count(each => each.Balance > customer.Balance));
    }
}

// case: in a metric by class
class C(System.Diagnostics.Metrics.Counter<int> counter)
{
    private static string Band(decimal balance) => balance switch { < 0 => "debt", < 100 => "low", _ => "high" };

    void M(Customer customer) => counter.Add(1, new KeyValuePair<string, object?>("band", Band(customer.Balance)), new KeyValuePair<string, object?>("shard", customer.Email.Length % 4));
}

// case: a score
class C(ILogger<C> logger)
{
    private static int Score(Customer customer)
    {
        int score = 0;
        if (customer.Email.EndsWith(".example", StringComparison.Ordinal))
            score += 10;
        foreach (char letter in customer.Name)
            score += char.IsUpper(letter) ? 1 : 0;
        return score;
    }

    void M(Customer customer)
    {
        int score = Score(customer);
        logger.LogInformation("Score {Score} of {Id}", score, customer.Id);
        if (score > 100)
            throw new InvalidOperationException("Score too high: " + score);
    }
}
