// destructurama/attributed#124: a masking attribute works where the whole object is destructured, not where the member is logged by itself

// case: as reported
class LogMaskedAttribute : Attribute;

class Profile
{
    public int Id { get; set; }
    [Identifier, LogMasked] public string Email { get; set; } = "";
}

class C(Serilog.ILogger log)
{
    void M(Profile profile)
    {
        log.Information("Profile {@Profile}", profile);
        log.Information("Mail changed to {Email}", {|PRIV1001:profile.Email|});
    }
}

// case: left out of the whole and read by itself
class NotLoggedAttribute : Attribute;

class Login
{
    public string Client { get; set; } = "";
    [Credential, NotLogged] public string Secret { get; set; } = "";
}

class C(Serilog.ILogger log)
{
    void M(Login login)
    {
        log.Debug("{@Login}", login);
        log.ForContext("Secret", {|PRIV1006:login.Secret|}).Debug("Login of {Client}", login.Client);
    }
}

// case: one member masked, another forgotten
class LogMaskedAttribute : Attribute;

class Profile
{
    [Identifier, LogMasked] public string Email { get; set; } = "";
    [Identifier] public string Phone { get; set; } = "";
}

class C(Serilog.ILogger log)
{
    void M(Profile profile) => log.Information("Profile {@Profile}", {|PRIV1005:profile|});
}

// case: in a copy, and through an interface
class LogMaskedAttribute : Attribute;

interface IHasEmail
{
    [Identifier] string Email { get; }
}

class Profile : IHasEmail
{
    public int Id { get; set; }
    [Identifier, LogMasked] public string Email { get; set; } = "";
}

class C(Serilog.ILogger log)
{
    void M(Profile profile)
    {
        IHasEmail same = profile;
        log.Information("Mail {Email}", {|PRIV1001:same.Email|});
        log.Information("Mail {@Mail}", {|PRIV1001:profile.Email|});
        log.Information("Anonymous {@Copy}", {|PRIV1005:new { profile.Id, profile.Email }|});
    }
}

// case: the attribute means nothing to another library
class LogMaskedAttribute : Attribute;

class Profile
{
    public int Id { get; set; }
    [Identifier, LogMasked] public string Email { get; set; } = "";
}

class C(ILogger<C> logger)
{
    void M(Profile profile) => logger.LogInformation("{Json}", {|PRIV1005:System.Text.Json.JsonSerializer.Serialize(profile)|});
}
