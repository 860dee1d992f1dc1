using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;
using DiagnosticOptions = Microsoft.CodeAnalysis.Testing.DiagnosticOptions;
using DiagnosticResult = Microsoft.CodeAnalysis.Testing.DiagnosticResult;

namespace PrivacyAnalyzers.Tests.Rules.Exposure;

/// <summary>PRIV1008, PRIV1009 and PRIV1010: whether the statement lets a value go where it goes.</summary>
public class DisclosureRulesTests
{
    internal const string Statement = """
        statement: Example privacy statement
        effective: 2026-01-08
        dataClasses:
          customer-account: { role: controller }
          customer-usage: { role: [controller, processor] }
          customer-content: { role: processor }
        purposes:
          provide-service: { basis: contract }
          fraud-prevention: { basis: legitimate-interest }
          marketing: { basis: legitimate-interest }
        categories:
          identifier: { classes: [customer-account, customer-usage], purposes: [provide-service, marketing], disclosedTo: [operators, scoring, desk] }
          content: { classes: [customer-content], purposes: [provide-service, fraud-prevention], disclosedTo: [operators] }
          protected-characteristic: { classes: [customer-account], purposes: [provide-service] }
        retention:
          account-default: { keep: P60D, after: account-closed, then: delete }
        recipients:
          operators: { kind: communications-provider, receives: [identifier, content], regions: [EEA] }
          scoring: { kind: service-provider, receives: [identifier], classes: [customer-account], regions: [US] }
          desk: { kind: service-provider, receives: [identifier], regions: [IN] }
          broker: { kind: sale, receives: [identifier], regions: [EEA] }
        transfers:
          - { from: EEA, to: US, mechanisms: [binding-corporate-rules] }
          - { from: EEA, to: IN, product: voice, mechanisms: [standard-contractual-clauses] }
        products: [voice]
        """;

    private const string Model = """

        [DataClass("customer-account")] class Customer { public int Id { get; set; } [Identifier] public string Email { get; set; } = ""; [ProtectedCharacteristic] public string Gender { get; set; } = ""; [Credential] public string Token { get; set; } = ""; }
        [DataClass("customer-usage")] class EndUser { public int Id { get; set; } [Identifier] public string Phone { get; set; } = ""; }
        [DataClass("customer-content")] class Message { public int Id { get; set; } [Content] public string Body { get; set; } = ""; }
        interface IScoring { [Recipient("scoring")] int Score(string who); [Recipient("scoring")] int ScoreAll(object what); int Ping(string text); void Both([Recipient("scoring")] string a, string b); }
        [Recipient("desk")] interface IDesk { void Open(string who); }
        class Desk : IDesk { public void Open(string who) { } }
        class Broker { [Recipient("broker")] public static void Sell(string who) { } }
        class Operators { [Recipient("operators")] public static void Send(string text) { } }
        """;

    private static string InMethod(string body) => LogSinkTests.Usings + $$"""
        class C
        {
            void M(IScoring scoring, IDesk desk, Desk own, Customer customer, EndUser user, Message message)
            {
                {{body}}
            }

            static string Pass(string text) => text.Trim();
            static void Hand(IScoring scoring, string who) => scoring.Score(who);
        }
        """ + Model;

    private static Task RunAsync(string code, params DiagnosticResult[] expected) => AnalyzerTest<ExposureRules>.RunAsync(code, Statement, expected);

    [Theory]
    [InlineData("scoring.Score(customer.Email);")]
    [InlineData("scoring.Score({|PRIV1008:customer.Gender|});")]
    [InlineData("scoring.Score({|PRIV1008:user.Phone|});")]
    [InlineData("scoring.Score({|PRIV1008:customer.Token|});")]
    [InlineData("scoring.Score({|PRIV1008:Pass(customer.Gender)|} + \"x\");")]
    [InlineData("var text = Pass(customer.Gender); scoring.Score({|PRIV1008:text|});")]
    [InlineData("Hand(scoring, {|PRIV1008:customer.Gender|});")]
    [InlineData("Hand(scoring, customer.Email);")]
    [InlineData("scoring.Ping(customer.Gender);")]
    [InlineData("scoring.Both(customer.Email, customer.Gender);")]
    [InlineData("scoring.Both({|PRIV1008:customer.Gender|}, customer.Email);")]
    [InlineData("scoring.ScoreAll(new { customer.Email });")]
    [InlineData("scoring.ScoreAll({|PRIV1008:new { customer.Gender }|});")]
    [InlineData("scoring.Score(customer.Id.ToString());")]
    [InlineData("{ Broker.Sell({|PRIV1008:customer.Email|}); }")]
    [InlineData("Operators.Send(message.Body);")]
    public Task Recipients(string body) => RunAsync(InMethod(body));

    [Theory]
    [InlineData("desk.Open({|PRIV1010:customer.Email|});")]
    [InlineData("own.Open({|PRIV1010:customer.Email|});")]
    [InlineData("desk.Open({|PRIV1008:customer.Gender|});")]
    [InlineData("desk.Open(\"nobody\");")]
    [InlineData("Operators.Send(customer.Email);")]
    public Task Regions(string body) => RunAsync(InMethod(body));

    [Fact]
    public Task A_products_entry_is_for_its_code() => RunAsync(LogSinkTests.Usings + """
        [Product("voice")] class V { void M(IDesk desk, Customer customer) => desk.Open(customer.Email); }
        class W { void M(IDesk desk, Customer customer) => desk.Open({|PRIV1010:customer.Email|}); }
        """ + Model);

    [Fact]
    public Task A_whole_object_is_told_with_the_members_that_may_not_go() => RunAsync(
        InMethod("scoring.ScoreAll({|#0:customer|});"),
        DiagnosticResult.CompilerError("PRIV1008").WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithMessage("'Customer.Gender' (protected-characteristic) is disclosed to 'scoring', which the statement does not let receive this category: Customer.Gender -> ScoreAll; leave it out, or revise the statement first"),
        DiagnosticResult.CompilerError("PRIV1008").WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithMessage("'Customer.Token' (credential) is disclosed to 'scoring', which the statement does not let receive this category: Customer.Token -> ScoreAll; leave it out, or revise the statement first"));

    [Theory]
    [InlineData("scoring.Score({|#0:System.Text.Json.JsonSerializer.Serialize(customer)|});", "Serialize -> Score")]
    [InlineData("var json = System.Text.Json.JsonSerializer.Serialize(customer); scoring.Score({|#0:json|});", "Serialize -> json -> Score")]
    [InlineData("scoring.Score({|#0:Json(customer)|}); static string Json(object what) => System.Text.Json.JsonSerializer.Serialize(what);", "Json -> Serialize -> Score")]
    [InlineData("var both = new { customer, user.Id }; scoring.Score({|#0:System.Text.Json.JsonSerializer.Serialize(both)|});", "Serialize -> Score")]
    public Task Of_an_object_that_is_serialised_each_member_that_may_not_go_is_told(string body, string way) => RunAsync(
        InMethod(body),
        Told("Gender", "protected-characteristic", way), Told("Token", "credential", way));

    private static DiagnosticResult Told(string member, string category, string way) =>
        DiagnosticResult.CompilerError("PRIV1008").WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithArguments("Customer." + member, category, "Customer." + member + " -> " + way, "scoring", "which the statement does not let receive this category");

    [Fact]
    public Task In_a_log_one_member_still_speaks_for_the_object() => RunAsync(
        InMethod("System.Console.WriteLine({|#0:System.Text.Json.JsonSerializer.Serialize(customer)|}); System.Console.WriteLine({|#1:System.Text.Json.JsonSerializer.Serialize(new { customer.Email, customer.Gender })|});"),
        DiagnosticResult.CompilerError("PRIV1006").WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithArguments("Customer.Token", "credential", "Customer.Token -> Serialize -> WriteLine"),
        DiagnosticResult.CompilerWarning("PRIV1005").WithLocation(1).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithArguments("Customer.Gender", "protected-characteristic", "Customer.Gender -> Serialize -> WriteLine"));

    [Theory]
    [InlineData("scoring.Score(System.Text.Json.JsonSerializer.Serialize(new { customer.Id, customer.Email }));")]
    [InlineData("scoring.Score(System.Text.Json.JsonSerializer.Serialize(customer.Id));")]
    [InlineData("Operators.Send(System.Text.Json.JsonSerializer.Serialize(message));")]
    public Task Of_an_object_with_nothing_else_nothing_is_told(string body) => RunAsync(InMethod(body));

    [Theory]
    [InlineData("[Recipient(\"operators\")] interface IBoth { [Recipient(\"scoring\")] void Score(string who); void Carry(string who); } class C { void M(IBoth both, Customer c, EndUser u) { both.Score({|PRIV1008:u.Phone|}); both.Carry(u.Phone); } }")]
    [InlineData("interface IBoth { [Recipient(\"scoring\")] void Score([Recipient(\"operators\")] string number, string who); } class C { void M(IBoth both, EndUser u) => both.Score(u.Phone, {|PRIV1008:u.Phone|}); }")]
    [InlineData("[Recipient(\"scoring\")] class Client { public virtual void Score(string who) { } } class Own : Client { public override void Score(string who) { } public void Other(string who) { } } class C { void M(Own own, EndUser u) { own.Score({|PRIV1008:u.Phone|}); own.Other({|PRIV1008:u.Phone|}); } }")]
    [InlineData("[Recipient(\"scoring\")] interface IClient { void Score(string who); } class Own : IClient { public void Score(string who) { } public void Note(string who) { } } class C { void M(Own own, EndUser u) { own.Score({|PRIV1008:u.Phone|}); own.Note(u.Phone); } }")]
    [InlineData("[Purpose(\"marketing\")] interface ICampaign { object Run(Customer c); } class Spring : ICampaign { public object Run(Customer c) => {|PRIV1009:c.Gender|}; public object Other(Customer c) => c.Gender; }")]
    [InlineData("[Purpose(\"marketing\")] class Spring { [Purpose(\"provide-service\")] object Serve(Customer c) => c.Gender; object Run(Customer c) => {|PRIV1009:c.Gender|}; }")]
    [InlineData("[Purpose(\"marketing\")] class Outer { class Inner { object Run(Customer c) => {|PRIV1009:c.Gender|}; } [Purpose(\"provide-service\")] class Other { object Run(Customer c) => c.Gender; } }")]
    public Task The_nearest_mark_counts(string code) => RunAsync(LogSinkTests.Usings + code + Model);

    [Fact]
    public Task The_message_names_the_class_that_may_not_go() => RunAsync(
        InMethod("scoring.Score({|#0:user.Phone|});"),
        DiagnosticResult.CompilerError("PRIV1008").WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithMessage("'EndUser.Phone' (identifier) is disclosed to 'scoring', which the statement does not let receive data of the class 'customer-usage': EndUser.Phone -> Score; leave it out, or revise the statement first"));

    [Fact]
    public Task The_message_names_the_regions() => RunAsync(
        InMethod("desk.Open({|#0:customer.Email|});"),
        DiagnosticResult.CompilerWarning("PRIV1010").WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithMessage("'Customer.Email' (identifier) is disclosed to 'desk' in IN, and the statement names no mechanism for a transfer from EEA to IN: Customer.Email -> Open; add one under 'transfers', or keep the data where it is"));

    [Fact]
    public Task Without_a_statement_names_are_free() => AnalyzerTest<ExposureRules>.RunAsync(InMethod("scoring.Score(customer.Gender); desk.Open(customer.Email);"));

    [Theory]
    [InlineData("[Purpose(\"marketing\")] class S { string M(Customer c) => c.Email; }")]
    [InlineData("[Purpose(\"marketing\")] class S { string M(Customer c) => {|PRIV1009:c.Gender|}; }")]
    [InlineData("class S { [Purpose(\"marketing\")] string M(Customer c) => {|PRIV1009:c.Gender|}; string N(Customer c) => c.Gender; }")]
    [InlineData("class S { [Purpose(\"marketing\")] string M(Customer c) => {|PRIV1009:Of(c)|}; static string Of(Customer c) => Deep(c); static string Deep(Customer c) => c.Gender; }")]
    [InlineData("class S { [Purpose(\"marketing\")] string M(Customer c) => Of(c); [Purpose(\"provide-service\")] static string Of(Customer c) => c.Gender; }")]
    [InlineData("class S { [Purpose(\"marketing\")] void M(Customer c) { c.Gender = \"\"; var n = nameof(c.Gender); } }")]
    [InlineData("class S { [Purpose(\"fraud-prevention\")] string M(Message m) => {|PRIV1009:m.Body|}; }")]
    [InlineData("class S { [Purpose(\"provide-service\")] string M(Message m) => m.Body; }")]
    [InlineData("class S { [Purpose(\"marketing\")] bool M(Choice c) => c.OptedOut; } class Choice { public int Id { get; set; } [OptOut(\"marketing\"), ProtectedCharacteristic] public bool OptedOut { get; set; } }")]
    [InlineData("class S { [Purpose(\"unknown\")] string M(Customer c) => c.Gender; }")]
    [InlineData("class S { void M(Customer c) => Mail({|PRIV1009:c.Gender|}); void N(Customer c) => Mail(c.Email); [Purpose(\"marketing\")] void Mail(string to) { } }")]
    [InlineData("class S { void M(Customer c) { var to = c.Gender; Mail({|PRIV1009:to|}); } [Purpose(\"marketing\")] void Mail(string to) { } }")]
    public Task Purposes(string code) => RunAsync(LogSinkTests.Usings + code + Model);

    [Fact]
    public Task The_message_names_the_purpose_and_the_way() => RunAsync(
        LogSinkTests.Usings + "class S { [Purpose(\"marketing\")] string M(Customer c) => {|#0:Of(c)|}; static string Of(Customer c) => {|#1:c.Gender|}; }" + Model,
        DiagnosticResult.CompilerWarning("PRIV1009").WithLocation(0).WithLocation(1).WithMessage("'Customer.Gender' (protected-characteristic) is used for 'marketing', which the statement does not name for this category: Of -> Gender; do without it, or revise the statement first"));

    [Fact]
    public Task What_is_only_processed_serves_no_purpose_of_ones_own() => RunAsync(
        LogSinkTests.Usings + "class S { [Purpose(\"fraud-prevention\")] string M(Message m) => {|#0:m.Body|}; }" + Model,
        DiagnosticResult.CompilerWarning("PRIV1009").WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithMessage("'Message.Body' (content) is used for 'fraud-prevention', a purpose of the company's own, and data of the class 'customer-content' is only processed for its customers: Body; do without it, or revise the statement first"));

    [Fact]
    public Task A_catalogue_line_gives_a_client_its_recipient()
    {
        var test = new AnalyzerTest<ExposureRules>
        {
            TestCode = LogSinkTests.Usings + "class S { void M(Mailer mailer, Customer c) { mailer.Send({|PRIV1008:c.Gender|}, c.Gender); mailer.Send(c.Email, \"x\"); } } class Mailer { public void Send(string to, string text) { } }" + Model,
            Statement = Statement,
        };
        test.TestState.AdditionalFiles.Add(("privacy.catalog.txt", "M:Mailer.Send(System.String,System.String)\tto\trecipient:scoring\n"));
        return test.RunAsync(CancellationToken.None);
    }

    private const string Clients = """
        M:System.Net.Http.HttpClient.PostAsync(System.String,System.Net.Http.HttpContent)	content	recipient:scoring
        M:System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync``1(System.Net.Http.HttpClient,System.String,``0,System.Text.Json.JsonSerializerOptions,System.Threading.CancellationToken)	value	recipient:scoring
        M:System.Net.Mail.SmtpClient.Send(System.String,System.String,System.String,System.String)	recipients;subject;body	recipient:scoring
        M:System.Net.Http.HttpClient.Send(System.Net.Http.HttpRequestMessage)	request	recipient:scoring
        M:System.Net.Mail.SmtpClient.Send(System.Net.Mail.MailMessage)	message	recipient:scoring
        M:IBus.Publish``1(``0)	message	recipient:scoring

        """;

    [Theory]
    [InlineData("void M(System.Net.Http.HttpClient http, Customer c) { http.PostAsync(\"https://x\", {|PRIV1008:new System.Net.Http.StringContent(c.Gender)|}); http.PostAsync(\"https://x\", new System.Net.Http.StringContent(c.Email)); }")]
    [InlineData("void M(System.Net.Http.HttpClient http, Customer c) { var content = new System.Net.Http.StringContent(\"{ g: \" + c.Gender + \"}\", System.Text.Encoding.UTF8, \"application/json\"); http.PostAsync(\"https://x\", {|PRIV1008:content|}); }")]
    [InlineData("void M(System.Net.Http.HttpClient http, Customer c) => http.PostAsync(\"https://x\", {|PRIV1008:System.Net.Http.Json.JsonContent.Create(c.Gender)|});")]
    [InlineData("void M(System.Net.Http.HttpClient http, Customer c) => http.PostAsync(\"https://x\", {|PRIV1008:{|PRIV1008:System.Net.Http.Json.JsonContent.Create(c)|}|});")]
    [InlineData("void M(System.Net.Http.HttpClient http, Customer c) => http.PostAsync(\"https://x?\" + {|PRIV1007:c.Email|}, new System.Net.Http.StringContent(\"x\"));")]
    [InlineData("void M(System.Net.Http.HttpClient http, Customer c) => System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(http, \"https://x\", {|PRIV1008:c.Gender|});")]
    [InlineData("void M(System.Net.Mail.SmtpClient mail, Customer c) => mail.Send(\"us@x.org\", c.Email, \"hi\", {|PRIV1008:c.Gender|});")]
    [InlineData("void M(IBus bus, Customer c) { bus.Publish({|PRIV1008:new Scored(c.Gender)|}); bus.Publish(new Scored(c.Email)); }")]
    [InlineData("void M(System.Net.Http.HttpClient http, Customer c) { var request = new System.Net.Http.HttpRequestMessage { Content = new System.Net.Http.StringContent(c.Gender) }; http.Send({|PRIV1008:request|}); }")]
    [InlineData("void M(System.Net.Mail.SmtpClient mail, Customer c) { var message = new System.Net.Mail.MailMessage { Subject = \"hi\", Body = c.Gender }; mail.Send({|PRIV1008:message|}); }")]
    public Task A_well_known_client_gets_its_recipient_from_the_catalogue(string method)
    {
        var test = new AnalyzerTest<ExposureRules>
        {
            TestCode = LogSinkTests.Usings + "class S { " + method + " } interface IBus { void Publish<T>(T message); } record Scored(string Text);" + Model,
            Statement = Statement,
        };
        test.TestState.AdditionalFiles.Add(("privacy.catalog.txt", Clients));
        return test.RunAsync(CancellationToken.None);
    }
}
