namespace PrivacyAnalyzers.Tests.Generation.Rights;

/// <summary>Correction, restriction, withdrawn consent and opt-out, on a database.</summary>
public class RightsTests
{
    private const string Statement = """
        statement: Shop privacy statement
        effective: 2026-01-08
        dataClasses:
          account: { role: controller }
        purposes:
          service: { basis: contract }
          marketing: { basis: legitimate-interest, optOut: { within: P3D } }
        categories:
          identifier: { classes: [account], purposes: [service, marketing] }
          free-text: { classes: [account], purposes: [service] }
          protected-characteristic: { classes: [account], purposes: [service], consent: survey-opt-in }
        retention:
          support: { keep: P3Y, after: account-closed, then: delete }
          invoices: { keep: by-law, ground: tax, then: delete }
        """;

    private const string Model = """
        [DataSubject, Retention("support")]
        public class Customer
        {
            public int Id { get; set; }
            [Identifier] public string Name { get; set; } = "";
            [Identifier] public string? Phone { get; set; }
            [Credential] public string? Secret { get; set; }
            [ProtectedCharacteristic] public string? Gender { get; set; }
            [ProtectedCharacteristic, Retention("invoices")] public int? BirthYear { get; set; }
            [Consent("survey-opt-in")] public DateTime? SurveyOptInAt { get; set; }
            [OptOut("marketing")] public DateTimeOffset? MarketingOptOutAt { get; set; }
            [Restriction] public bool IsRestricted { get; set; }
            [LegalHold] public bool OnHold { get; set; }
            [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; }
        }
        [Retention("support")]
        public class Answer
        {
            public int Id { get; set; }
            public int CustomerId { get; set; }
            [ProtectedCharacteristic] public string? Text { get; set; }
            [Consent("survey-opt-in")] public bool IsConsented { get; set; }
        }
        public class Db(DbContextOptions<Db> options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Answer> Answers => Set<Answer>(); }
        """;

    private const string Fill = """
        await using Db db = Open();
        for (int i = 1; i <= 3; i++)
        {
            db.Add(new Customer { Id = i, Name = "Jane", Phone = "555", Secret = "s", Gender = "f", BirthYear = 1990, SurveyOptInAt = new DateTime(2025, 1, 1), OnHold = i == 3 });
            db.Add(new Answer { Id = i, CustomerId = i, Text = "answered", IsConsented = true });
        }
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();

        """;

    private static Task<string> RunAsync(string script, string model = Model) => LiveModel.RunAsync(model, Fill + script, Statement);

    [Fact]
    [Trait("Clause", "S06")]
    public async Task S06_withdrawn_consent_clears_what_needs_it()
    {
        string text = await RunAsync("""
            RightsReceipt receipt = await db.WithdrawCustomerConsentAsync(await Verified<Customer>(1), "survey-opt-in");
            RightsReceipt again = await db.WithdrawCustomerConsentAsync(await Verified<Customer>(1), "survey-opt-in");
            return $"{receipt}\n{string.Join(", ", again.Entities)}\n{Rows("SELECT Id, Gender, BirthYear, SurveyOptInAt, Name FROM Customers")}\n{Rows("SELECT Id, Text, IsConsented FROM Answers")}";
            """);

        Assert.Equal(
            """
            Withdrawal of survey-opt-in for one Customer, 2026-01-08 12:00:00Z, verified by session
            Answer: 1 recorded, 1 cleared
            Customer: 1 recorded, 1 cleared
            withheld: 1 Customer (BirthYear), kept by law: tax, rule invoices
            Answer: 0 recorded, 0 cleared, Customer: 0 recorded, 0 cleared
            1|NULL|1990|NULL|Jane;2|f|1990|2025-01-01 00:00:00|Jane;3|f|1990|2025-01-01 00:00:00|Jane
            1|NULL|0;2|answered|1;3|answered|1
            """,
            text);
    }

    [Fact]
    [Trait("Clause", "S19")]
    public async Task S19_a_hold_keeps_the_data_and_not_the_consent()
    {
        string text = await RunAsync("""
            RightsReceipt receipt = await db.WithdrawCustomerConsentAsync(await Verified<Customer>(3), "survey-opt-in");
            return $"{string.Join(", ", receipt.Entities)}; {string.Join(", ", receipt.Withheld)}; {Rows("SELECT Gender, SurveyOptInAt FROM Customers WHERE Id = 3")}";
            """);

        Assert.Equal("Answer: 1 recorded, 0 cleared, Customer: 1 recorded, 0 cleared; 1 Answer (Text), legal hold, 1 Customer (Gender), legal hold, 1 Customer (BirthYear), kept by law: tax, rule invoices; f|NULL", text);
    }

    [Fact]
    [Trait("Clause", "S18")]
    public async Task S18_an_opt_out_is_recorded_and_takes_effect_within_three_days()
    {
        string text = await RunAsync("""
            RightsReceipt receipt = await db.OptOutCustomerAsync(await Verified<Customer>(1), "marketing");
            RightsReceipt again = await db.OptOutCustomerAsync(await Verified<Customer>(1), "marketing");
            return $"{string.Join(", ", receipt.Entities)}, {string.Join(", ", again.Entities)}, {receipt.Within}, {receipt.DueBy:u}, {Rows("SELECT Id, MarketingOptOutAt FROM Customers")}";
            """);

        Assert.Equal("Customer: 1 recorded, 0 cleared, Customer: 0 recorded, 0 cleared, P3D, 2026-01-11 12:00:00Z, 1|2026-01-08 12:00:00+00:00;2|NULL;3|NULL", text);
    }

    [Fact]
    [Trait("Clause", "S21")]
    public async Task S21_a_restriction_is_recorded_and_lifted()
    {
        string text = await RunAsync("""
            RightsReceipt receipt = await db.RestrictCustomerAsync(await Verified<Customer>(2));
            string restricted = Rows("SELECT Id, IsRestricted FROM Customers");
            await db.LiftCustomerRestrictionAsync(await Verified<Customer>(2));
            return $"{receipt.Right} of {receipt.Of ?? "all"}: {string.Join(", ", receipt.Entities)}, {restricted}, {Rows("SELECT Id, IsRestricted FROM Customers")}";
            """);

        Assert.Equal("Restriction of all: Customer: 1 recorded, 0 cleared, 1|0;2|1;3|0, 1|0;2|0;3|0", text);
    }

    [Fact]
    [Trait("Clause", "S21")]
    public async Task S21_what_is_wrong_is_corrected_and_the_rest_stays()
    {
        string text = await RunAsync("""
            RightsReceipt receipt = await db.CorrectCustomerAsync(await Verified<Customer>(1), new DbPrivacy.CustomerCorrection { Name = "Joan", Phone = null });
            RightsReceipt held = await db.CorrectCustomerAsync(await Verified<Customer>(3), new DbPrivacy.CustomerCorrection { Name = "Joan" });
            return $"{string.Join(", ", receipt.Entities)}; {string.Join(", ", held.Entities)}, {held.Withheld.Single().Reason}; {Rows("SELECT Id, Name, Phone, Gender FROM Customers")}; {string.Join(" ", typeof(DbPrivacy.CustomerCorrection).GetProperties().Select(p => p.Name))}";
            """);

        Assert.Equal("Customer: 1 recorded, 0 cleared; Customer: 0 recorded, 0 cleared, LegalHold; 1|Joan|NULL|f;2|Jane|555|f;3|Jane|555|f; Name Phone Gender BirthYear", text);
    }

    [Fact]
    public async Task The_receipt_says_how_the_person_was_verified()
    {
        const string ByPhone = "public sealed class ByPhone : IRequestVerifier { public System.Threading.Tasks.Task<VerificationOutcome> VerifyAsync(VerificationRequest request, System.Threading.CancellationToken cancellationToken) => System.Threading.Tasks.Task.FromResult(VerificationOutcome.Verified(\"phone\", \"ticket 7\")); }";
        string text = await RunAsync("""
            RightsReceipt receipt = await db.RestrictCustomerAsync(await VerifiedRequest.VerifyAsync<Customer>(new ByPhone(), 1, timeProvider: new Clock()));
            return $"{receipt.VerifiedBy}, {receipt.VerificationReference}";
            """, Model + ByPhone);

        Assert.Equal("phone, ticket 7", text);
    }

    [Fact]
    public async Task A_request_for_other_rights_and_an_unknown_name_are_refused()
    {
        string text = await RunAsync("""
            VerifiedRequest<Customer> access = await VerifiedRequest.VerifyAsync<Customer>(new Verifier(), 1, SubjectRights.Access, timeProvider: new Clock());
            return string.Join("\n",
                await Refused(() => db.OptOutCustomerAsync(access, "marketing")),
                await Refused(() => db.RestrictCustomerAsync(access)),
                await Refused(() => db.CorrectCustomerAsync(access, new DbPrivacy.CustomerCorrection())),
                await Refused(async () => await db.OptOutCustomerAsync(await Verified<Customer>(1), "research")));
            """);

        Assert.Equal(
            """
            RequestRefusedException: The request was refused: it was verified for Access, not for Withdrawal
            RequestRefusedException: The request was refused: it was verified for Access, not for Restriction
            RequestRefusedException: The request was refused: it was verified for Access, not for Correction
            ArgumentException: Nothing of Customer records or needs 'research' (Parameter 'purpose')
            """,
            text);
    }

    [Fact]
    public async Task A_choice_that_no_row_can_record_is_not_taken_for_recorded()
    {
        const string Optional = """
            [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } public Preferences? Preferences { get; set; } [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
            public class Preferences { [OptOut("marketing")] public bool NoMarketing { get; set; } public int Kind { get; set; } }
            public class Db(DbContextOptions<Db> options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); protected override void OnModelCreating(ModelBuilder b) => b.Entity<Customer>().OwnsOne(c => c.Preferences); }
            """;
        string text = await LiveModel.RunAsync(
            Optional,
            """
            await using Db db = Open();
            db.Add(new Customer { Id = 1, Preferences = new() });
            db.Add(new Customer { Id = 2 });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            RightsReceipt receipt = await db.OptOutCustomerAsync(await Verified<Customer>(1), "marketing");
            string refused = await Refused(async () => await db.OptOutCustomerAsync(await Verified<Customer>(2), "marketing"));
            return $"{receipt.Entities[0]}, {Rows("SELECT Id, Preferences_NoMarketing FROM Customers")}, {refused}";
            """,
            Statement);

        Assert.Equal("Customer: 1 recorded, 0 cleared, 1|1;2|NULL, InvalidOperationException: Nothing was changed: there is no row of this Customer that could record the choice", text);
    }
}
