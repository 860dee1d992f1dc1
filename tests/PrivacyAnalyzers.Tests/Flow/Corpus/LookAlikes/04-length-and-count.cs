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
