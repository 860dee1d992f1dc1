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
