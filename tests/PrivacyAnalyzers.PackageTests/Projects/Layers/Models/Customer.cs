using PrivacyAnalyzers;

namespace Models;

[Retention("account-default")]
public class Customer // expect: warning PRIV2004
{
    [Identifier]
    public string Email { get; set; } = "";
}
