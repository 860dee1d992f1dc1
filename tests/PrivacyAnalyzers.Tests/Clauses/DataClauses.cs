using static PrivacyAnalyzers.Tests.Clauses.ClauseProgram;

namespace PrivacyAnalyzers.Tests.Clauses;

/// <summary>Which data there is, and how it is classified: clauses S01, S04, S06, S08, S09, S21, S24, S29, S35.</summary>
[Trait("Proof", "clause")]
public class DataClauses
{
    [Fact]
    public async Task S01_data_belongs_to_a_class_that_the_statement_declares()
    {
        await UpholdsAsync(Customer);
        await BreaksAsync(Customer.Replace("\"customer-account\"", "\"customer-accounts\"", StringComparison.Ordinal),
            "PRIV4002 error at \"customer-accounts\": 'customer-accounts' is not a data class of the privacy statement; did you mean 'customer-account'?");
    }

    [Fact]
    public async Task S04_a_category_that_the_statement_does_not_name_is_not_stored()
    {
        await UpholdsAsync(Customer.Replace("[Identifier] public string? Email", "[Geolocation] public string? Email", StringComparison.Ordinal));
        await BreaksAsync(Customer.Replace("[Identifier] public string? Email", "[Biometric] public string? Email", StringComparison.Ordinal),
            "PRIV4003 error at Email: 'Customer.Email' stores biometric, a category that the privacy statement does not disclose; declare it under 'categories', or do not store it");
    }

    [Fact]
    public async Task S06_protected_characteristics_are_kept_with_recorded_and_tested_consent_only()
    {
        const string Answer = """
            [DataClass("customer-account"), Retention("account-activity")]
            public class Answer
            {
                public int Id { get; set; }
                public int CustomerId { get; set; }
                RECORD
                [ProtectedCharacteristic] public string? Gender { get; set; }
            }
            public static class Survey { public static void Fill(Answer answer, string? gender) { GUARD answer.Gender = gender; } }
            """;
        const string Record = "[Consent(\"survey-opt-in\")] public DateTime? OptedInAt { get; set; }";
        const string Guard = "if (answer.OptedInAt is not null)";

        await UpholdsAsync(Customer + Filled(Record, Guard));
        await BreaksAsync(Customer + Filled("", ""),
            "PRIV2005 warning at Gender: 'Answer.Gender' is protected-characteristic, which the statement collects only with the consent 'survey-opt-in', and neither 'Answer' nor its data subject records that consent; mark the bool or date member that does with [Consent(\"survey-opt-in\")]");
        await BreaksAsync(Customer + Filled(Record, ""),
            "PRIV5002 warning at answer.Gender: 'Answer.Gender' (protected-characteristic) is written on a path that did not test whether this person gave the consent 'survey-opt-in'; test 'Answer.OptedInAt' of the same person first");

        static string Filled(string record, string guard) => Answer.Replace("RECORD", record, StringComparison.Ordinal).Replace("GUARD", guard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S08_what_people_write_to_support_stays_out_of_logs_and_telemetry()
    {
        const string Ticket = """
            [DataClass("customer-account"), Retention("support-communications")]
            public class Ticket { public int Id { get; set; } public int CustomerId { get; set; } [FreeText] public string? Text { get; set; } }

            """;

        await UpholdsAsync(Customer + Ticket + "public static class Support { public static void Open(Ticket ticket, ILogger logger) => logger.LogInformation(\"Ticket {Id}\", ticket.Id); }");
        await BreaksAsync(Customer + Ticket + "public static class Support { public static void Open(Ticket ticket, ILogger logger, Activity span) { logger.LogInformation(\"{Text}\", ticket.Text); span.SetTag(\"text\", ticket.Text); } }",
            "PRIV1001 warning at ticket.Text: 'Ticket.Text' (free-text) reaches a log, which the statement does not name for it: Ticket.Text -> LogInformation; leave it out, log a key instead, or redact it",
            "PRIV1002 warning at ticket.Text: 'Ticket.Text' (free-text) reaches telemetry, which leaves the process: Ticket.Text -> SetTag; leave it out, use a key instead, or redact it");
    }

    [Fact]
    public async Task S09_payment_data_is_kept_only_where_the_statement_has_it()
    {
        const string Card = "[DataClass(\"CLASS\"), Retention(\"invoices\")] public class Payment { public int Id { get; set; } public int CustomerId { get; set; } [Financial] public string? CardNumber { get; set; } }";

        await UpholdsAsync(Customer + Card.Replace("CLASS", "customer-account", StringComparison.Ordinal).Replace("CardNumber", "BillingAddress", StringComparison.Ordinal));
        await BreaksAsync(Customer + Card.Replace("CLASS", "customer-usage", StringComparison.Ordinal),
            "PRIV4003 error at CardNumber: 'Payment.CardNumber' stores financial in the data class 'customer-usage', where the privacy statement discloses it in customer-account only; name the class under 'categories.financial.classes', or keep the data elsewhere");
    }

    [Fact]
    public async Task S21_a_data_subject_reaches_all_that_is_stored()
    {
        const string Visit = "public class Visit { public int Id { get; set; } KEY [ElectronicActivity, DataClass(\"customer-usage\"), Retention(\"usage-records\")] public string? Ip { get; set; } } public class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Visit> Visits => Set<Visit>(); }";

        await UpholdsAsync(Customer + Visit.Replace("KEY", "public int CustomerId { get; set; }", StringComparison.Ordinal));
        await BreaksAsync(Customer + Visit.Replace("KEY", "", StringComparison.Ordinal),
            "PRIV2004 warning at Visit: 'Visit' stores personal data ('Visit.Ip', electronic-activity) that no data subject reaches, so it can be neither exported nor erased; give it a foreign key or navigation to the person, mark that with [SubjectLink], or mark 'Visit' [DataSubject] if each of its rows is a person");
    }

    [Fact]
    public async Task S24_what_customers_store_of_their_end_users_counts_as_personal()
    {
        const string Model = """
            [DataClass("customer-usage"), Retention("usage-records")]
            public class Device
            {
                public int Id { get; set; }
                public int CustomerId { get; set; }
                [FreeText] public string? FriendlyName { get; set; }
                [Identifier] public string? PushToken { get; set; }
                [Content, DataClass("customer-content")] public string? LastMessage { get; set; }
            }

            """;

        await UpholdsAsync(Customer + Model + "public static class Push { public static void Sent(Device device, ILogger logger) => logger.LogInformation(\"Pushed to {Id}\", device.Id); }");
        await BreaksAsync(Customer + Model + "public static class Push { public static void Sent(Device device, ILogger logger) { logger.LogInformation(\"Pushed to {Name}\", device.FriendlyName); logger.LogInformation(\"{Token}\", device.PushToken); throw new InvalidOperationException(device.LastMessage); } }",
            "PRIV1001 warning at device.FriendlyName: 'Device.FriendlyName' (free-text) reaches a log, which the statement does not name for it: Device.FriendlyName -> LogInformation; leave it out, log a key instead, or redact it",
            "PRIV1001 warning at device.PushToken: 'Device.PushToken' (identifier) reaches a log, which the statement does not name for it: Device.PushToken -> LogInformation; leave it out, log a key instead, or redact it",
            "PRIV1003 warning at device.LastMessage: 'Device.LastMessage' (content) reaches an exception's message or data, which gets logged wherever it is caught: Device.LastMessage -> InvalidOperationException; name a key instead");
    }

    [Fact]
    public async Task S29_what_beacons_of_the_email_product_tell_is_classified_and_disclosed()
    {
        const string Event = "[Product(\"email\"), DataClass(\"CLASS\"), Retention(\"usage-records\")] public class MailEvent { public int Id { get; set; } public int CustomerId { get; set; } [ElectronicActivity] public string? Kind { get; set; } }";

        await UpholdsAsync(Customer + Event.Replace("CLASS", "customer-usage", StringComparison.Ordinal));
        await BreaksAsync(Customer + Event.Replace("CLASS", "customer-content", StringComparison.Ordinal).Replace("\"email\"", "\"e-mail\"", StringComparison.Ordinal),
            "PRIV4002 error at \"e-mail\": 'e-mail' is not a product of the privacy statement; did you mean 'email'?",
            "PRIV4003 error at Kind: 'MailEvent.Kind' stores electronic-activity in the data class 'customer-content', where the privacy statement discloses it in customer-account, customer-usage only; name the class under 'categories.electronic-activity.classes', or keep the data elsewhere");
    }

    [Fact]
    public async Task S35_the_more_sensitive_the_data_the_graver_the_finding()
    {
        await UpholdsAsync(Customer + "public static class Code { public static void Log(Customer customer, ILogger logger) => logger.LogInformation(\"{Id}\", customer.Id); }");

        // One line each: an identifier is a warning, a credential an error, alone and inside an object.
        await BreaksAsync(Customer + "public static class Code { public static void Log(Customer customer, ILogger logger) { logger.LogInformation(\"{Name}\", customer.Name); logger.LogInformation(\"{Token}\", customer.Token); Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(customer)); } }",
            "PRIV1001 warning at customer.Name: 'Customer.Name' (identifier) reaches a log, which the statement does not name for it: Customer.Name -> LogInformation; leave it out, log a key instead, or redact it",
            "PRIV1006 error at System.Text.Json.JsonSerializer.Serialize(customer): The credential 'Customer.Token' (credential) is disclosed: Customer.Token -> Serialize -> WriteLine; never write it out",
            "PRIV1006 error at customer.Token: The credential 'Customer.Token' (credential) is disclosed: Customer.Token -> LogInformation; never write it out");
        Assert.True(PrivacyAnalyzers.Model.Categories.Gravity("credential") > PrivacyAnalyzers.Model.Categories.Gravity("sensitive") && PrivacyAnalyzers.Model.Categories.Gravity("sensitive") > PrivacyAnalyzers.Model.Categories.Gravity("identifier"));
    }
}
