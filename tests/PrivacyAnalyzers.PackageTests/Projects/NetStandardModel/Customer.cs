using PrivacyAnalyzers;

[Transient]
public class Greeting
{
    [Identifier]
    public string Name { get; set; } = "";
}
