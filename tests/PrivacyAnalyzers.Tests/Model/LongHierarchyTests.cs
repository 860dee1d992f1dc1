using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Rules.Statement;
using PrivacyAnalyzers.Statement;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Model;

/// <summary>Classes that each derive from the one before: what is asked of all of them does not list for each what all above declare. Counted in bytes, so that the machine does not matter.</summary>
public class LongHierarchyTests
{
    [Theory]
    [InlineData("shapes")]
    [InlineData("statement")]
    public void What_is_asked_of_all_classes_grows_with_their_number(string asked)
    {
        _ = Allocated(asked, 50);
        long small = Allocated(asked, 200);
        long large = Allocated(asked, 800);

        Assert.InRange(large, small, small * 4 * 2);
    }

    private static long Allocated(string asked, int count)
    {
        string code = "using PrivacyAnalyzers;\n[DataSubject] public class E0 { public int Id { get; set; } [Identifier] public string? Text0 { get; set; } }\n" +
            string.Concat(Enumerable.Range(1, count).Select(i => $"public class E{i} : E{i - 1} {{ [Identifier] public string? Text{i} {{ get; set; }} }}\n")) +
            "public class Db : Microsoft.EntityFrameworkCore.DbContext { public Microsoft.EntityFrameworkCore.DbSet<E0> All => Set<E0>(); }";
        CSharpCompilation compilation = CSharpCompilation.Create("Hierarchy", [CSharpSyntaxTree.ParseText(code)], References.All);
        PrivacyStatement statement = StatementReader.Read("privacy.yml", SourceText.From(Statements.Example), CancellationToken.None).Statement!;
        long before = GC.GetAllocatedBytesForCurrentThread();
        if (asked == "statement")
        {
            var use = StatementUse.Of(compilation, statement, CancellationToken.None);
            Assert.Equal(["identifier"], use.Categories);
        }
        else
        {
            var shapes = new TypeShapes(ModelCache.Classifier(compilation, statement), compilation);
            Assert.All(new SourceTypes(compilation).All.Where(type => type.Name != "Db"), type => Assert.True(shapes.MayShow(type, RenderMode.Serialized)));
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
