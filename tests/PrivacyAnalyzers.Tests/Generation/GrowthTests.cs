using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Generation.Retention;
using PrivacyAnalyzers.Generation.Rights;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation;

/// <summary>
/// What models and generators take grows with what they write: counted in bytes, so that the machine does not matter. Where the way to a person gets longer with
/// each entity, so does what is written of it.
/// </summary>
public class GrowthTests
{
    private const string Delete = "[Retention(\"usage-records\")] ";
    private const string Row = "public class E{0} {{ public int Id {{ get; set; }} public int ParentId {{ get; set; }} public E{1} Parent {{ get; set; }} = null!; [Identifier] public string? Text {{ get; set; }} }}";
    private const string OptionalRow = "public class E{0} {{ public int Id {{ get; set; }} public int? ParentId {{ get; set; }} public E{1}? Parent {{ get; set; }} [Identifier] public string? Text {{ get; set; }} }}";
    private const string Of = "public class E{0} {{ public int Id {{ get; set; }} public int E0Id {{ get; set; }} [Identifier] public string? Text {{ get; set; }} }}";
    private const string Configured = "public class E{0} {{ public int Id {{ get; set; }} public int Up {{ get; set; }} public E0 Top {{ get; set; }} = null!; [Identifier] public string? Text {{ get; set; }} }}";
    private const string Person = "[DataSubject] public class E{0} {{ public int Id {{ get; set; }} public int? OtherId {{ get; set; }} public E{1}? Other {{ get; set; }} [Identifier] public string? Text {{ get; set; }} }}";

    /// <summary>Each of a row of entities refers to the one before: a model's way to the person, and a query by it, is as long as it is far.</summary>
    [Theory]
    [InlineData("", Row)]
    [InlineData(Delete, Row)]
    [InlineData(Delete, OptionalRow)]
    public void What_a_row_of_entities_takes_grows_no_more_than_what_is_written(string mark, string entity)
    {
        _ = Emitted(mark, entity, 10);
        (long taken, long written) small = Emitted(mark, entity, 50);
        (long taken, long written) large = Emitted(mark, entity, 400);

        Assert.InRange(large.taken, 1, small.taken * large.written / small.written * 2);
    }

    [Theory]
    [InlineData(Delete, Of)]
    [InlineData(Delete, Configured)]
    [InlineData("", Person)]
    public void What_entities_take_grows_with_their_number(string mark, string entity)
    {
        _ = Emitted(mark, entity, 10);
        (long small, _) = Emitted(mark, entity, 50);
        (long large, _) = Emitted(mark, entity, 400);

        Assert.InRange(large, small, small * 8 * 1.2);
    }

    private static (long Taken, long Written) Emitted(string mark, string entity, int count)
    {
        string code = "using PrivacyAnalyzers; using Microsoft.EntityFrameworkCore;\n[DataSubject] " + mark + "public class E0 { public int Id { get; set; } [Identifier] public string? Email { get; set; } }\n" +
            string.Concat(Enumerable.Range(1, count).Select(i => mark + string.Format(System.Globalization.CultureInfo.InvariantCulture, entity, i, i - 1) + "\n")) +
            "public class Db : DbContext {" + string.Concat(Enumerable.Range(0, count + 1).Select(i => $"public DbSet<E{i}> E{i} => Set<E{i}>();\n")) +
            "protected override void OnModelCreating(ModelBuilder m) { " + (entity == Configured ? string.Concat(Enumerable.Range(1, count).Select(i => $"m.Entity<E{i}>().HasOne(e => e.Top).WithMany().HasForeignKey(e => e.Up); ")) : "") + "} }";
        CSharpCompilation compilation = CSharpCompilation.Create("Grown", [CSharpSyntaxTree.ParseText(code)], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        PrivacyStatement statement = StatementLocator.Load(new MemoryText("/repo/privacy.yml", Erasure.Shop.Statement), CancellationToken.None)!.Statement!;

        // What the compiler finds out once it is asked, it has found out.
        _ = compilation.GetDiagnostics();
        long before = GC.GetAllocatedBytesForCurrentThread();
        ContextModel model = ModelCache.Context(compilation, "Db", statement, CancellationToken.None)!;
        long written = ExportEmitter.Emit(model).Length + TransactionEmitter.Emit(model).Length + SweepEmitter.Emit(model).Length;
        foreach (SubjectModel subject in model.Subjects)
            written += ErasureEmitter.Emit(model, subject).Length + (RightsEmitter.Emit(model, subject)?.Length ?? 0);
        long taken = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(count + 1, model.Entities.Count);
        return (taken, written);
    }
}
