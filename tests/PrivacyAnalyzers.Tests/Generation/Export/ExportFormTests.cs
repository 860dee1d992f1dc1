using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Export;

/// <summary>Other forms of an export: a ZIP by category, without content, and what a person may take along.</summary>
public class ExportFormTests
{
    private const string Statement = """
        statement: Shop privacy statement
        effective: 2026-01-08
        dataClasses:
          account: { role: controller }
          other: { role: controller }
        purposes:
          service: { basis: contract }
          analysis: { basis: legitimate-interest }
        categories:
          identifier: { classes: [account, other], sources: [sign-up, third-parties], purposes: [service], disclosedTo: [mailer, bank, court] }
          content: { classes: [account], sources: [sign-up], purposes: [service] }
          commercial: { classes: [account], sources: [third-parties], purposes: [service] }
          electronic-activity: { classes: [account], sources: [automatic], purposes: [analysis] }
        recipients:
          mailer: { kind: service-provider, receives: [identifier], classes: [account], regions: [US] }
          bank: { kind: service-provider, receives: [identifier], classes: [other], regions: [US] }
          court: { kind: service-provider, receives: [identifier], regions: [US] }
        """;

    private const string Model = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading.Tasks;
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;
        namespace Shop;

        [DataSubject, DataClass("account")] public class Customer { public int Id { get; set; } [Identifier] public string Name { get; set; } = ""; [Commercial] public string? Score { get; set; } [OptOut("marketing")] public bool NoMarketing { get; set; } public Address Home { get; set; } = new(); }
        public class Address { [Identifier] public string Street { get; set; } = ""; [ElectronicActivity] public string? SeenFrom { get; set; } }
        public class Message { public int Id { get; set; } public int CustomerId { get; set; } [Content] public string Body { get; set; } = ""; [ElectronicActivity] public string Ip { get; set; } = ""; }
        public class Db(DbContextOptions<Db> options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Message> Messages => Set<Message>();
            protected override void OnModelCreating(ModelBuilder b) => b.Entity<Customer>().OwnsOne(c => c.Home);
        }

        public static class Script
        {
            public static async Task<DbContext> Open(Microsoft.Data.Sqlite.SqliteConnection connection, int messages)
            {
                var db = new Db(new DbContextOptionsBuilder<Db>().UseSqlite(connection).Options);
                await db.Database.EnsureCreatedAsync();
                for (int i = 1; i <= 2; i++)
                    db.Add(new Customer { Id = i, Name = "name" + i, Score = "score" + i, NoMarketing = true, Home = new() { Street = "street" + i, SeenFrom = "seen" + i } });
                for (int i = 1; i <= messages; i++)
                    db.Add(new Message { Id = i, CustomerId = 1 + i % 2, Body = "body" + i, Ip = "ip" + i });
                await db.SaveChangesAsync();
                return db;
            }

            public static async Task<int> Zip(DbContext db, IRequestVerifier verifier, Stream stream, ExportOptions? options)
            {
                await ((Db)db).WriteCustomerExportZipAsync(await VerifiedRequest.VerifyAsync<Customer>(verifier, 1), stream, options);
                return 0;
            }

            public static async Task<int> Json(DbContext db, IRequestVerifier verifier, Stream stream, ExportOptions options)
            {
                await ((Db)db).WriteCustomerExportAsync(await VerifiedRequest.VerifyAsync<Customer>(verifier, 1), stream, options);
                return 0;
            }
        }
        """;

    private static readonly Lazy<GeneratorResult> Compiled = new(() => new GeneratorTest(Model) { Statement = Statement }.Run(new ExportGenerator()));

    [Fact]
    [Trait("Clause", "S21")]
    public async Task S21_a_zip_has_a_file_for_each_category_and_an_index()
    {
        SortedDictionary<string, string> files = await ZipAsync(null);

        Assert.Equal(["choices.json", "commercial.json", "content.json", "electronic-activity.json", "identifier.json", "index.json"], files.Keys);
        Assert.Equal(
            """{"category":"electronic-activity","entities":{"Customer":{"members":["Home.SeenFrom"],"rows":[{"Home":{"SeenFrom":"seen1"}}]},"Messages":{"members":["Ip"],"rows":[{"Ip":"ip2"},{"Ip":"ip4"}]}}}""",
            Short(files["electronic-activity.json"]));
        Assert.Equal("""{"category":"identifier","entities":{"Customer":{"members":["Name","Home.Street"],"rows":[{"Name":"name1","Home":{"Street":"street1"}}]}}}""", Short(files["identifier.json"]));
        Assert.Equal("""{"category":"choices","entities":{"Customer":{"members":["NoMarketing"],"rows":[{"NoMarketing":true}]}}}""", Short(files["choices.json"]));
        using var index = JsonDocument.Parse(files["index.json"]);
        Assert.Equal("Customer", index.RootElement.GetProperty("subject").GetString());
        Assert.Equal(
            """choices.json {"Customer":1}; commercial.json {"Customer":1}; content.json {"Messages":2}; electronic-activity.json {"Customer":1,"Messages":2}; identifier.json {"Customer":1}""",
            string.Join("; ", index.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString() + " " + Compact(file.GetProperty("rows")))));
    }

    [Fact]
    [Trait("Clause", "S21")]
    public async Task S21_what_a_person_may_take_along_is_what_they_provided_on_consent_or_contract()
    {
        var portable = new ExportOptions { Scope = ExportScope.Portability };

        Assert.Equal(["content.json", "identifier.json", "index.json"], (await ZipAsync(portable)).Keys);
        string json = await JsonAsync(portable);
        Assert.Contains("name1", json, StringComparison.Ordinal);
        Assert.Contains("body2", json, StringComparison.Ordinal);
        Assert.DoesNotContain("score1", json, StringComparison.Ordinal);
        Assert.DoesNotContain("ip2", json, StringComparison.Ordinal);
        Assert.DoesNotContain("seen1", json, StringComparison.Ordinal);
        Assert.DoesNotContain("NoMarketing", json, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "S21")]
    public async Task S21_each_member_says_where_it_comes_from_and_who_receives_it()
    {
        using var json = JsonDocument.Parse(await JsonAsync(new ExportOptions()));
        JsonElement members = json.RootElement.GetProperty("entities").GetProperty("Customer").GetProperty("members");

        Assert.Equal(
            """{"category":"identifier","dataClass":"account","purposes":["service"],"sources":["sign-up","third-parties"],"recipients":["mailer","court"]}""",
            Compact(members.GetProperty("Name")));
        Assert.Equal("""{"category":"electronic-activity","dataClass":"account","purposes":["analysis"],"sources":["automatic"]}""", Compact(members.GetProperty("Home.SeenFrom")));
    }

    [Fact]
    public async Task Content_can_be_left_out()
    {
        var options = new ExportOptions { IncludeContent = false };

        Assert.DoesNotContain("content.json", (await ZipAsync(options)).Keys);
        string json = await JsonAsync(options);
        Assert.DoesNotContain("body", json, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("ip2", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_is_written_asynchronously_and_in_pieces()
    {
        var stream = new AsyncOnly();
        using var database = new SqliteDatabase();
        await using DbContext db = await Compiled.Value.CallAsync<DbContext>("Shop.Script", "Open", database.Connection, 20_000);

        await Compiled.Value.CallAsync<int>("Shop.Script", "Zip", db, new Erasure.Shop.Verifier(), stream, null);

        Assert.InRange(stream.Largest, 1, 64 * 1024);
        Assert.True(stream.Pieces > 5, "it comes in pieces");
        using var archive = new ZipArchive(new MemoryStream(stream.ToArray()));
        Assert.Equal(6, archive.Entries.Count);
    }

    private static async Task<SortedDictionary<string, string>> ZipAsync(ExportOptions? options)
    {
        using var database = new SqliteDatabase();
        await using DbContext db = await Compiled.Value.CallAsync<DbContext>("Shop.Script", "Open", database.Connection, 4);
        using var stream = new MemoryStream();
        await Compiled.Value.CallAsync<int>("Shop.Script", "Zip", db, new Erasure.Shop.Verifier(), stream, options);
        using var archive = new ZipArchive(new MemoryStream(stream.ToArray()));
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            files.Add(entry.FullName, await reader.ReadToEndAsync());
        }

        return files;
    }

    private static async Task<string> JsonAsync(ExportOptions options)
    {
        using var database = new SqliteDatabase();
        await using DbContext db = await Compiled.Value.CallAsync<DbContext>("Shop.Script", "Open", database.Connection, 4);
        using var stream = new MemoryStream();
        await Compiled.Value.CallAsync<int>("Shop.Script", "Json", db, new Erasure.Shop.Verifier(), stream, options);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Without line ends, and of the members their names.</summary>
    private static string Short(string json)
    {
        System.Text.Json.Nodes.JsonNode root = System.Text.Json.Nodes.JsonNode.Parse(json)!;
        foreach ((string _, System.Text.Json.Nodes.JsonNode? entity) in root["entities"]!.AsObject())
            entity!["members"] = new System.Text.Json.Nodes.JsonArray([.. entity["members"]!.AsObject().Select(member => (System.Text.Json.Nodes.JsonNode)member.Key)]);
        return root.ToJsonString();
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);

    /// <summary>A stream as a web server gives it: what is written at once is refused.</summary>
    private sealed class AsyncOnly : MemoryStream
    {
        public int Largest { get; private set; }

        public int Pieces { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Synchronous operations are disallowed");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Largest = Math.Max(Largest, buffer.Length);
            Pieces++;
            base.Write(buffer.ToArray(), 0, buffer.Length);
            return default;
        }
    }
}
