using Microsoft.CodeAnalysis.CSharp;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Model.Subjects;

/// <summary>A model of many kinds of people, each of which is asked whose the others are: counted in bytes, so that the machine does not matter.</summary>
public class ModelGrowthTests
{
    [Fact]
    public void What_a_model_takes_grows_with_its_people()
    {
        _ = Allocated(10);
        long small = Allocated(40);
        long large = Allocated(160);

        Assert.InRange(large, small, small * 4 * 3);
    }

    private static long Allocated(int people)
    {
        string code = "using PrivacyAnalyzers;\n" + string.Concat(Enumerable.Range(0, people).Select(i => $"[DataSubject] public class Person{i} {{ public int Id {{ get; set; }} [Identifier] public string? Email {{ get; set; }} }}\n"));
        CSharpCompilation compilation = CSharpCompilation.Create("People", [CSharpSyntaxTree.ParseText(code)], References.All);
        string[] names = [.. Enumerable.Range(0, people).Select(i => "Person" + i)];
        long before = GC.GetAllocatedBytesForCurrentThread();

        ContextModel model = ModelCache.Outside(compilation, names, statement: null, CancellationToken.None)!;

        Assert.Equal(people, model.Subjects.Count);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
