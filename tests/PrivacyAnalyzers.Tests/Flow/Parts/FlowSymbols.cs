using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow.Parts;

/// <summary>Members, paths and labels to build the engine's parts from, without a body that leads there.</summary>
internal static class FlowSymbols
{
    private const string Code = """
        namespace System.Inner { public class Exception { public string Message { get; } = ""; } }
        namespace Elsewhere { public class Exception { public string Message { get; } = ""; } }
        public class Node { public Node Next; public Node Other; public Node Third; public string Text; public string Message { get; } = ""; }
        public class Box<T> { public T Item; public Box<T> Inner; public (string Mail, int Number) Pair; public (string Name, int Count) Named; }
        public class Reader { public Box<string> Texts; public Box<int> Numbers; }
        """;

    public static CSharpCompilation Compilation { get; } = CSharpCompilation.Create("Parts", [CSharpSyntaxTree.ParseText(Code)], References.All);

    /// <summary><c>Type.Member</c>, the type by its metadata name.</summary>
    public static ISymbol Member(string name)
    {
        int dot = name.LastIndexOf('.');
        return Compilation.GetTypeByMetadataName(name[..dot])!.GetMembers(name[(dot + 1)..]).Single();
    }

    /// <summary>The types of these expressions, each as it stands in the code.</summary>
    public static ITypeSymbol[] Anonymous(params string[] expressions)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText("class P { object[] M() => new object[] { " + string.Join(", ", expressions) + " }; }");
        SemanticModel model = Compilation.AddSyntaxTrees(tree).GetSemanticModel(tree);
        return [.. tree.GetRoot().DescendantNodes().OfType<AnonymousObjectCreationExpressionSyntax>().Select(made => model.GetTypeInfo(made).Type!)];
    }

    public static AccessStep Step(string member) => AccessStep.Of(Member(member));

    public static InputPath Path(int parameter, params AccessStep[] steps) => new(InputRoot.Parameter(parameter), [.. steps]);

    public static SyntaxNode Node(string name) => SyntaxFactory.IdentifierName(name);

    public static AbstractObject Object(int id, ObjectKind kind = ObjectKind.Fresh) => new(id, type: null, kind);

    public static Taint Label(int parameter, bool isWhole = false, bool isPseudonym = false, TraceStep? trace = null, bool isInUrl = false) =>
        new(new InputOrigin(Path(parameter), RenderMode.Raw), isWhole, isPseudonym, trace, isInUrl);
}
