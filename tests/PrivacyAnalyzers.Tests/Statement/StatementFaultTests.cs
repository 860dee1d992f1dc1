using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Statement;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Statement;

/// <summary>Every kind of fault, what is said about it, and where. The marked text is the place: <c>«…»</c>.</summary>
public class StatementFaultTests
{
    // Names that the faulty lines below may use.
    private const string Known = """
        statement: Known
        effective: 2026-01-08
        dataClasses: { account: { role: controller }, usage: { role: processor } }
        purposes: { service: { basis: contract }, marketing: { basis: consent } }
        categories: { identifier: { disclosedTo: [carrier] }, commercial: {} }
        recipients: { carrier: { kind: communications-provider, receives: [identifier] } }

        """;

    [Theory]
    // Keys
    [InlineData("«sell»: true", "unknown key 'sell' in the statement; did you mean 'sells'?")]
    [InlineData("«data-classes»: {}", "unknown key 'data-classes' in the statement; did you mean 'dataClasses'?")]
    [InlineData("«x»: 1", "unknown key 'x' in the statement; use statement, effective, sells, dataClasses, purposes, categories, retention, recipients, …")]
    [InlineData("retention: { r: { keep: P1Y, «afetr»: closed, after: closed, then: delete } }", "unknown key 'afetr' in 'retention.r'; did you mean 'after'?")]
    [InlineData("logs: { l: { accepts: [], «<<»: x } }", "unknown key '<<' in 'logs.l'; use purpose, accepts")]
    [InlineData("logs: { «l»: { purpose: service } }", "'logs.l' needs 'accepts'")]
    [InlineData("retention: { «r»: { keep: P1Y, after: closed } }", "'retention.r' needs 'then'")]
    [InlineData("retention: { «r»: { then: delete } }", "'retention.r' needs 'keep'")]
    [InlineData("transfers: [ «{ from: EEA, mechanisms: [explicit-consent] }» ]", "'transfers[0]' needs 'to'")]
    [InlineData("sells: true\n«sells»: false", "the key 'sells' stands twice in the same mapping")]
    [InlineData("retention: { r: { keep: by-law, ground: tax, then: delete }, «r»: { keep: P1Y } }", "the key 'r' stands twice in the same mapping")]
    // Types
    [InlineData("sells: «yes»", "'sells' must be true or false, not text")]
    [InlineData("sells: «'true'»", "'sells' must be true or false, not text")]
    [InlineData("products: «voice»", "'products' must be a list, not text")]
    [InlineData("«products»:", "'products' must be a list, not nothing")]
    [InlineData("products: [ «365» ]", "'products' must be a list of names, not a number: put it in quotes")]
    [InlineData("products: [ «{ a: b }» ]", "'products' must be a list of names, not a mapping")]
    [InlineData("logs: «[ a ]»", "'logs' must be a mapping, not a list")]
    [InlineData("logs: { l: «everything» }", "'logs.l' must be a mapping, not text")]
    [InlineData("logs: { «l»: }", "'logs.l' must be a mapping, not nothing")]
    [InlineData("logs: { l: { accepts: «identifier» } }", "'logs.l.accepts' must be a list, not text")]
    [InlineData("logs: { l: { purpose: «[ service ]», accepts: [] } }", "'logs.l.purpose' must be a name, not a list")]
    [InlineData("transfers: «{ from: EEA, to: US }»", "'transfers' must be a list, not a mapping")]
    [InlineData("minimumAge: { US: «thirteen» }", "'minimumAge.US' must be a whole number of years from 1 to 120")]
    [InlineData("minimumAge: { US: «13.5» }", "'minimumAge.US' must be a whole number of years from 1 to 120")]
    [InlineData("minimumAge: { US: «'13'» }", "'minimumAge.US' must be a whole number of years from 1 to 120")]
    [InlineData("minimumAge: { US: «0» }", "'minimumAge.US' must be a whole number of years from 1 to 120")]
    [InlineData("minimumAge: { «U.S.»: 13 }", "'U.S.' in 'minimumAge' is not a region, such as EEA or US-CA")]
    [InlineData("minimumAge: { «US»: }", "'minimumAge.US' must be a whole number of years from 1 to 120")]
    // Closed lists
    [InlineData("dataClasses: { c: { role: «controler» } }", "'dataClasses.c.role' cannot be 'controler'; did you mean 'controller'?")]
    [InlineData("dataClasses: { c: { role: [controller, «owner»] } }", "'dataClasses.c.role' cannot be 'owner'; use controller, processor")]
    [InlineData("dataClasses: { c: { role: «[]» } }", "'dataClasses.c.role' is empty")]
    [InlineData("purposes: { p: { basis: «legitimate-interests» } }", "'purposes.p.basis' cannot be 'legitimate-interests'; did you mean 'legitimate-interest'?")]
    [InlineData("retention: { r: { keep: P1Y, after: closed, then: «anonymise» } }", "'retention.r.then' cannot be 'anonymise'; did you mean 'anonymize'?")]
    [InlineData("retention: { r: { keep: by-law, ground: «taxes», then: delete } }", "'retention.r.ground' cannot be 'taxes'; use tax, billing, audit, legal-obligation, legal-claims, security, anti-fraud")]
    [InlineData("recipients: { r: { kind: «vendor» } }", "'recipients.r.kind' cannot be 'vendor'; use communications-provider, service-provider, sub-processor, add-on-partner, authority, group-company, acquirer, sale")]
    [InlineData("transfers: [ { from: EEA, to: US, mechanisms: [ «standard-contract-clauses» ] } ]", "'transfers[0].mechanisms' cannot be 'standard-contract-clauses'; did you mean 'standard-contractual-clauses'?")]
    [InlineData("transfers: [ { from: EEA, to: US, mechanisms: «[]» } ]", "'transfers[0].mechanisms' is empty")]
    [InlineData("automatedDecisions: { d: { notice: «require», humanReview: none } }", "'automatedDecisions.d.notice' cannot be 'require'; did you mean 'required'?")]
    // Periods, dates, names
    [InlineData("retention: { r: { keep: «7Y», after: closed, then: delete } }", "'7Y' in 'retention.r.keep' is not an ISO 8601 period of days, weeks, months or years, such as P60D or P7Y, instructed or by-law")]
    [InlineData("retention: { r: { keep: «by-laws», ground: tax, then: delete } }", "'by-laws' in 'retention.r.keep' is not valid; did you mean 'by-law'?")]
    [InlineData("purposes: { p: { basis: consent, optOut: { within: «PT72H» } } }", "'PT72H' in 'purposes.p.optOut.within' is not an ISO 8601 period of days, weeks, months or years, such as P60D or P7Y")]
    [InlineData("purposes: { p: { basis: consent, «optOut»: { } } }", "'purposes.p.optOut' needs 'within'")]
    [InlineData("products: [ «E_Mail» ]", "'E_Mail' in 'products' is not a name in kebab-case, such as customer-usage")]
    [InlineData("logs: { «securityLog»: { accepts: [] } }", "'securityLog' in 'logs' is not a name in kebab-case, such as customer-usage")]
    [InlineData("products: [ voice, «voice» ]", "'voice' stands twice in 'products'")]
    [InlineData("products: [ line-2, «line2» ]", "'line2' and 'line-2' in 'products' both become the constant 'Line2': rename one")]
    // Dangling names
    [InlineData("logs: { l: { purpose: «servce», accepts: [] } }", "'servce' in 'logs.l.purpose' is not declared under 'purposes'; did you mean 'service'?")]
    [InlineData("logs: { l: { accepts: [ «geolocation» ] } }", "'geolocation' in 'logs.l.accepts' is not declared under 'categories'; use identifier, commercial")]
    [InlineData("logs: { l: { accepts: [ credential ] } }", null)]
    [InlineData("taxonomies: { Contoso.PersonalAttribute: «identifer» }", "'identifer' in 'taxonomies' is not a category; did you mean 'identifier'?")]
    [InlineData("taxonomies: { Contoso.PersonalAttribute: geolocation }", null)]
    [InlineData("taxonomies: { «Contoso Personal»: identifier }", "'Contoso Personal' in 'taxonomies' is not the full name of an attribute class, such as Contoso.PrivateDataAttribute")]
    [InlineData("taxonomies: { «A»: }", "'taxonomies.A' must be a category, not nothing")]
    // Contradictions
    [InlineData("retention: { r: { keep: «instructed», then: delete } }", "'retention.r.keep' is 'instructed': it needs 'within', how soon after the instruction the data is gone")]
    [InlineData("retention: { r: { keep: «by-law», then: delete } }", "'retention.r.keep' is 'by-law': it needs 'ground', the law's reason")]
    [InlineData("retention: { r: { keep: «P1Y», then: delete } }", "'retention.r.keep' is a period: it needs 'after', the event from which the period counts")]
    [InlineData("retention: { r: { keep: by-law, ground: tax, «after»: closed, then: delete } }", "'retention.r.after' has no meaning where 'keep' is 'by-law'")]
    [InlineData("retention: { r: { keep: P1Y, after: closed, «within»: P30D, then: delete } }", "'retention.r.within' has no meaning where 'keep' is a period")]
    [InlineData("transfers: [ { from: EEA, to: «EEA», mechanisms: [explicit-consent] } ]", "a transfer leads from one region to another, not from 'EEA' to itself")]
    [InlineData("transfers:\n- { from: EEA, to: US, mechanisms: [explicit-consent] }\n- «{ from: EEA, to: US, mechanisms: [adequacy-decision] }»", "the transfer from 'EEA' to 'US' stands twice: list all its mechanisms in one entry")]
    [InlineData("transfers:\n- { from: EEA, to: US, mechanisms: [explicit-consent] }\n- { from: EEA, to: US, product: fax, mechanisms: [adequacy-decision] }", null)]
    public void One_line_with_a_fault(string line, string? message)
    {
        string[] expected = new[] { message }.OfType<string>().ToArray();

        // The line's own section stands in for the known one.
        string section = line.Replace("«", "", StringComparison.Ordinal).Split(':')[0];
        string known = string.Join('\n', Known.Split('\n').Where(each => !each.StartsWith(section + ":", StringComparison.Ordinal)));
        if (section is "purposes" or "recipients" or "dataClasses")
            known = Statements.Minimal;
        AssertFaults(known + line, expected);
    }

    [Theory]
    [InlineData("effective: «2026-02-30»", "'2026-02-30' in 'effective' is not a date, such as 2026-01-08")]
    [InlineData("effective: «08.01.2026»", "'08.01.2026' in 'effective' is not a date, such as 2026-01-08")]
    [InlineData("effective: «2026»", "'effective' must be a date, such as 2026-01-08, not a number")]
    public void The_date(string line, string message) => AssertFaults("statement: X\n" + line, message);

    [Theory]
    [InlineData("statement: «2026»\neffective: 2026-01-08", "'statement' must be text, not a number: put it in quotes")]
    [InlineData("statement: «''»\neffective: 2026-01-08", "'statement' is empty")]
    [InlineData("«effective»: 2026-01-08", "the statement needs 'statement'")]
    [InlineData("«statement»: X", "the statement needs 'effective'")]
    public void The_head(string text, string message) => AssertFaults(text, message);

    [Theory]
    [InlineData("disclosedTo: [ carrier, «lab» ]", "{ kind: authority, receives: [identifier] }", "'lab' in 'categories.identifier.disclosedTo' is not declared under 'recipients'; use carrier")]
    [InlineData("disclosedTo: [ carrier ]", "{ kind: authority, «receives»: [] }", "identifier is disclosed to carrier, but 'recipients.carrier.receives' lacks it")]
    [InlineData("disclosedTo: [ carrier ]", "{ kind: authority }", "identifier is disclosed to carrier, but 'recipients.carrier.receives' lacks it", "carrier")]
    [InlineData("disclosedTo: []", "{ kind: authority, receives: [ «identifier» ] }", "carrier receives identifier, but 'categories.identifier.disclosedTo' lacks it")]
    [InlineData("sources: [sign-up]", "{ kind: authority, receives: [ «identifier» ] }", "carrier receives identifier, but 'categories.identifier.disclosedTo' lacks it")]
    [InlineData("disclosedTo: [ carrier ]", "{ kind: authority, receives: [ identifier, «identifer» ] }", "'identifer' in 'recipients.carrier.receives' is not declared under 'categories'; did you mean 'identifier'?")]
    [InlineData("disclosedTo: [ carrier ]", "{ kind: authority, receives: [ identifier, credential ] }", null)]
    public void What_is_disclosed_and_what_is_received(string category, string recipient, string? message, string? at = null)
    {
        string name = at is null ? "carrier" : "«" + at + "»";
        AssertFaults(Statements.Minimal + $"categories:\n  identifier: {{ {category} }}\nrecipients:\n  {name}: {recipient}", message is null ? [] : [message]);
    }

    [Fact]
    public void The_later_of_the_two_may_be_the_category() => AssertFaults(
        Statements.Minimal + "recipients:\n  carrier: { kind: authority, receives: [] }\ncategories:\n  identifier: { disclosedTo: [ «carrier» ] }",
        "identifier is disclosed to carrier, but 'recipients.carrier.receives' lacks it");

    [Fact]
    public void A_sale_where_the_statement_says_that_nothing_is_sold_S07()
    {
        const string Recipients = "recipients: { broker: { kind: «sale» } }";

        AssertFaults(Statements.Minimal + "sells: false\n" + Recipients, "'sells' is false, but 'recipients.broker' is a sale: say 'sells: true' or give the recipient another kind");
        AssertFaults(Statements.Minimal + Recipients.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal) + "\nsells: «false»", "'sells' is false, but 'recipients.broker' is a sale: say 'sells: true' or give the recipient another kind");
        StatementReaderTests.ReadWhole(Statements.Minimal + "sells: true\nrecipients: { broker: { kind: sale } }");

        // Said nowhere, it is the disclosure that is wrong: PRIV1008.
        StatementReaderTests.ReadWhole(Statements.Minimal + "recipients: { broker: { kind: sale } }");
    }

    [Theory]
    [InlineData("categories: { «identifer»: {} }", "no attribute stands for the category 'identifer'; did you mean 'identifier'?")]
    [InlineData("categories: { «voice-print»: {} }", "no attribute stands for the category 'voice-print': map one to it under 'taxonomies'")]
    [InlineData("categories: { voice-print: {} }\ntaxonomies: { Contoso.VoicePrintAttribute: voice-print }", null)]
    public void A_category_that_no_code_can_have(string text, string? message) => AssertFaults(Statements.Minimal + text, message is null ? [] : [message]);

    [Fact]
    public void A_misspelt_section_is_one_fault_and_not_one_for_each_of_its_names() => AssertFaults(
        Statements.Minimal + "«purpose»: { service: { basis: contract } }\ncategories: { identifier: { purposes: [service] } }",
        "unknown key 'purpose' in the statement; did you mean 'purposes'?");

    [Fact]
    public void What_can_still_be_read_is_there_beside_the_faults()
    {
        StatementFile file = Read(Statements.Minimal + """
            purposes: { marketing: { basis: whim }, service: { basis: contract } }
            retention:
              good: { keep: P1Y, after: closed, then: anonymize }
              bad:  { keep: a while, after: closed, then: anonymize }
            """);

        Assert.Equal(2, file.Errors.Count);
        Assert.Equal(["marketing", "service"], file.Statement!.Purposes.Select(purpose => purpose.Name));
        Assert.Equal(new Period(1, 0, 0, 0), file.Statement.FindRetention("good")!.Duration);

        // On the word of a faulty rule nothing is deleted.
        Assert.Equal(KeepKind.ByLaw, file.Statement.FindRetention("bad")!.Keep);
    }

    [Theory]
    [InlineData("{ keep: P1Y, after: closed, then: delete, except: invoices }")]
    [InlineData("{ keep: P1Y, keep: P7Y, after: closed, then: delete }")]
    public void Nor_on_the_word_of_a_rule_with_a_key_too_many(string rule)
    {
        StatementFile file = Read(Statements.Minimal + $"retention:\n  bad: {rule}\n  good: {{ keep: P1Y, after: closed, then: delete }}\n");

        Assert.Single(file.Errors);
        Assert.Equal(KeepKind.ByLaw, file.Statement!.FindRetention("bad")!.Keep);
        Assert.Equal(KeepKind.Period, file.Statement.FindRetention("good")!.Keep);
    }

    [Fact]
    public void Faults_are_bounded()
    {
        StatementFile file = Read(Statements.Minimal + string.Concat(Enumerable.Range(0, 500).Select(i => $"bad key {i}: 1\n")));

        Assert.Equal(Faults.Most + 1, file.Errors.Count);
        Assert.Equal($"there are more than {Faults.Most} faults; the others are not shown", file.Errors[Faults.Most].Message);
    }

    internal static StatementFile Read(string text) => StatementReader.Read("privacy.yml", SourceText.From(text), CancellationToken.None);

    private static void AssertFaults(string marked, params string[] messages)
    {
        int start = marked.IndexOf('«', StringComparison.Ordinal);
        string text = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        StatementFile file = Read(text);

        Assert.Equal(messages, file.Errors.Select(error => error.Message));
        if (messages.Length > 0)
        {
            LinePosition place = SourceText.From(text).Lines.GetLinePosition(start);
            Assert.Equal(new Position(place.Line, place.Character, marked.IndexOf('»', StringComparison.Ordinal) - start - 1), file.Errors[0].Position);
        }
    }
}
