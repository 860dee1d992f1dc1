// Checks of parameters that name them and do not show them

// case: the framework's
class C
{
    void M(Customer customer, string email)
    {
        ArgumentNullException.ThrowIfNull(customer.Email);
        ArgumentException.ThrowIfNullOrEmpty(customer.Email, nameof(email));
        ArgumentException.ThrowIfNullOrWhiteSpace(customer.Name);
    }
}

// case: a guard of one's own
static class Guard
{
    public static string NullOrEmpty(string? value, string name)
    {
        if (string.IsNullOrEmpty(value))
            throw new ArgumentException($"Required input {name} was empty", name);
        return value;
    }

    public static T Null<T>(T? value, string name) where T : class => value ?? throw new ArgumentNullException(name);
}

class C(ILogger<C> logger)
{
    private string _email = "";

    void M(Customer customer)
    {
        _email = Guard.NullOrEmpty(customer.Email, nameof(customer.Email));
        Customer same = Guard.Null(customer, nameof(customer));
        logger.LogDebug("Checked {Id}", same.Id);
    }
}

// case: an exception that names the member
class C
{
    void M(Customer customer)
    {
        if (!customer.Email.Contains('@'))
            throw new ArgumentException("The e-mail address is not valid", nameof(customer));
        if (customer.Name.Length > 200)
            throw new ArgumentOutOfRangeException(nameof(customer.Name), customer.Name.Length, "The name is too long");
    }
}

// case: a guard beside one that does show the value
static class Guard
{
    public static void Short(string value, string name)
    {
        if (value.Length > 200)
            throw new ArgumentException($"{name} is longer than 200 characters: {value.Length}", name);
    }

    public static void NoAt(string value)
    {
        if (value.Contains('@'))
            throw new ArgumentException("Not allowed: " + value);
    }
}

class C
{
    void M(Customer customer)
    {
        Guard.Short(customer.Name, "Name");
        Guard.NoAt(customer.Plan);
    }
}
