using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Export;

/// <summary>Data subjects without a database: the object exports and anonymises itself.</summary>
public class PlainExportTests
{
    private const string Model = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Text;
        using System.Text.Json;
        using PrivacyAnalyzers;

        namespace Shop;

        public class Address { [Identifier] public string? Street { get; set; } public string? Country { get; set; } }
        public class Phone { [Identifier, Anonymize(With = "0")] public string Number { get; set; } = ""; }

        [DataSubject, Retention("account-default"), DataClass("customer-account")]
        public class Customer
        {
            public int Id { get; set; }
            [Identifier, Anonymize(With = "nobody")] public string Name { get; set; } = "";
            [Identifier] public string? Email { get; set; }
            [ProtectedCharacteristic] public int Age { get; set; }
            [ProtectedCharacteristic, Anonymize(With = "1900-01-01")] public DateOnly Born { get; set; }
            [Credential] public string? Password { get; set; }
            [Consent("survey-opt-in")] public bool Survey { get; set; }
            public string Region { get; set; } = "EEA";
            public Address Home { get; } = new();
            public Address? Work { get; set; }
            public List<Phone> Phones { get; } = new();
        }

        public static class Script
        {
            private static Customer New()
            {
                var customer = new Customer { Id = 7, Name = "Ann", Email = "ann@example.com", Age = 41, Born = new DateOnly(1985, 2, 3), Password = "secret", Survey = true, Work = new Address { Street = "Work" } };
                customer.Home.Street = "Home";
                customer.Home.Country = "DE";
                customer.Phones.Add(new Phone { Number = "555" });
                return customer;
            }

            public static string Typed()
            {
                CustomerPrivacy.CustomerRow export = New().ToPersonalDataExport();
                return $"{export.Name.Value} {export.Email.Value} {export.Age.Value} {export.Password.Value} {export.Survey.Member.Choice} {export.Home?.Street.Value} {export.Home?.Street.Member.Retention} {export.Phones[0].Number.Value} {export.Name}";
            }

            public static string Json()
            {
                using var stream = new MemoryStream();
                using (var writer = new Utf8JsonWriter(stream))
                    New().WritePersonalDataExport(writer);
                return JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("row").GetRawText();
            }

            public static string Anonymized()
            {
                Customer c = New();
                c.Anonymize();
                return $"{c.Id} {c.Name} {c.Email} {c.Age} {c.Born:yyyy-MM-dd} {c.Password} {c.Survey} {c.Region} {c.Home.Street} {c.Home.Country} {c.Work?.Street} {c.Phones[0].Number}";
            }
        }
        """;

    private static readonly Lazy<GeneratorResult> Generated = new(() => new GeneratorTest(Model)
    {
        Statement = Statements.Example,
        References = References.Without("Microsoft.EntityFrameworkCore"),
    }.Run(new ExportGenerator()));

    [Fact]
    public void Emits_extension_methods() => Generated.Value.MatchSnapshot();

    [Fact]
    public void The_export_holds_every_classified_value_and_no_secret() =>
        Assert.Equal("Ann ann@example.com 41 withheld consent: survey-opt-in Home account-default 555 Name", Generated.Value.Call<string>("Shop.Script", "Typed"));

    [Fact]
    public void The_export_can_be_written_as_json() =>
        Assert.Equal(
            """{"Name":"Ann","Email":"ann@example.com","Age":41,"Born":"1985-02-03","Password":"withheld","Survey":true,"Home":{"Street":"Home"},"Work":{"Street":"Work"},"Phones":[{"Number":"555"}]}""",
            Generated.Value.Call<string>("Shop.Script", "Json"));

    [Fact]
    [Trait("Clause", "S20")]
    public void S20_anonymising_clears_every_classified_value_and_nothing_else() =>
        Assert.Equal("7 nobody  0 1900-01-01  True EEA  DE  0", Generated.Value.Call<string>("Shop.Script", "Anonymized"));

    [Theory]
    [InlineData("[Identifier] public System.Net.Mail.MailAddress Name { get; set; } = null!;", false)]
    [InlineData("[Identifier] public string Name { get; set; } = \"\";", true)]
    [InlineData("[Identifier] public string? Name { get; }", false)]
    [InlineData("[Identifier] public string? Name { get; init; }", false)]
    [InlineData("[Identifier] public string? Name { get; private set; }", false)]
    [InlineData("[Identifier] public string? Name { get; set; }", true)]
    [InlineData("[Identifier] public string? Name;", true)]
    [InlineData("[Identifier, Anonymize(With = \"x\")] public string Name { get; set; } = \"\";", true)]
    [InlineData("[Identifier] public Guid Token { get; set; }", true)]
    public void There_is_no_anonymize_where_something_would_be_left(string member, bool isOffered)
    {
        string text = new GeneratorTest($"using System; using PrivacyAnalyzers; [DataSubject] public class Customer {{ public int Id {{ get; set; }} {member} }}").Run(new ExportGenerator()).Text;

        Assert.Equal(isOffered, text.Contains("void Anonymize(", StringComparison.Ordinal));
        Assert.Contains("ToPersonalDataExport", text, StringComparison.Ordinal);
    }
}
