using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Classification.PRIV2002_Unclassified>;

namespace PrivacyAnalyzers.Tests.Rules.Classification;

public class PRIV2002_UnclassifiedTests
{
    [Theory]
    [InlineData("string?", "Email", "identifier", "Identifier")]
    [InlineData("string?", "PassportNumber", "sensitive", "Sensitive")]
    [InlineData("DateOnly?", "DateOfBirth", "protected-characteristic", "ProtectedCharacteristic")]
    [InlineData("string?", "Iban", "financial", "Financial")]
    [InlineData("decimal", "Salary", "financial", "Financial")]
    [InlineData("byte[]?", "FaceTemplate", "biometric", "Biometric")]
    [InlineData("string?", "IpAddress", "electronic-activity", "ElectronicActivity")]
    [InlineData("double", "Latitude", "geolocation", "Geolocation")]
    [InlineData("string?", "JobTitle", "professional", "Professional")]
    [InlineData("decimal?", "GradePointAverage", "education", "Education")]
    [InlineData("string?", "Bio", "free-text", "FreeText")]
    [InlineData("string?", "PasswordHash", "credential", "Credential")]
    public Task The_message_names_member_category_and_remedies(string type, string name, string category, string attribute) => Run(
        $$"""class Customer { public {{type}} {|#0:{{name}}|} { get; set; } }""",
        new DiagnosticResult("PRIV2002", DiagnosticSeverity.Info).WithLocation(0).WithMessage(
            $"'Customer.{name}' looks like personal data ({category}) and is not classified; add [{attribute}], or [NotPersonal(\"reason\")] if it is about nobody"));

    [Theory]
    [InlineData("public string? [|Email|] { get; set; }")]
    [InlineData("public string? [|EMail|] { get; init; }")]
    [InlineData("public required string [|BillingEmailAddress|] { get; set; }")]
    [InlineData("public string? [|email_address|];")]
    [InlineData("private string? [|_email|]; void M() => _email = _email + \"\";")]
    [InlineData("public readonly string [|Email|] = \"\";")]
    [InlineData("string? _email; public string? [|Email|] { get => _email; set => _email = value; }")]
    [InlineData("public List<string> [|Emails|] { get; } = new();")]
    [InlineData("public string[]? [|HomeAddresses|] { get; set; }")]
    [InlineData("public string? [|Firstname|] { get; set; } public string? [|lastName|] { get; set; }")]
    [InlineData("public long [|PhoneNumber|] { get; set; }")]
    [InlineData("public string? [|SSN|] { get; set; } public string? [|AddressLine1|] { get; set; }")]
    [InlineData("public DateTimeOffset [|BirthDate|] { get; set; } public int [|BirthYear|] { get; set; }")]
    [InlineData("public Kind [|Gender|] { get; set; } public enum Kind { None }")]
    [InlineData("public string? [|RefreshToken|] { get; set; } public byte[] [|PasswordSalt|] { get; set; } = [];")]
    public Task Such_a_member_counts_anywhere(string member) => Run($$"""class Thing { {{member}} }""");

    [Theory]
    [InlineData("record Thing(string [|Email|], int Priority);")]
    [InlineData("record struct Thing(string [|Email|]);")]
    [InlineData("struct Thing { public string? [|Email|]; }")]
    [InlineData("abstract class Thing { public virtual string? [|Email|] { get; set; } }")]
    [InlineData("[Transient] class Thing { public string? [|Email|] { get; set; } }")]
    [InlineData("class Thing<T> { public string? [|Email|] { get; set; } }")]
    [InlineData("class Outer { private class Inner { public string? [|Email|] { get; set; } } }")]
    [InlineData("partial class Thing { public string? [|Email|] { get; set; } } partial class Thing { public string? [|Phone|] { get; set; } }")]
    [InlineData("[FreeText] class Thing { public string? Email { get; set; } } class Other { public string? [|Email|] { get; set; } }")]
    [InlineData("class Thing { [NotPersonal(\"\")] public string? [|Email|] { get; set; } }")]
    public Task Of_any_kind_of_type_that_holds_data(string code) => Run(code);

    [Theory]
    [InlineData("Customer")]
    [InlineData("ApplicationUser")]
    [InlineData("PatientDto")]
    [InlineData("CreateEmployeeRequest")]
    [InlineData("UserProfileViewModel")]
    [InlineData("SubscriberCreatedIntegrationEvent")]
    public Task A_plain_name_counts_in_a_type_called_after_people(string type) => Run(
        $$"""class {{type}} { public string? [|Name|] { get; set; } public string? [|Address|] { get; set; } public string? [|City|] { get; set; } public string? RoleName { get; set; } public string? FileName { get; set; } public int Age2Count { get; set; } }""");

    [Theory]
    [InlineData("Product")]
    [InlineData("Queue")]
    [InlineData("UserRole")]
    [InlineData("CustomerType")]
    [InlineData("UserGroup")]
    [InlineData("NetworkNode")]
    [InlineData("Contract")]
    [InlineData("Member")]
    [InlineData("Contact")]
    [InlineData("File")]
    [InlineData("OrganizationSignUp")]
    public Task And_in_no_other(string type) => Run(
        $$"""class {{type}} { public string? Name { get; set; } public string? Address { get; set; } public string? Title { get; set; } public string? City { get; set; } public string? Location { get; set; } public int Age { get; set; } public string? Pin { get; set; } }""");

    [Theory]
    [InlineData("class Member { public string? [|Name|] { get; set; } public string? [|Email|] { get; set; } }")]
    [InlineData("class ContactModel { public string? [|Name|] { get; set; } public string? [|Phone|] { get; set; } }")]
    [InlineData("record RegisterRequest(string [|Name|], string [|Password|]);")]
    [InlineData("class OrganizationRegistration { public string? Name { get; set; } public string? [|Email|] { get; set; } }")]
    [InlineData("class Company { public string? Name { get; set; } public string? [|Email|] { get; set; } }")]
    [InlineData("class ParentEntity { public int Id { get; set; } } class BaseEntity : ParentEntity; class Document : BaseEntity { public string? Name { get; set; } public string? [|CustomerEmail|] { get; set; } }")]
    [InlineData("class Contact { public int Id { get; set; } } class Reseller : Contact { public string? [|Name|] { get; set; } public string? [|Email|] { get; set; } }")]
    [InlineData("[DataSubject] class Thing { public string? [|Name|] { get; set; } }")]
    [InlineData("class Person { public int Id { get; set; } } class Driving : Person { public string? [|Name|] { get; set; } }")]
    [InlineData("class Address { public string? [|City|] { get; set; } public string? [|ZipCode|] { get; set; } public string? Country { get; set; } }")]
    [InlineData("class Order { public string? [|ShippingStreet|] { get; set; } public string? [|ShippingCity|] { get; set; } public string? State { get; set; } }")]
    public Task Words_of_several_meanings_need_company(string code) => Run(code);

    [Theory]
    [InlineData("public int EmailTemplateId { get; set; } public string? EmailTemplate { get; set; } public string? EmailSubject { get; set; }")]
    [InlineData("public bool IsMobile { get; set; } public bool EmailConfirmed { get; set; } public bool HasPassword { get; set; } public bool? SendEmail { get; set; }")]
    [InlineData("public int MaxPasswordLength { get; set; } public int EmailRetryCount { get; set; } public int MobileBreakpoint { get; set; } public int Email { get; set; }")]
    [InlineData("public DateTime PasswordExpiry { get; set; } public DateTime EmailSentAt { get; set; } public TimeSpan Password { get; set; }")]
    [InlineData("public System.Threading.CancellationToken CancellationToken { get; set; } public string? tokenizer; public string? Tokenizer { get; set; } public string? CancelToken { get; set; }")]
    [InlineData("public string? FileName { get; set; } public string? HostName { get; set; } public string? TypeName { get; set; } public string? MethodName { get; set; } public string? ProductName { get; set; }")]
    [InlineData("public System.Net.Sockets.AddressFamily AddressFamily { get; set; } public string? PhoneNumberFormat { get; set; } public string? AccountingPeriod { get; set; }")]
    [InlineData("public object? EmailService { get; set; } public List<object>? MacAddressTable { get; set; } public Func<string, bool>? SsnValidator { get; set; } public object? Passport { get; set; }")]
    [InlineData("public Kind Voicemail { get; set; } public Kind Email { get; set; } public enum Kind { A }")]
    [InlineData("public string? ShipTown { get; set; } public string? SexHex { get; set; } public string? RaceCondition { get; set; } public string? Surgender { get; set; }")]
    [InlineData("public string? SmtpPassword { get; set; } public string? SupportEmail { get; set; } public string? DefaultUserName { get; set; } public string? ServerIpAddress { get; set; } public string? ApplicationUserAgent { get; set; }")]
    [InlineData("public string? WebSiteAddress { get; set; } public string? BotUserName { get; set; }")]
    [InlineData("public System.Net.IPAddress IpAddress { get; set; } = System.Net.IPAddress.Loopback; public System.Net.Mail.MailAddress? Email { get; set; }")]
    [InlineData("public Dictionary<string, string>? Emails { get; set; } public Address? HomeAddress { get; set; } public class Address { }")]
    [InlineData("public static string? Email { get; set; } public const string Password = \"\"; public static readonly string Phone = \"\";")]
    [InlineData("private readonly string _email = \"\"; string Read() => _email;")]
    [InlineData("public string? Mail { get; set; } public string? Email => Mail; public string? Phone { get { return Mail; } }")]
    [InlineData("public string? this[string email] { get => null; set { } }")]
    [InlineData("public void M(string email) { string phone = email; }")]
    [InlineData("public event Action<string>? Email { add { } remove { } }")]
    public Task Words_of_another_meaning_are_quiet(string member) => Run($$"""class Customer { {{member}} }""");

    [Theory]
    [InlineData("class EmailService { public string? Email { get; set; } }")]
    [InlineData("class SmtpOptions { public string? UserName { get; set; } public string? Password { get; set; } }")]
    [InlineData("class SmtpSettingsDto { public string? Password { get; set; } }")]
    [InlineData("class Mailing : System.ComponentModel.BackgroundService { public string? Email { get; set; } } namespace System.ComponentModel { class BackgroundService; }")]
    [InlineData("class UserTests { public string? Email { get; set; } class Customer { public string? Name { get; set; } } }")]
    [InlineData("class FakeUser { public string? Email { get; set; } }")]
    [InlineData("class UserSeeder { public string? Email { get; set; } }")]
    [InlineData("class EmailAttribute : Attribute { public string? Email { get; set; } }")]
    [InlineData("class Refused : Exception { public string? Email { get; set; } }")]
    [InlineData("static class Known { public static string? Email { get; set; } }")]
    [InlineData("interface IUser { string? Email { get; set; } }")]
    [InlineData("ref struct User { public string? Email { get; set; } }")]
    [InlineData("abstract class User { public abstract string? Email { get; set; } }")]
    [InlineData("enum Contact { Email, Phone }")]
    [InlineData("class WarehouseModel { public string? Name { get; set; } public double Latitude { get; set; } }")]
    [InlineData("class ChainWalletAddressData { public string? Address { get; set; } }")]
    public Task So_are_types_that_hold_no_data(string code) => Run(code);

    [Theory]
    [InlineData("class User { [Identifier] public string? Email { get; set; } }")]
    [InlineData("class User { [Content] public string? Email { get; set; } }")]
    [InlineData("class User { [field: Identifier] public string? Email { get; set; } }")]
    [InlineData("record User([Identifier] string Email, [property: Credential] string Password);")]
    [InlineData("[Identifier] class User { public string? Email { get; set; } public string? Name { get; set; } }")]
    [InlineData("class User { [NotPersonal(\"the company's\")] public string? Email { get; set; } }")]
    [InlineData("record User([NotPersonal(\"the company's\")] string Email);")]
    [InlineData("[NotPersonal(\"machines\")] class User { public string? Email { get; set; } }")]
    [InlineData("class User { [Microsoft.AspNetCore.Identity.PersonalData] public string? Email { get; set; } }")]
    [InlineData("class User { [Microsoft.Extensions.Compliance.Classification.NoDataClassification] public string? Email { get; set; } }")]
    [InlineData("interface I { [Identifier] string? Email { get; } } class User : I { public string? Email { get; set; } }")]
    [InlineData("interface I { [NotPersonal(\"r\")] string? Email { get; } } class User : I { public string? Email { get; set; } }")]
    [InlineData("class B { [Identifier] public virtual string? Email { get; set; } } class User : B { public override string? Email { get; set; } }")]
    [InlineData("class B { [NotPersonal(\"r\")] public virtual string? Email { get; set; } } class User : B { public override string? Email { get; set; } }")]
    [InlineData("class User : Microsoft.AspNetCore.Identity.IdentityUser { public override string? Email { get; set; } }")]
    [InlineData("class User { [Identifier] public string? Email { get; set; } private string? _email; void M() => _email = _email + \"\"; }")]
    public Task What_is_classified_or_said_to_be_nobody_s_is_quiet(string code) => Run(code);

    [Theory]
    [InlineData("Contoso.Shop.UnitTests", "class User { public string? Email { get; set; } }")]
    [InlineData("Contoso.Tests.Support", "class User { public string? Email { get; set; } }")]
    [InlineData("Contoso.TestCentre", "class User { public string? [|Email|] { get; set; } }")]
    [InlineData("Contoso.Contests", "class User { public string? [|Email|] { get; set; } }")]
    public Task An_assembly_of_tests_holds_nobody_s_data(string assembly, string code)
    {
        Test test = Create(code);
        test.SolutionTransforms.Add((solution, project) => solution.WithProjectAssemblyName(project, assembly));
        return test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public Task Generated_code_is_left_alone()
    {
        Test test = Create("partial class User { public string? [|Email|] { get; set; } }");
        test.TestState.Sources.Add(("User.g.cs", "#nullable enable\npartial class User { public string? Phone { get; set; } }"));
        return test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public Task Without_the_annotations_nobody_asked()
    {
        Test test = new() { TestCode = "class User { public string Email { get; set; } = \"\"; }" };
        test.TestState.AdditionalReferences.Clear();
        test.TestState.AdditionalReferences.AddRange(References.Without("PrivacyAnalyzers"));
        return test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public Task A_hint_is_no_source()
    {
        var test = new Support.AnalyzerTest<PrivacyAnalyzers.Rules.Exposure.ExposureRules>
        {
            TestCode = "class User { public string? Email { get; set; } void M() => System.Diagnostics.Trace.WriteLine(Email); }",
        };
        return test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public Task Broken_code_is_left_to_the_compiler()
    {
        Test test = Create("class User : User, Missing { public string? [|Email|] { get; set; } public Missing Phone { get; set; } public string } record R(,string [|Email|], string class");
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync(CancellationToken.None);
    }

    private static Test Create(string code) => new() { TestCode = Usings(code) };

    private static string Usings(string code) => "using System;\nusing System.Collections.Generic;\nusing PrivacyAnalyzers;\n" + code;

    private static Task Run(string code, params DiagnosticResult[] expected) => Test.RunAsync(Usings(code), null, expected);
}
