using PrivacyAnalyzers;

[Retention("anything")]
public class Customer
{
    [Identifier]
    public string? Email { get; set; }
}
