// No statement anywhere; expect nowhere: note PRIV4008
using Microsoft.Extensions.Logging;
using PrivacyAnalyzers;

[Retention("anything")]
public record Customer([Identifier] string Email) // expect: warning PRIV2004
{
    public void Log(ILogger logger) => logger.LogInformation("{Email}", Email); // expect: warning PRIV1001
}
