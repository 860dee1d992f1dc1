using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Obligations.PRIV5002_UntestedChoice>;

namespace PrivacyAnalyzers.Tests.Rules.Obligations;

public class PRIV5002_UntestedChoiceTests
{
    private const string Model = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;

        [DataSubject]
        public class Customer
        {
            public int Id { get; set; }
            [Identifier] public string? Email { get; set; }
            [Identifier] public string? Phone { get; set; }
            [OptOut("marketing")] public bool OptedOut { get; set; }
            [Consent("survey-opt-in")] public bool OptIn { get; set; }
            [ProtectedCharacteristic] public string? Gender { get; set; }
            public Customer? Spouse { get; set; }
            public bool CanBeMailed => !OptedOut && Email != null;
            public bool MayAsk() => OptIn;
            public void SetGender(string? gender) => Gender = gender;
        }

        [DataSubject]
        public class Reader
        {
            public int Id { get; set; }
            [Identifier] public string? Email { get; set; }
            public Preferences? Preferences { get; set; }
            public List<Answer> Answers { get; } = new();
        }

        public class Preferences
        {
            public int Id { get; set; }
            public int ReaderId { get; set; }
            [OptOut("marketing")] public DateTime? OptedOutAt { get; set; }
            [Commercial] public string? Interests { get; set; }
        }

        [Retention("account-default")]
        public class Answer
        {
            public int Id { get; set; }
            public int ReaderId { get; set; }
            public Reader? Reader { get; set; }
            [Consent("survey-opt-in")] public DateTime? OptedInAt { get; set; }
            [ProtectedCharacteristic] public string? Gender { get; set; }
        }

        [DataSubject]
        public record Member(int Id, [Consent("survey-opt-in")] bool OptIn, [ProtectedCharacteristic] string? Gender) { public string? Name { get; set; } }

        [Transient]
        public record Form(bool OptIn, [ProtectedCharacteristic] string? Gender);

        public class Db : DbContext
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Reader> Readers => Set<Reader>();
            public DbSet<Preferences> Preferences => Set<Preferences>();
            public DbSet<Answer> Answers => Set<Answer>();
            public DbSet<Member> Members => Set<Member>();
        }

        public interface IMailer
        {
            void Send(string? to);
            Task SendAsync(string? to);
        }

        public interface IRules
        {
            bool Allow(Customer customer);
        }

        """;

    private const string Send = "mailer.Send(customer.Email)";

    [Theory]
    [InlineData(
        "[Purpose(\"marketing\")] void M(Customer customer, IMailer mailer) => mailer.Send({|#0:customer.Email|});",
        "'Customer.Email' (identifier) is read for the purpose 'marketing' on a path that did not test whether this person opted out of 'marketing'; test 'Customer.OptedOut' of the same person first")]
    [InlineData(
        "void M(Customer customer, string gender) { {|#0:customer.Gender|} = gender; }",
        "'Customer.Gender' (protected-characteristic) is written on a path that did not test whether this person gave the consent 'survey-opt-in'; test 'Customer.OptIn' of the same person first")]
    public Task The_message_names_member_use_choice_and_remedy(string method, string message) =>
        Run(method, new DiagnosticResult("PRIV5002", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(message));

    // Reads: on a path that did not test this person's opt-out.
    [Theory]
    [InlineData("void M(Customer customer, IMailer mailer) { if (customer.OptedOut) mailer.Send([|customer.Email|]); }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (customer.OptedOut) Console.WriteLine(); mailer.Send([|customer.Email|]); }")]
    [InlineData("void M(Customer customer, Customer other, IMailer mailer) { if (!other.OptedOut) mailer.Send([|customer.Email|]); }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (!customer.OptedOut) mailer.Send([|customer.Spouse!.Email|]); }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (customer.Spouse is { OptedOut: false }) mailer.Send([|customer.Email|]); }")]
    [InlineData("void M(Customer customer, IMailer mailer, bool force) { if (force || !customer.OptedOut) mailer.Send([|customer.Email|]); }")]
    [InlineData("void M(Customer customer, IMailer mailer, bool force) { if (!force) { if (customer.OptedOut) return; } mailer.Send([|customer.Email|]); }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (!customer.OptIn) return; mailer.Send([|customer.Email|]); }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (string.IsNullOrEmpty(customer.Email)) return; mailer.Send([|customer.Email|]); }")]
    [InlineData("void M(Customer customer, Customer other, IMailer mailer) { if (customer.OptedOut) return; customer = other; mailer.Send([|customer.Email|]); }")]
    [InlineData("void M(List<Customer> all, IMailer mailer) { foreach (var customer in all) mailer.Send([|customer.Email|]); }")]
    [InlineData("void M(List<Customer> all, IMailer mailer) { foreach (var customer in all.Where(c => c.Id > 7)) mailer.Send([|customer.Email|]); }")]
    [InlineData("void M(List<Customer> all, IMailer mailer) { foreach (var customer in all.Where(c => c.OptedOut)) mailer.Send([|customer.Email|]); }")]
    [InlineData("IEnumerable<string?> M(Db db) => db.Customers.Select(c => [|c.Email|]);")]
    [InlineData("IEnumerable<string?> M(Db db) => from c in db.Customers where c.Id > 3 select [|c.Email|];")]
    [InlineData("void M(Customer customer, IMailer mailer) { var to = [|customer.Email|]; mailer.Send(to); }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if ([|customer.Email|] is { } to) mailer.Send(to); }")]
    [InlineData("void M(Customer customer, IMailer mailer) => mailer.Send($\"Dear {[|customer.Email|]}\");")]
    [InlineData("async Task M(Db db, IMailer mailer) { await foreach (var c in db.Customers.AsAsyncEnumerable()) await mailer.SendAsync([|c.Email|]); }")]
    [InlineData("void M(Reader reader, IMailer mailer) { if (reader.Preferences != null) mailer.Send([|reader.Email|]); }")]
    [InlineData("void M(Reader reader, IMailer mailer) { if (reader.Preferences?.OptedOutAt != null) mailer.Send([|reader.Email|]); }")]
    [InlineData("void M(Reader reader, Reader other, IMailer mailer) { if (other.Preferences is { OptedOutAt: null }) mailer.Send([|reader.Email|]); }")]
    [InlineData("void M(Reader reader, IMailer mailer) { mailer.Send([|reader.Preferences!.Interests|]); }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (IsBig(customer)) mailer.Send([|customer.Email|]); } bool IsBig(Customer c) => c.Id > 7;")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (!Allows(customer)) mailer.Send([|customer.Email|]); } bool Allows(Customer c) => !c.OptedOut;")]
    [InlineData("void M(Customer customer, Customer other, IMailer mailer) { if (Allows(other)) mailer.Send([|customer.Email|]); } bool Allows(Customer c) => !c.OptedOut;")]
    [InlineData("void M(Customer customer, IMailer mailer) { Local(); void Local() => mailer.Send([|customer.Email|]); }")]
    [InlineData("void M(Customer customer, IMailer mailer) { try { if (customer.OptedOut) throw new Exception(); } catch (Exception) { } mailer.Send([|customer.Email|]); }")]
    [InlineData("void M(Db db, IMailer mailer) { db.Customers.ToList().ForEach(c => mailer.Send([|c.Email|])); }")]
    [InlineData("void M(Db db, IMailer mailer) { try { db.Customers.ToList().ForEach(c => mailer.Send([|c.Email|])); } catch (Exception) { } }")]
    [InlineData("void M(List<Customer> all, IMailer mailer, bool a) { try { if (a) mailer.Send(null); if (!a) mailer.Send(\"\"); all.ForEach(c => mailer.Send([|c.Email|])); } catch (Exception) { } finally { a = true; } }")]
    [InlineData("void M(List<Customer> all, IMailer mailer, bool a) { try { if (a) mailer.Send(null); Local(); } finally { if (a) mailer.Send(null); a = true; } void Local() => all.ForEach(c => mailer.Send([|c.Email|])); }")]
    [InlineData("void M(Customer customer, IMailer mailer) { switch (customer.Id) { case 1 when !customer.OptedOut: mailer.Send(customer.Email); break; default: mailer.Send([|customer.Email|]); break; } }")]
    public Task Read_without_the_test(string method) => Run("[Purpose(\"marketing\")] " + method);

    [Theory]
    [InlineData("void M(Customer customer, IMailer mailer) { if (!customer.OptedOut) " + Send + "; }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (customer.OptedOut) return; " + Send + "; }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (customer.OptedOut) throw new Exception(); " + Send + "; }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (customer.OptedOut == false) " + Send + "; }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (customer.OptedOut is false) " + Send + "; }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (customer.OptedOut != true) " + Send + "; }")]
    [InlineData("void M(Customer? customer, IMailer mailer) { if (customer is { OptedOut: false }) " + Send + "; }")]
    [InlineData("void M(Customer? customer, IMailer mailer) { if (customer is not { OptedOut: false, Email: { } to }) return; mailer.Send(to); }")]
    [InlineData("void M(Customer? customer, IMailer mailer) { if (customer?.OptedOut == false) " + Send + "; }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (customer.Id > 3 && !customer.OptedOut && customer.Email != null) " + Send + "; }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (customer.OptedOut || customer.Email is not { } to) return; mailer.Send(to); }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (customer.Email is null) return; if (!customer.OptedOut) " + Send + "; }")]
    [InlineData("void M(Customer customer, IMailer mailer) { var to = customer.Email; if (customer.OptedOut) return; mailer.Send(to); }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (customer.Email is { } to && !customer.OptedOut) mailer.Send(to); }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (customer.Email!.Contains('@') && !customer.OptedOut) " + Send + "; }")]
    [InlineData("void M(Customer customer, IMailer mailer) { bool may = !customer.OptedOut; if (may) " + Send + "; }")]
    [InlineData("void M(Customer customer, IMailer mailer) { bool may = customer.Id > 3 && !customer.OptedOut; if (!may) return; " + Send + "; }")]
    [InlineData("void M(Customer customer, IMailer mailer) => mailer.Send(customer.OptedOut ? null : customer.Email);")]
    [InlineData("void M(Customer customer, IMailer mailer) { var to = customer.OptedOut ? null : customer.Email; if (to != null) mailer.Send(to); }")]
    [InlineData("string? M(Customer customer) => customer.OptedOut ? null : customer.Email;")]
    [InlineData("string? M(Customer customer) => customer switch { { OptedOut: true } => null, _ => customer.Email };")]
    [InlineData("string? M(Customer customer) { switch (customer.OptedOut) { case false: return customer.Email; default: return null; } }")]
    [InlineData("void M(List<Customer> all, IMailer mailer) { foreach (var customer in all) { if (customer.OptedOut) continue; " + Send + "; } }")]
    [InlineData("void M(Customer[] all, IMailer mailer) { for (int i = 0; i < all.Length; i++) { var customer = all[i]; if (!customer.OptedOut) " + Send + "; } }")]
    [InlineData("void M(List<Customer> all, IMailer mailer) { foreach (var customer in all.Where(c => !c.OptedOut)) " + Send + "; }")]
    [InlineData("void M(List<Customer> all, IMailer mailer) { foreach (var customer in all.Where(c => c.Id > 3 && !c.OptedOut).OrderBy(c => c.Email).Take(5).ToList()) " + Send + "; }")]
    [InlineData("void M(Customer[] all, IMailer mailer) { var some = all.Where(c => !c.OptedOut).ToArray(); foreach (var customer in some) " + Send + "; }")]
    [InlineData("IEnumerable<string?> M(Db db) => db.Customers.Where(c => !c.OptedOut).Select(c => c.Email);")]
    [InlineData("IEnumerable<string?> M(Db db) => from c in db.Customers where !c.OptedOut select c.Email;")]
    [InlineData("IEnumerable<string?> M(Db db) => db.Customers.Select(c => new { c.Email, c.OptedOut }).Where(x => !x.OptedOut).Select(x => x.Email);")]
    [InlineData("string? M(Db db) => db.Customers.First(c => c.Id == 3 && !c.OptedOut).Email;")]
    [InlineData("void M(Db db, IMailer mailer) { var customer = db.Customers.FirstOrDefault(c => !c.OptedOut); if (customer != null) " + Send + "; }")]
    [InlineData("async Task M(Db db, IMailer mailer) { await foreach (var c in db.Customers.Where(c => !c.OptedOut).AsAsyncEnumerable()) await mailer.SendAsync(c.Email); }")]
    [InlineData("async Task M(Db db, IMailer mailer) { foreach (var c in await db.Customers.Where(c => !c.OptedOut).ToListAsync()) await mailer.SendAsync(c.Email); }")]
    [InlineData("async Task M(Db db, IMailer mailer) { if (!await db.Customers.AnyAsync(c => c.Id == 3 && !c.OptedOut)) return; var c = await db.Customers.FindAsync(3); mailer.Send(c!.Email); }")]
    [InlineData("void M(Db db, IMailer mailer) { db.Customers.Where(c => !c.OptedOut).ToList().ForEach(c => mailer.Send(c.Email)); }")]
    [InlineData("void M(List<Customer> all, IMailer mailer) { var some = new List<Customer>(); foreach (var c in all) { if (!c.OptedOut) some.Add(c); } foreach (var c in some) mailer.Send(c.Email); }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (customer.CanBeMailed) " + Send + "; }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (!Allows(customer)) return; " + Send + "; } static bool Allows(Customer c) => !c.OptedOut;")]
    [InlineData("async Task M(Customer customer, IMailer mailer) { if (await AllowsAsync(customer)) " + Send + "; } async Task<bool> AllowsAsync(Customer c) { await Task.Yield(); return !c.OptedOut; }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (IsOut(customer)) return; " + Send + "; } bool IsOut(Customer c) { if (c.OptedOut) return true; return c.Id == 0; }")]
    [InlineData("void M(Customer customer, IMailer mailer) { Demand(customer); " + Send + "; } void Demand(Customer c) { if (c.OptedOut) throw new InvalidOperationException(); }")]
    [InlineData("void M(Customer customer, IMailer mailer, Db db) { if (Asks(db, customer.Id)) " + Send + "; } bool Asks(Db db, int id) => db.Customers.Count(c => c.Id == id && !c.OptedOut) > 0;")]
    [InlineData("void M(Db db, IMailer mailer) { foreach (var customer in Some(db)) " + Send + "; } IQueryable<Customer> Some(Db db) => db.Customers.Where(c => !c.OptedOut);")]
    [InlineData("void M(Db db, IMailer mailer) { foreach (var customer in Some(db)) " + Send + "; } IEnumerable<Customer> Some(Db db) { foreach (var c in db.Customers) { if (!c.OptedOut) yield return c; } }")]
    [InlineData("void M(Customer customer, IMailer mailer, IRules rules) { if (rules.Allow(customer)) " + Send + "; }")]
    [InlineData("void M(Customer customer, IMailer mailer, Func<Customer, bool> allow) { if (allow(customer)) " + Send + "; }")]
    [InlineData("void M(Reader reader, IMailer mailer) { if (reader.Preferences is { OptedOutAt: null }) mailer.Send(reader.Email); }")]
    [InlineData("void M(Reader reader, IMailer mailer) { if (reader.Preferences is not { OptedOutAt: null } || reader.Email is not { } to) return; mailer.Send(to); }")]
    [InlineData("void M(Reader reader, IMailer mailer) { if (reader.Preferences!.OptedOutAt is null) mailer.Send(reader.Email + reader.Preferences.Interests); }")]
    [InlineData("void M(Reader reader, IMailer mailer) { if (reader.Preferences!.OptedOutAt.HasValue) return; mailer.Send(reader.Email); }")]
    [InlineData("void M(Reader reader, IMailer mailer) { var p = reader.Preferences!; if (p.OptedOutAt == null) mailer.Send(reader.Email); }")]
    [InlineData("void M(Reader reader, Db db, IMailer mailer) { var p = db.Preferences.Single(x => x.ReaderId == reader.Id); if (p.OptedOutAt == null) mailer.Send(reader.Email); }")]
    [InlineData("void M(Reader reader, IMailer mailer) { if (reader.Preferences!.OptedOutAt > DateTime.UtcNow) mailer.Send(reader.Email); }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (!customer.OptedOut) Task.Run(() => " + Send + "); }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (!customer.OptedOut) Local(); void Local() => " + Send + "; }")]
    [InlineData("void M(Customer customer, IMailer mailer) { Local(customer); void Local(Customer c) { if (!c.OptedOut) mailer.Send(c.Email); } }")]
    [InlineData("void M(Customer customer) { if (customer.Email == \"x\") Console.WriteLine(customer.Id); }")]
    [InlineData("void M(Customer customer, IMailer mailer) { var same = customer; if (same.OptedOut) return; " + Send + "; }")]
    [InlineData("void M(Customer customer, IMailer mailer) { if (!customer.OptedOut) { var same = customer; mailer.Send(same.Email); } }")]
    [InlineData("void M(Customer customer) { customer.OptedOut = true; customer.Phone = null; }")]
    [InlineData("void M(Customer customer) => Console.WriteLine(nameof(customer.Email));")]
    [InlineData("void M(Form form, IMailer mailer) => mailer.Send(form.Gender);")]
    public Task Read_behind_the_test_or_no_use(string method) => Run("[Purpose(\"marketing\")] " + method);

    [Theory]
    [InlineData("[Purpose(\"marketing\")] private void Mail(Customer c, IMailer mailer) => mailer.Send(c.Email); void M(Customer customer, IMailer mailer) { if (!customer.OptedOut) Mail(customer, mailer); }")]
    [InlineData("[Purpose(\"marketing\")] private void Mail(Customer c, IMailer mailer) => mailer.Send(c.Email); void M(Db db, IMailer mailer) { foreach (var c in db.Customers.Where(c => !c.OptedOut)) Mail(c, mailer); }")]
    [InlineData("[Purpose(\"marketing\")] private void Mail(Customer c, IMailer mailer) => mailer.Send(c.Email); void M(Customer a, IMailer m) { if (!a.OptedOut) N(a, m); } void N(Customer b, IMailer m) => Mail(b, m);")]
    [InlineData("[Purpose(\"provide-service\")] void M(Customer customer, IMailer mailer) => " + Send + ";")]
    [InlineData("void M(Customer customer, IMailer mailer) => " + Send + ";")]
    [InlineData("[Purpose(\"no-such\")] void M(Customer customer, IMailer mailer) => " + Send + ";")]
    public Task Callers_that_tested_and_other_purposes(string method) => Run(method);

    /// <summary>Facts pile up in such code, and each assignment looks through all of them: nobody waits for that.</summary>
    [Theory]
    [InlineData(20, "", "foreach (var x in new[] { customer }) ", "mailer.Send([|customer.Email|]);", "", "")]
    [InlineData(200, "", "foreach (var x in new[] { customer }) ", "mailer.Send(customer.Email);", "", "")]
    [InlineData(20, "Console.WriteLine(", "new { A = ", "[|customer.Email|]", " }", ");")]
    [InlineData(200, "Console.WriteLine(", "new { A = ", "customer.Email", " }", ");")]
    public Task A_body_that_is_nested_too_deeply_is_given_up(int depth, string before, string opening, string inner, string closing, string after) => Run(
        "[Purpose(\"marketing\")] void M(Customer customer, IMailer mailer) { " + before +
        string.Concat(Enumerable.Range(0, depth).Select(i => opening.Replace("var x", "var x" + i, StringComparison.Ordinal))) + inner + string.Concat(Enumerable.Repeat(closing, depth)) + after + " } " +
        "[Purpose(\"marketing\")] void N(Customer customer, IMailer mailer) => mailer.Send([|customer.Email|]);");

    [Fact]
    public Task Callers_of_which_one_did_not_test() => Run(
        "[Purpose(\"marketing\")] private void Mail(Customer c, IMailer mailer) => mailer.Send([|c.Email|]); " +
        "void M(Customer customer, IMailer mailer) { if (!customer.OptedOut) Mail(customer, mailer); } void N(Customer customer, IMailer mailer) => Mail(customer, mailer);");

    [Fact]
    public Task A_purpose_on_the_type_holds_for_its_methods_unless_they_say_their_own() => Test.RunAsync(
        Model + "[Purpose(\"marketing\")] class Code { void M(Customer customer, IMailer mailer) => mailer.Send([|customer.Email|]); [Purpose(\"provide-service\")] void N(Customer customer, IMailer mailer) => mailer.Send(customer.Email); static void Use(Customer c) { if (c.OptIn) c.SetGender(null); } }",
        Statements.Example);

    // Writes: on a path that did not test this person's consent.
    [Theory]
    [InlineData("void M(Customer customer, string g) { if (!customer.OptIn) [|customer.Gender|] = g; }")]
    [InlineData("void M(Customer customer, Customer other, string g) { if (other.OptIn) [|customer.Gender|] = g; }")]
    [InlineData("void M(Customer customer, string g) { if (!customer.OptedOut) [|customer.Gender|] = g; }")]
    [InlineData("void M(Customer customer, string g) { customer.OptIn = false; [|customer.Gender|] = g; }")]
    [InlineData("void M(Customer customer, string g, bool on) { customer.OptIn = on; [|customer.Gender|] = g; }")]
    [InlineData("Customer M(string g) => new Customer { [|Gender|] = g };")]
    [InlineData("Customer M(Form form) => new Customer { OptIn = form.OptIn, [|Gender|] = form.Gender };")]
    [InlineData("Answer M(Form form) => new Answer { [|Gender|] = form.Gender };")]
    [InlineData("Answer M(Form form) => new Answer { OptedInAt = form.OptIn ? DateTime.UtcNow : null, [|Gender|] = form.Gender };")]
    [InlineData("void M(Answer answer, string g) { if (answer.Reader != null) [|answer.Gender|] = g; }")]
    [InlineData("void M(Customer customer, string g) { [|customer.Gender|] ??= g; }")]
    [InlineData("void M(Customer customer, bool ask, string g) { if (ask && !customer.OptIn) return; [|customer.Gender|] = g; }")]
    [InlineData("Member M(bool optIn, string g) => new Member(1, optIn, [|g|]);")]
    [InlineData("Member M(string g) => new(Id: 1, Gender: [|g|], OptIn: false);")]
    [InlineData("Member M(Member m, string g) => m with { [|Gender|] = g };")]
    [InlineData("void M(Customer customer, string g) { int i; ([|customer.Gender|], i) = (g, 1); Console.WriteLine(i); }")]
    [InlineData("void M(Customer customer, (string, int) g) { ([|customer.Gender|], _) = g; }")]
    [InlineData("void M(Db db, string g) => db.Customers.ExecuteUpdate(s => s.SetProperty([|c => c.Gender|], g));")]
    [InlineData("Task M(Db db, string g) => db.Customers.Where(c => c.Id == 3).ExecuteUpdateAsync(s => s.SetProperty(c => c.Email, g).SetProperty([|c => c.Gender|], c => c.Email));")]
    [InlineData("Task M(Db db, string g) => db.Customers.Where(c => !c.OptIn).ExecuteUpdateAsync(s => s.SetProperty([|c => c.Gender|], g));")]
    public Task Written_without_the_test(string method) => Run(method);

    [Theory]
    [InlineData("void M(Customer customer, string g) { if (customer.OptIn) customer.Gender = g; }")]
    [InlineData("void M(Customer customer, string g) { if (!customer.OptIn) return; customer.Gender = g; }")]
    [InlineData("void M(Customer customer, string g) { if (customer.MayAsk()) customer.Gender = g; }")]
    [InlineData("void M(Customer customer, string g) => customer.Gender = customer.OptIn ? g : null;")]
    [InlineData("void M(Customer customer, string g) { string? kept = customer.OptIn ? g : null; customer.Gender = kept; }")]
    [InlineData("void M(Customer customer) { customer.Gender = null; }")]
    [InlineData("void M(Customer customer) { customer.Gender = default; customer.Gender = \"\"; }")]
    [InlineData("void M(Customer customer, string g) { customer.OptIn = true; customer.Gender = g; }")]
    [InlineData("Customer M(string g) => new Customer { OptIn = true, Gender = g };")]
    [InlineData("Customer M(Form form) => new Customer { OptIn = form.OptIn, Gender = form.OptIn ? form.Gender : null };")]
    [InlineData("Answer M(Form form) => new Answer { OptedInAt = form.OptIn ? DateTime.UtcNow : null, Gender = form.OptIn ? form.Gender : null };")]
    [InlineData("Answer M(Form form) => new Answer { OptedInAt = DateTime.UtcNow, Gender = form.Gender };")]
    [InlineData("Answer M() => new Answer { Gender = null };")]
    [InlineData("void M(Answer answer, string g) { if (answer.OptedInAt is not null) answer.Gender = g; }")]
    [InlineData("void M(Answer answer, string g) { if (answer.OptedInAt is { } at && at < DateTime.UtcNow) answer.Gender = g; }")]
    [InlineData("void M(Answer answer, string g) { if (answer.OptedInAt <= DateTime.UtcNow) answer.Gender = g; }")]
    [InlineData("void M(Answer answer, string g) { if (answer is { OptedInAt: not null }) answer.Gender = g; }")]
    [InlineData("void M(Customer customer, string g) { if (customer.OptIn) customer.Gender ??= g; }")]
    [InlineData("void M(Customer customer, string g) { if (customer.OptIn) customer.SetGender(g); }")]
    [InlineData("void M(Form form) { Console.WriteLine(form with { Gender = \"x\" }); }")]
    [InlineData("void M(Customer customer, string g) { if (!customer.OptIn) { Console.WriteLine(); } else { customer.Gender = g; } }")]
    [InlineData("void M(Customer customer, Func<string?> ask) { while (customer.OptIn && customer.Gender == null) customer.Gender = ask(); }")]
    [InlineData("Member? M(bool optIn, string g) => new Member(1, optIn, optIn ? g : null);")]
    [InlineData("Member M(string g) => new Member(1, true, g);")]
    [InlineData("Member M(string g) => new(Gender: g, OptIn: true, Id: 1);")]
    [InlineData("Member M() => new Member(1, false, null);")]
    [InlineData("Member? M(bool optIn, string g) { if (!optIn) return null; return new Member(1, optIn, g); }")]
    [InlineData("Member M(Member m, string g) => m.OptIn ? m with { Gender = g } : m;")]
    [InlineData("Member M(string g) { var m = new Member(1, true, null); return m with { Gender = g }; }")]
    [InlineData("Form M(string g) => new Form(false, g);")]
    [InlineData("Customer M(string g) => new Customer { Gender = g, OptIn = true };")]
    [InlineData("void M(Customer customer, string g) { if (customer.OptIn) (customer.Gender, customer.Email) = (g, g); }")]
    [InlineData("void M(Customer customer, string g) => (customer.OptIn, customer.Gender) = (true, g);")]
    [InlineData("void M(Customer customer, string g) => (customer.Gender, customer.OptIn) = (g, true);")]
    [InlineData("void M(Customer customer) { (customer.Gender, customer.OptIn) = (null, false); }")]
    [InlineData("void M(Db db, string g) => db.Customers.Where(c => c.OptIn).ExecuteUpdate(s => s.SetProperty(c => c.Gender, g));")]
    [InlineData("Task M(Db db, string g) => db.Customers.Where(c => c.Id == 3 && c.OptIn).ExecuteUpdateAsync(s => s.SetProperty(c => c.Email, g).SetProperty(c => c.Gender, g));")]
    [InlineData("Task M(Db db) => db.Customers.ExecuteUpdateAsync(s => s.SetProperty(c => c.OptIn, false).SetProperty(c => c.Gender, (string?)null));")]
    [InlineData("Task M(Db db) => db.Customers.ExecuteUpdateAsync(s => s.SetProperty(c => c.Gender, c => null));")]
    [InlineData("Task M(Db db, string g) => db.Customers.Where(c => c.Id == 3).ExecuteUpdateAsync(s => s.SetProperty(c => c.Gender, g).SetProperty(c => c.OptIn, true));")]
    [InlineData("void M(Customer customer, Db db, string g) { if (customer.OptIn) db.Customers.Where(c => c.Id == customer.Id).ExecuteUpdate(s => s.SetProperty(c => c.Gender, g)); }")]
    public Task Written_behind_the_test_or_nothing_written(string method) => Run(method);

    [Fact]
    public Task Without_a_record_of_the_consent_that_is_another_rule() => Test.RunAsync(
        "using PrivacyAnalyzers; [DataSubject] class C { public int Id { get; set; } [ProtectedCharacteristic] public string? Gender { get; set; } } class Code { void M(C c, string g) => c.Gender = g; }", Statements.Example);

    [Fact]
    public Task Without_a_record_of_the_opt_out_a_read_has_nothing_to_test() => Test.RunAsync(
        "using PrivacyAnalyzers; [DataSubject] class C { public int Id { get; set; } [Identifier] public string? Name { get; set; } } class Code { [Purpose(\"marketing\")] void M(C c) => Send({|#0:c.Name|}); void Send(string? s) { } }",
        Statements.Example,
        new DiagnosticResult("PRIV5002", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "'C.Name' (identifier) is read for the purpose 'marketing' on a path that did not test whether this person opted out of 'marketing'; record the choice in a member marked [OptOut(\"marketing\")], and test that first"));

    [Fact]
    public Task Without_a_statement_no_choice_is_known() => Test.RunAsync(Model + "class Code { [Purpose(\"marketing\")] void M(Customer customer, IMailer mailer) => " + Send + "; }");

    [Theory]
    [InlineData("[Purpose(\"marketing\")] void M(Customer customer) { if (customer.OptedOut) return; Missing(customer.Email")]
    [InlineData("[Purpose(\"marketing\")] void M(Customer customer) { foreach (var x in ) { customer.Gender = ; } }")]
    [InlineData("[Purpose] void M(Customer customer) => customer.Nothing.Email(x => x.OptedOut && );")]
    public Task Broken_code_stops_nothing(string method)
    {
        var test = new Test { TestCode = Model + "class Code { " + method + " }", Statement = Statements.Example, CompilerDiagnostics = CompilerDiagnostics.None };
        test.DisabledDiagnostics.Add("PRIV5002");
        return test.RunAsync(CancellationToken.None);
    }

    /// <summary>An extension as this compiler's newest language writes it.</summary>
    private static string Extended(string member) => typeof(Microsoft.CodeAnalysis.CSharp.CSharpCompilation).Assembly.GetName().Version!.Major >= 5
        ? "extension(Customer c) { public bool " + member + " }"
        : "public static bool " + member.Replace("May()", "May(this Customer c)", StringComparison.Ordinal);

    [Theory]
    [InlineData("May() => !c.OptedOut;", "customer.Email")]
    [InlineData("May() { if (c.OptedOut) return false; return c.Id > 0; }", "customer.Email")]
    [InlineData("May() => c.Id > 7;", "[|customer.Email|]")]
    [InlineData("May() => c.OptedOut;", "[|customer.Email|]")]
    public Task An_extension_that_tests_the_choice_counts(string extension, string read) => Test.RunAsync(
        Model + "static class Extensions { " + Extended(extension) + " }\n[Purpose(\"marketing\")] class S { void M(List<Customer> all, IMailer mailer) { foreach (Customer customer in all) { if (!customer.May()) continue; mailer.Send(" + read + "); } } static void Use(Customer c) { if (c.OptIn) c.SetGender(null); } }",
        Statements.Example);

    private static Task Run(string method, params DiagnosticResult[] expected) => Test.RunAsync(
        Model + "class Code { " + method + " static void Use(Customer c) { if (c.OptIn) c.SetGender(null); } }", Statements.Example, expected);
}
