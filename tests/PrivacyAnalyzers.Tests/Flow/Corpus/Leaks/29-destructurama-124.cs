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
