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
