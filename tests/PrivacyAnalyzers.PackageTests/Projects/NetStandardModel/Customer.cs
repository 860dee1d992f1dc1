// No statement; expect nowhere: note PRIV4008
using PrivacyAnalyzers;

[Transient]
public class Greeting
{
    [Identifier]
    public string Name { get; set; } = "";
}
