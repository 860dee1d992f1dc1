using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.Rules.Obligations;

/// <summary>The calls that are written in a compilation, by the name of what is called. Made when first asked for; safe for concurrent use.</summary>
internal sealed class SourceCalls
{
    private readonly Compilation _compilation;
    private readonly Lazy<ILookup<string, InvocationExpressionSyntax>> _byName;

    public SourceCalls(Compilation compilation)
    {
        _compilation = compilation;
        _byName = new(() => compilation.SyntaxTrees
            .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            .ToLookup(NameOf, StringComparer.Ordinal));
    }

    public IEnumerable<IInvocationOperation> Named(string name, CancellationToken cancellation) => Bind(_byName.Value[name], cancellation);

    public IEnumerable<IInvocationOperation> Beginning(string prefix, CancellationToken cancellation) =>
        Bind(_byName.Value.Where(group => group.Key.StartsWith(prefix, StringComparison.Ordinal)).SelectMany(group => group), cancellation);

    private IEnumerable<IInvocationOperation> Bind(IEnumerable<InvocationExpressionSyntax> nodes, CancellationToken cancellation)
    {
        foreach (InvocationExpressionSyntax node in nodes)
        {
            cancellation.ThrowIfCancellationRequested();
            if (SourceBodies.At(node, _compilation, cancellation) is IInvocationOperation call)
                yield return call;
        }
    }

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}
