namespace PrivacyAnalyzers.Tests.Support;

/// <summary>Statements that tests check code against.</summary>
internal static class Statements
{
    /// <summary>Every key once, with several classes, recipients and retention rules.</summary>
    public const string Example = """
        statement: Example Communications privacy statement
        effective: 2026-01-08
        dataClasses:
          customer-account: { role: controller }
          customer-usage:   { role: [controller, processor] }
          customer-content: { role: processor }
        purposes:
          provide-service:  { basis: contract }
          fraud-prevention: { basis: legitimate-interest }
          marketing:        { basis: consent, optOut: { within: P3D } }
        categories:
          identifier:
            classes: [customer-account, customer-usage]
            sources: [sign-up, support]
            purposes: [provide-service, fraud-prevention, marketing]
            disclosedTo: [telephony-operators, fraud-scoring]
          electronic-activity:
            classes: [customer-account, customer-usage]
            sources: [automatic]
            purposes: [provide-service, fraud-prevention]
            disclosedTo: [telephony-operators]
          protected-characteristic:
            classes: [customer-account]
            purposes: [provide-service]
            consent: survey-opt-in
        retention:
          customer-relationship:  { keep: P7Y,  after: account-closed, then: delete }
          support-communications: { keep: P3Y,  after: account-closed, then: delete }
          account-default:        { keep: P60D, after: account-closed, then: anonymize }
          usage-records:          { keep: instructed, within: P30D, then: delete }
          invoices:               { keep: by-law, ground: tax, then: delete }
        recipients:
          telephony-operators: { kind: communications-provider, receives: [identifier, electronic-activity], classes: [customer-usage], regions: [US, EEA] }
          fraud-scoring:       { kind: service-provider, receives: [identifier], classes: [customer-account], regions: [US] }
        transfers:
          - { from: EEA, to: US, mechanisms: [binding-corporate-rules, standard-contractual-clauses] }
          - { from: EEA, to: US, product: email, mechanisms: [standard-contractual-clauses] }
        products: [voice, email]
        minimumAge: { US: 13, EEA: 16 }
        automatedDecisions:
          account-suspension: { notice: required, humanReview: required }
        logs:
          security-log: { purpose: fraud-prevention, accepts: [electronic-activity] }
        taxonomies:
          "Contoso.PrivateDataAttribute": identifier

        """;

    /// <summary>The least that is a statement.</summary>
    public const string Minimal = """
        statement: Minimal
        effective: 2026-01-08

        """;
}
