// Flags about a person's data
using Microsoft.AspNetCore.Identity;

// case: of the framework's user
// known-alarm: [PersonalData] on a framework's bool makes it a source
class C(ILogger<C> logger)
{
    void M(IdentityUser user) => logger.LogInformation("Confirmed {Email}, {Phone}, two factors {Two}", user.EmailConfirmed, user.PhoneNumberConfirmed, user.TwoFactorEnabled);
}

// case: of settings
class Preferences
{
    public bool SendEmail { get; set; }
    public bool IsMobile { get; set; }
    public bool HasPassword { get; set; }
}

class C(System.Diagnostics.Activity activity)
{
    void M(Preferences preferences)
    {
        activity.SetTag("mobile", preferences.IsMobile);
        activity.SetTag("mail", preferences.SendEmail ? "yes" : "no");
        Console.WriteLine(preferences.HasPassword);
    }
}

// case: worked out
class Profile
{
    [Identifier] public string? Email { get; set; }
    [Credential] public string? Password { get; set; }
    public bool HasEmail => !string.IsNullOrEmpty(Email);
    public bool HasPassword => Password is { Length: > 0 };
}

class C(Serilog.ILogger log)
{
    void M(Profile profile)
    {
        log.Information("{HasEmail} {HasPassword}", profile.HasEmail, profile.HasPassword);
        log.Information("{Both}", profile.HasEmail && profile.HasPassword ? "both" : "not both");
    }
}
