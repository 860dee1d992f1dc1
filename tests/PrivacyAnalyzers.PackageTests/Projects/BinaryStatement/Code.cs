using PrivacyAnalyzers;

[Retention("anything")]
public class Customer // expect: warning PRIV2004
{
    [Identifier]
    public string? Email { get; set; }
}
