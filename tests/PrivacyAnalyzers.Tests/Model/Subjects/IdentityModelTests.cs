using PrivacyAnalyzers.Generation.Disclosure;
using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Generation.Retention;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Model.Subjects;

/// <summary>ASP.NET Core Identity: its entities stand in another assembly, and so does the configuration that joins them.</summary>
public class IdentityModelTests
{
    private static readonly GeneratorTest Test = new("""
        using Microsoft.AspNetCore.Identity;
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;
        namespace Shop;
        [DataSubject] public class AppUser : IdentityUser { [Identifier] public string? FullName { get; set; } }
        public class Db : DbContext
        {
            public DbSet<AppUser> Users => Set<AppUser>();
            public DbSet<IdentityRole> Roles => Set<IdentityRole>();
            public DbSet<IdentityUserClaim<string>> UserClaims => Set<IdentityUserClaim<string>>();
            public DbSet<IdentityUserLogin<string>> UserLogins => Set<IdentityUserLogin<string>>();
            public DbSet<IdentityUserToken<string>> UserTokens => Set<IdentityUserToken<string>>();
        }
        """);

    [Fact]
    public void What_identity_stores_beside_a_user_leads_to_the_user()
    {
        Microsoft.CodeAnalysis.CSharp.CSharpCompilation compilation = Test.Compile();

        ContextModel model = ContextModelBuilder.Build(compilation.GetTypeByMetadataName("Shop.Db")!, compilation, null, CancellationToken.None)!;

        SubjectModel subject = Assert.Single(model.Subjects);
        Assert.Equal("string", subject.KeyType);
        Assert.Equal(
            [
                "db.UserClaims row.UserId == key",
                "db.UserLogins row.UserId == key",
                "db.UserTokens row.UserId == key",
                "db.Users row.Id == key",
            ],
            subject.Paths.Select(path => $"{model.Find(path.Entity)!.Set} {path.Predicate}").Order(StringComparer.Ordinal));
        Assert.Equal("db.Users", model.Find(subject.Paths[^1].Entity)!.Set);
        Assert.Contains(model.Find("global::Shop.AppUser")!.Members, member => member is { Name: "Email", Category: "identifier" });
    }

    [Fact]
    public void Every_generator_copes_with_it()
    {
        GeneratorResult result = Test.Run(new ExportGenerator(), new ErasureGenerator(), new RetentionGenerator(), new DisclosureGenerator());

        Assert.Contains("Describe_AppUser_PhoneNumber", result.Text, StringComparison.Ordinal);
        Assert.Contains("EraseAppUserAsync", result.Text, StringComparison.Ordinal);
    }
}
