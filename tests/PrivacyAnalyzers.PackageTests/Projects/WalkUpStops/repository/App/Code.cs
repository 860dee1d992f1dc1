// The statement above the repository is not this project's; expect nowhere: note PRIV4008
using PrivacyAnalyzers;

[Retention("anything")]
public record Customer([Identifier] string Email); // expect: warning PRIV2004
