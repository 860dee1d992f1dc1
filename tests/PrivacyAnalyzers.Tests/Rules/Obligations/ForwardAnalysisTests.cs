using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Rules.Obligations;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Rules.Obligations;

/// <summary>Following what holds through a body: what handlers are told, and how the work grows. Counted in joins, so that the machine does not matter.</summary>
public class ForwardAnalysisTests
{
    [Theory]
    [InlineData("foreach (var x{0} in new[] {{ 1 }}) {{\n", "}")]
    [InlineData("try {{ int x{0} = 1;\n", "} catch (System.InvalidOperationException) { }")]
    [InlineData("try {{ int x{0} = 1;\n", "} finally { }")]
    public void Joins_grow_with_the_depth_of_nesting(string opening, string closing)
    {
        int small = Assigned.In("int a;" + Nested(opening, closing, 10)).Joins;
        int large = Assigned.In("int a;" + Nested(opening, closing, 40)).Joins;

        Assert.InRange(large, small, small * 4 * 2);
    }

    /// <summary>A handler further out is reached from one further in, and from what runs before it has begun.</summary>
    [Theory]
    [InlineData("try { a = 1; try { b = 1; } catch { c = 1; } } catch { Seen(); }", " a b c")]
    [InlineData("try { a = 1; try { b = 1; } finally { c = 1; } } catch { Seen(); }", " a b c")]
    [InlineData("try { a = 1; try { b = 1; } catch when (n > 0) { } } catch { Seen(); }", " a b")]
    [InlineData("try { a = 1; } catch { b = 1; } finally { Seen(); }", " a b")]
    [InlineData("try { a = 1; } catch { Seen(); } finally { b = 1; }", " a")]
    [InlineData("try { try { a = 1; return; } finally { } } finally { Seen(); }", " a")]
    public void A_handler_knows_what_may_have_happened(string code, string expected) => Assert.Equal(expected, Assigned.In("int a, b, c;" + code).Seen);

    private static string Nested(string opening, string closing, int depth)
    {
        var code = new StringBuilder();
        for (int i = 0; i < depth; i++)
            code.AppendFormat(CultureInfo.InvariantCulture, opening, i);
        code.Append("a = 1;");
        for (int i = 0; i < depth; i++)
            code.Append(closing);
        return code.ToString();
    }

    /// <summary>Which of three variables may have been assigned.</summary>
    private sealed class Assigned(ControlFlowGraph graph) : ForwardAnalysis<string>(graph, CancellationToken.None)
    {
        public int Joins { get; private set; }

        /// <summary>What may have been assigned where <c>Seen</c> is called.</summary>
        public string? Seen { get; private set; }

        public static Assigned In(string code)
        {
            CSharpCompilation compilation = CSharpCompilation.Create("Nested", [CSharpSyntaxTree.ParseText("class C { void Seen() { } void M(int n) { " + code + " } }")], References.All);
            MethodDeclarationSyntax method = compilation.SyntaxTrees[0].GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Last();
            var analysis = new Assigned(ControlFlowGraph.Create((IMethodBodyOperation)compilation.GetSemanticModel(method.SyntaxTree).GetOperation(method)!));
            analysis.Solve("");
            return analysis;
        }

        protected override bool AreEqual(string left, string right) => left == right;

        protected override string Join(string left, string right)
        {
            Joins++;
            return Sorted(left + right);
        }

        protected override string Transfer(BasicBlock block, string state)
        {
            foreach (Microsoft.CodeAnalysis.IOperation operation in block.Operations.SelectMany(operation => operation.DescendantsAndSelf()))
            {
                if (operation is IInvocationOperation { TargetMethod.Name: "Seen" })
                    Seen = state;
                else if (operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local.Name: "a" or "b" or "c" } target } && !state.Contains(target.Local.Name, StringComparison.Ordinal))
                    state = Sorted(state + " " + target.Local.Name);
            }

            return state;
        }

        private static string Sorted(string names) => string.Concat(names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal).Select(name => " " + name));
    }
}
