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
