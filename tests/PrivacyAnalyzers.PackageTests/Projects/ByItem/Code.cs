using PrivacyAnalyzers;

[Retention("account-default")]
public record Customer([Identifier] string Email); // expect: warning PRIV2004

[Retention("found-default")] // expect: error PRIV4002
public record Visitor([Identifier] string Email); // expect: warning PRIV2004
