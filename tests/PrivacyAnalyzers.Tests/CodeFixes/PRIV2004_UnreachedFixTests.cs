using PrivacyAnalyzers.CodeFixes;
using Test = PrivacyAnalyzers.Tests.Support.FixTest<PrivacyAnalyzers.Rules.Classification.PRIV2004_Unreached, PrivacyAnalyzers.CodeFixes.PRIV2004_UnreachedFix>;

namespace PrivacyAnalyzers.Tests.CodeFixes;

[Trait("Proof", "fix")]
public class PRIV2004_UnreachedFixTests
{
    private static string Code(string types) => """
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;

        [DataSubject]
        public class Customer
        {
            public int Id { get; set; }
        }

        public class Room
        {
            public int Id { get; set; }
        }


        """ + types + """


        public class ShopDb : DbContext
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Visit> Visits => Set<Visit>();
        }

        """;

    private const string Visit = """
        public class {|PRIV2004:Visit|}
        {
            public int Id { get; set; }
            public int RoomId { get; set; }
            public Room? Room { get; set; }

            /// <summary>Who came.</summary>
            public int? VisitorId { get; set; }
            public string? DoorId { get; set; }
            [ElectronicActivity] public string? IpAddress { get; set; }
        }
        """;

    [Fact]
    public Task The_key_of_the_person_is_marked() => Test.RunAsync(
        Code(Visit),
        Code(Visit.Replace("{|PRIV2004:Visit|}", "Visit", StringComparison.Ordinal).Replace("    public int? Visitor", "    [SubjectLink(typeof(Customer))]\n    public int? Visitor", StringComparison.Ordinal)),
        PRIV2004_UnreachedFix.LinkPrefix + "VisitorId:Customer");

    [Fact]
    public Task Or_each_row_is_a_person() => Test.RunAsync(
        Code(Visit), Code(Visit.Replace("public class {|PRIV2004:Visit|}", "[DataSubject]\npublic class Visit", StringComparison.Ordinal)), PRIV2004_UnreachedFix.SubjectKey);

    [Fact]
    public Task Of_types_that_hold_the_same_key_all_are_marked_at_once()
    {
        const string Call = "public class {|PRIV2004:Call|}\n{\n    public int Id { get; set; }\n    public int? VisitorId { get; set; }\n    [Content] public string? Text { get; set; }\n}\n";
        string Fixed(string type) => System.Text.RegularExpressions.Regex.Replace(type, @"\{\|PRIV2004:(\w+)\|\}", "$1").Replace("    public int? Visitor", "    [SubjectLink(typeof(Customer))]\n    public int? Visitor", StringComparison.Ordinal);
        string Both(string visit, string call) => Code(visit + "\n\n" + call).Replace("    public DbSet<Visit>", "    public DbSet<Call> Calls => Set<Call>();\n    public DbSet<Visit>", StringComparison.Ordinal);
        return Test.RunAsync(Both(Visit, Call), Both(Fixed(Visit), Fixed(Call)), PRIV2004_UnreachedFix.LinkPrefix + "VisitorId:Customer");
    }

    [Theory]
    [InlineData("public class {|PRIV2004:Visit|} { public int Id { get; set; } public int RoomId { get; set; } public Room? Room { get; set; } public System.Guid VisitorId { get; set; } [Content] public string? Text { get; set; } }")]
    public Task A_key_of_another_type_or_of_something_else_is_not(string visit)
    {
        var test = new Test { TestCode = Code(visit), FixedCode = Code(visit.Replace("public class {|PRIV2004:Visit|}", "[DataSubject]\npublic class Visit", StringComparison.Ordinal)), CodeActionIndex = 0 };
        return test.RunAsync(CancellationToken.None);
    }
}
