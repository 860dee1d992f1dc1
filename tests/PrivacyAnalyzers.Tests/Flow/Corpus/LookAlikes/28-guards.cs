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

// case: the framework's that put the value into the message
class C
{
    void M(Customer customer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative({|PRIV1003:customer.Balance|});
        ArgumentOutOfRangeException.ThrowIfZero(customer.Name.Length);
        if (customer.BirthDate > DateTime.Today)
            throw new ArgumentOutOfRangeException(nameof(customer), {|PRIV1003:customer.BirthDate|}, "Not born yet");
    }
}

// case: the framework's that only name it
class C
{
    void M(Customer customer)
    {
        ObjectDisposedException.ThrowIf(customer.Email.Length == 0, customer);
        System.Diagnostics.Debug.Assert(customer.Email.Contains('@'), "The address is not valid");
        System.Diagnostics.Trace.Assert(customer.Name.Length > 0);
        if (customer.Phone is null)
            throw new ArgumentNullException(nameof(customer), "No phone number");
    }
}

// case: with the text of the argument
static class Ensure
{
    public static T NotNull<T>(T? value, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string? name = null) where T : class
    {
        if (value is null)
            Throw(name);
        return value!;
    }

    public static string Matches(string value, string pattern, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string? name = null) =>
        System.Text.RegularExpressions.Regex.IsMatch(value, pattern) ? value : throw new ArgumentException($"{name} does not match {pattern}", name);

    private static void Throw(string? name) => throw new ArgumentNullException(name, $"{name} was null");
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string phone = Ensure.NotNull(customer.Phone);
        _ = Ensure.Matches(customer.Email, "^[^@]+@[^@]+$");
        logger.LogDebug("{Digits} digits", phone.Count(char.IsDigit));
    }
}

// case: a result in place of an exception
readonly record struct Result(bool IsValid, string Error)
{
    public static Result Required(string value, string name) => value.Length > 0 ? new(true, "") : new(false, name + " is required");
}

class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        Result[] results = [Result.Required(customer.Email, "Email"), Result.Required(customer.Name, nameof(customer.Name))];
        foreach (Result result in results.Where(each => !each.IsValid))
            log.Warning("{Error} {Result}", result.Error, result);
    }
}

// case: validated and thrown
class C
{
    private static bool IsValid(string email) => email.Length < 320 && email.Contains('@');
    void M(Customer customer)
    {
        if (!IsValid(customer.Email))
            throw new ArgumentException($"Customer {customer.Id}: {nameof(customer.Email)} is not valid: {IsValid(customer.Email)}");
        if (customer.BirthDate > DateTime.UtcNow)
            throw new ArgumentOutOfRangeException(nameof(customer), "Born in the future");
    }
}
