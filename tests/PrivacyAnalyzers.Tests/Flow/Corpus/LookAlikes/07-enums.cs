// Values of enumerations

// case: channels
enum Channel
{
    Email,
    Voicemail,
    Phone,
}

class Contact
{
    public Channel Channel { get; set; }
    [Identifier] public string Value { get; set; } = "";
}

class C(ILogger<C> logger)
{
    void M(Contact contact)
    {
        logger.LogInformation("By {Channel}, {Name}", contact.Channel, Channel.Voicemail.ToString());
        throw new NotSupportedException($"{contact.Channel} is not supported");
    }
}

// case: chosen by looking at a value
enum AddressKind
{
    None,
    Private,
    Company,
}

class C(Serilog.ILogger log)
{
    private static AddressKind KindOf(string email) => email.EndsWith("@example.com", StringComparison.Ordinal) ? AddressKind.Company : email.Length > 0 ? AddressKind.Private : AddressKind.None;

    void M(Customer customer) => log.Information("Kind {Kind}", KindOf(customer.Email));
}

// case: in a switch
enum Outcome
{
    PasswordMissing,
    PasswordWrong,
    SignedIn,
}

class C(ILogger<C> logger)
{
    void M(Account account, string given)
    {
        Outcome outcome = account.Password switch
        {
            "" => Outcome.PasswordMissing,
            var password when password != given => Outcome.PasswordWrong,
            _ => Outcome.SignedIn,
        };
        logger.LogInformation("Sign-in: {Outcome} ({Number})", outcome, (int)outcome);
    }
}

// case: parsed from a value
enum Title
{
    None,
    Doctor,
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        bool isTitle = Enum.TryParse(customer.Name.Split(' ')[0], ignoreCase: true, out Title title);
        logger.LogInformation("{IsTitle} {Title}", isTitle, title);
        logger.LogInformation($"{title:D} {title.ToString().ToUpperInvariant()} {nameof(Title.Doctor)}");
    }
}

// case: keys and names
enum Field
{
    Email,
    Phone,
    Password,
}

class C(Serilog.ILogger log)
{
    void M(Customer customer)
    {
        var values = new Dictionary<Field, string?> { [Field.Email] = customer.Email, [Field.Phone] = customer.Phone };
        log.Information("{Fields}", string.Join(", ", values.Keys));
        log.Information("{Names}", string.Join(", ", Enum.GetNames<Field>()));
        log.Information("{Missing}", values.Count(pair => pair.Value is null));
    }
}

// case: what kind of value failed
enum Problem
{
    EmailInvalid,
    PhoneTooShort,
}

class ProblemException(Problem problem) : Exception("Validation failed: " + problem)
{
    public Problem Problem { get; } = problem;
}

class C(ILogger<C> logger)
{
    private static IEnumerable<Problem> Validate(Customer customer)
    {
        if (!customer.Email.Contains('@'))
            yield return Problem.EmailInvalid;
        if (customer.Phone?.Length < 5)
            yield return Problem.PhoneTooShort;
    }

    void M(Customer customer)
    {
        foreach (Problem problem in Validate(customer))
            logger.LogWarning("{Problem}", problem);
        logger.LogWarning("{Problems}", string.Join(", ", Validate(customer)));
        throw new ProblemException(Validate(customer).First());
    }
}
