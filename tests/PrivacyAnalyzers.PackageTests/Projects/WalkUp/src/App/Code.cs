using PrivacyAnalyzers;

[Retention("account-default")]
public record Customer([Identifier] string Email); // expect: warning PRIV2004
