using PrivacyAnalyzers;

namespace Models;

[Retention("account-default")]
public class Customer
{
    [Identifier]
    public string Email { get; set; } = "";
}
