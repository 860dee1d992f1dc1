using PrivacyAnalyzers.Generation.Disclosure;
using PrivacyAnalyzers.Tests.Generation.Erasure;
using PrivacyAnalyzers.Tests.Support;
using static PrivacyAnalyzers.Tests.Clauses.ClauseProgram;

namespace PrivacyAnalyzers.Tests.Clauses;

/// <summary>Who decides, what for, and who receives what, as the generated disclosures of a small model say it: clauses S02, S03, S07, S10, S25 to S28.</summary>
[Trait("Proof", "clause")]
public class DisclosureClauses
{
    private const string Model = """
        [DataClass("customer-usage"), Retention("usage-records")]
        public class Message
        {
            public int Id { get; set; }
            public int CustomerId { get; set; }
            [Identifier] public string? To { get; set; }
            [Content, DataClass("customer-content")] public string? Body { get; set; }
        }

        [Product("email"), DataClass("customer-usage"), Retention("usage-records")]
        public class MailEvent { public int Id { get; set; } public int CustomerId { get; set; } [ElectronicActivity] public string? Ip { get; set; } }

        [DataClass("customer-account"), Retention("account-activity")]
        public class Answer { public int Id { get; set; } public int CustomerId { get; set; } [Consent("survey-opt-in")] public DateTime? OptedInAt { get; set; } [ProtectedCharacteristic] public string? Gender { get; set; } }

        public static class Script
        {
            private static DisclosedMember Of(string member) => Clause.Privacy.PrivacyDisclosures.Entries.Single(entry => entry.Type + "." + entry.Member == member);
            public static string Roles(string member) => Of(member).Roles.ToString();
            public static string Purposes(string member) => string.Join(", ", Of(member).Purposes.Select(purpose => purpose.Name));
            public static string Recipients(string member) => string.Join(", ", Of(member).Recipients.Select(recipient => recipient.Name));
            public static string Transfers(string member, string product) => string.Join("; ", Of(member).Transfers.Where(transfer => (transfer.Product ?? "") == product && transfer.From == "EEA" && transfer.To == "US").Select(transfer => string.Join(", ", transfer.Mechanisms)));
            public static string Disclosed() => string.Join(", ", Clause.Privacy.PrivacyDisclosures.DisclosedForBusinessPurposes.Select(category => category.Name));
            public static string Sold() => string.Join(", ", Clause.Privacy.PrivacyDisclosures.Sold.Select(category => category.Name));
        }
        """;

    private static readonly Lazy<GeneratorResult> Generated = new(() =>
        new GeneratorTest(Usings + Customer + Model) { Statement = Yaml, Properties = { ["RootNamespace"] = "Clause" } }.Run(new DisclosureGenerator()));

    [Fact]
    public async Task S02_the_company_is_controller_of_account_data_processor_of_content_and_both_of_usage_data()
    {
        Assert.Equal(
            ["Controller", "Processor", "Controller, Processor"],
            new[] { "Customer.Email", "Message.Body", "Message.To" }.Select(member => Call("Roles", member)));

        // Even where the category's entry names the purpose.
        string named = Yaml.Replace("purposes: [provide-service, route-communications]", "purposes: [provide-service, route-communications, fraud-prevention]", StringComparison.Ordinal);
        await UpholdsAsync(Customer + Carried + Code("[Purpose(\"route-communications\")] public string? Of(Message message) => message.Body;"), named);
        await BreaksAsync(
            Customer + Carried + Code("[Purpose(\"fraud-prevention\")] public string? Of(Message message) => message.Body;"), named,
            ["PRIV1009 warning at message.Body: 'Message.Body' (content) is used for 'fraud-prevention', a purpose of the company's own, and data of the class 'customer-content' is only processed for its customers: Body; do without it, or revise the statement first"]);
    }

    [Fact]
    public async Task S03_each_category_is_used_for_the_purposes_of_the_statement_and_no_others()
    {
        Assert.Equal("surveys", Call("Purposes", "Answer.Gender"));
        Assert.Equal("provide-service, route-communications", Call("Purposes", "Message.Body"));
        Assert.DoesNotContain("marketing", Call("Purposes", "MailEvent.Ip"), StringComparison.Ordinal);
        await UpholdsAsync(Customer + Survey + Code("[Purpose(\"billing\")] public string? Of(Customer customer) => customer.Name;"));
        await BreaksAsync(Customer + Survey + Code("[Purpose(\"billing\")] public string? Of(Answer answer) => answer.Gender;"),
            "PRIV1009 warning at answer.Gender: 'Answer.Gender' (protected-characteristic) is used for 'billing', which the statement does not name for this category: Gender; do without it, or revise the statement first");
    }

    [Fact]
    public async Task S07_nothing_is_sold()
    {
        Assert.Equal("", Generated.Value.Call<string>("Script", "Sold"));
        await UpholdsAsync("");
        await BreaksAsync(
            "", Yaml.Replace("crm-provider:        { kind: service-provider", "crm-provider:        { kind: sale", StringComparison.Ordinal),
            ["PRIV4001 error at false: The privacy statement is not valid: 'sells' is false, but 'recipients.crm-provider' is a sale: say 'sells: true' or give the recipient another kind"]);

        // A statement that says nothing of sales says that nothing is sold.
        string silent = Yaml.Replace("sells: false\n", "", StringComparison.Ordinal).Replace("crm-provider:        { kind: service-provider", "crm-provider:        { kind: sale", StringComparison.Ordinal);
        await BreaksAsync(
            Customer + Code("public void Sell(Customer customer, IPartner partner) => partner.Note(customer.Email);"), silent,
            ["PRIV1008 error at customer.Email: 'Customer.Email' (identifier) is disclosed to 'crm-provider', to which it would be sold, and the statement says that nothing is: Customer.Email -> Note; leave it out, or revise the statement first"]);
    }

    [Fact]
    public async Task S10_what_a_law_keeps_is_named_with_its_ground_when_a_person_is_erased()
    {
        Assert.Equal("anti-fraud", Promises.FindRetention("subscriber-records")!.Ground);
        using Shop shop = await Shop.OpenAsync();
        Guid jane = shop.AddCustomer("Jane");
        shop.AddInvoice(jane);

        WithheldData invoice = Assert.Single((await shop.EraseAsync(jane)).Withheld, withheld => withheld.Entity == "Invoice");

        Assert.Equal((WithheldReason.ByLaw, "tax", "invoices"), (invoice.Reason, invoice.Ground, invoice.Rule));
    }

    [Fact]
    public async Task S10_subscriber_records_go_to_the_carrier_and_to_nobody_who_may_not_have_account_data()
    {
        const string Model = "[DataClass(\"customer-account\"), Retention(\"subscriber-records\")] public class SubscriberRecord { public int Id { get; set; } public int CustomerId { get; set; } [Identifier] public string? ProofOfIdentity { get; set; } }\n";
        const string Carriers = "public interface ICarriers { [Recipient(\"local-carriers\")] void Register(string? proof); [Recipient(\"ott-providers\")] void Announce(string? proof); [Recipient(\"transcription\")] void Read(string? proof); }\n";

        await UpholdsAsync(Customer + Model + Carriers + Code("public void File(SubscriberRecord record, ICarriers carriers) => carriers.Register(record.ProofOfIdentity);"));
        await BreaksAsync(Customer + Model + Carriers + Code("public void File(SubscriberRecord record, ICarriers carriers) { carriers.Announce(record.ProofOfIdentity); carriers.Read(record.ProofOfIdentity); }"),
            "PRIV1008 error at record.ProofOfIdentity: 'SubscriberRecord.ProofOfIdentity' (identifier) is disclosed to 'ott-providers', which the statement does not let receive data of the class 'customer-account': SubscriberRecord.ProofOfIdentity -> Announce; leave it out, or revise the statement first",
            "PRIV1008 error at record.ProofOfIdentity: 'SubscriberRecord.ProofOfIdentity' (identifier) is disclosed to 'transcription', which the statement does not let receive this category: SubscriberRecord.ProofOfIdentity -> Read; leave it out, or revise the statement first");
    }

    [Fact]
    public async Task S25_each_category_goes_to_the_recipients_of_the_statement_and_to_no_others()
    {
        Assert.Equal("", Call("Recipients", "Answer.Gender"));
        Assert.Equal("telephony-operators, ott-providers, hosting, transcription", Call("Recipients", "Message.Body"));
        await UpholdsAsync(Customer + Activity + Code("public void Log(SignIn attempt, IPartner partner) => partner.Score(attempt.Ip);"));
        await BreaksAsync(Customer + Activity + Code("public void Log(SignIn attempt, IPartner partner) => partner.Note(attempt.Ip);"),
            "PRIV1008 error at attempt.Ip: 'SignIn.Ip' (electronic-activity) is disclosed to 'crm-provider', which the statement does not let receive this category: SignIn.Ip -> Note; leave it out, or revise the statement first");
    }

    [Fact]
    public async Task S26_the_fraud_scoring_provider_never_gets_end_user_data()
    {
        Assert.Contains("fraud-scoring", Call("Recipients", "Customer.Email"), StringComparison.Ordinal);
        Assert.DoesNotContain("fraud-scoring", Call("Recipients", "Message.To"), StringComparison.Ordinal);
        Assert.DoesNotContain("fraud-scoring", Call("Recipients", "MailEvent.Ip"), StringComparison.Ordinal);
        await UpholdsAsync(Customer + Usage + Code("public void Check(Customer customer, IPartner partner) => partner.Score(customer.Email);"));
        await BreaksAsync(Customer + Usage + Code("public void Check(Call call, IPartner partner) { string? who = call.To; partner.Score(who); }"),
            "PRIV1008 error at who: 'Call.To' (identifier) is disclosed to 'fraud-scoring', which the statement does not let receive data of the class 'customer-usage': Call.To -> who -> Score; leave it out, or revise the statement first");
    }

    [Fact]
    public async Task S27_protected_characteristics_are_not_among_what_is_disclosed()
    {
        Assert.Equal("identifier, electronic-activity", Generated.Value.Call<string>("Script", "Disclosed"));
        await UpholdsAsync(Customer + Survey + Code("public void Share(Customer customer, IPartner partner) => partner.Tell(customer.Name);"));
        await BreaksAsync(Customer + Survey + Code("public void Share(Answer answer, IPartner partner) => partner.Tell(answer.Gender);"),
            "PRIV1008 error at answer.Gender: 'Answer.Gender' (protected-characteristic) is disclosed to 'group-companies', which the statement does not let receive this category: Answer.Gender -> Tell; leave it out, or revise the statement first");
    }

    [Fact]
    public async Task S28_the_email_product_rests_on_contractual_clauses_alone()
    {
        Assert.Equal("binding-corporate-rules, standard-contractual-clauses", Call("Transfers", "Customer.Email", ""));
        Assert.Equal("standard-contractual-clauses", Call("Transfers", "MailEvent.Ip", "email"));

        // Without the general entry, what rests on the product's own is fine and nothing else.
        string productOnly = Yaml.Replace("  - { from: EEA, to: US,  mechanisms: [binding-corporate-rules, standard-contractual-clauses] }\n", "", StringComparison.Ordinal);
        const string Note = "public void Note(Customer customer, IPartner partner) => partner.Note(customer.Email);";
        await UpholdsAsync(Customer + Code(Note));
        await UpholdsAsync(Customer + Code(Note, "[Product(\"email\")] "), productOnly);
        await BreaksAsync(Customer + Code(Note), productOnly,
            ["PRIV1010 warning at customer.Email: 'Customer.Email' (identifier) is disclosed to 'crm-provider' in US, and the statement names no mechanism for a transfer from EEA to US: Customer.Email -> Note; add one under 'transfers', or keep the data where it is"]);
    }

    private const string Usage = "[DataClass(\"customer-usage\"), Retention(\"usage-records\")] public class Call { public int Id { get; set; } public int CustomerId { get; set; } [Identifier] public string? To { get; set; } }\n";
    private const string Activity = "[DataClass(\"customer-account\"), Retention(\"account-activity\")] public class SignIn { public int Id { get; set; } public int CustomerId { get; set; } [ElectronicActivity] public string? Ip { get; set; } }\n";
    private const string Survey = "[DataClass(\"customer-account\"), Retention(\"account-activity\")] public class Answer { public int Id { get; set; } public int CustomerId { get; set; } [Consent(\"survey-opt-in\")] public DateTime? OptedInAt { get; set; } [ProtectedCharacteristic] public string? Gender { get; set; } }\n";
    private const string Carried = "[DataClass(\"customer-content\"), Retention(\"usage-records\")] public class Message { public int Id { get; set; } public int CustomerId { get; set; } [Content] public string? Body { get; set; } }\n";

    private static string Code(string members, string marks = "") => $"{marks}public class Code {{ {members} }}\npublic interface IPartner {{ [Recipient(\"fraud-scoring\")] void Score(string? who); [Recipient(\"crm-provider\")] void Note(string? what); [Recipient(\"group-companies\")] void Tell(string? what); }}";

    private static string Call(string method, params object?[] arguments) => Generated.Value.Call<string>("Script", method, arguments);
}
