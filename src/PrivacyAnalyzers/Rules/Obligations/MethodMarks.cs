using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Obligations;

/// <summary>Which methods carry a mark such as <c>[SubjectNotice("…")]</c>, in the compilation and in what it references. One a compilation; safe for concurrent use.</summary>
internal sealed class MethodMarks(Compilation compilation, PrivacyStatement statement)
{
    private readonly ConcurrentDictionary<(string Attribute, string? Name), bool> _exists = new();
    private readonly SourceTypes _types = new(compilation);
    private readonly Lazy<ImmutableHashSet<IAssemblySymbol>> _annotated = new(
        () => AnnotatedAssemblies.Of(compilation).ToImmutableHashSet<IAssemblySymbol>(SymbolEqualityComparer.Default));

    /// <summary>The names that the method's marks of a kind give, its own and those of what it overrides or implements; an empty name where the mark has none.</summary>
    public ImmutableArray<string> Of(IMethodSymbol method, string attribute)
    {
        IEnumerable<ISymbol> carriers = new ISymbol[] { method }.Concat(MemberClassifier.ImplementedMembers(method));
        if (method.OverriddenMethod is { } overridden)
            carriers = carriers.Concat(new[] { overridden.OriginalDefinition });
        return carriers.SelectMany(carrier => Own(carrier, attribute)).Distinct().ToImmutableArray();
    }

    /// <summary>Whether the method itself carries the mark, for this name where one is given.</summary>
    public bool Has(IMethodSymbol method, string attribute, string? name) => Own(method, attribute).Any(found => name is null || found == name);

    /// <summary>Whether any method of the compilation or its references does.</summary>
    public bool Exists(string attribute, string? name, CancellationToken cancellation) =>
        _exists.TryGetValue((attribute, name), out bool known) ? known : _exists.GetOrAdd((attribute, name), Find(attribute, name, cancellation));

    /// <summary>Whether a call leads into another assembly that uses the attributes: its private methods, and so what it runs, cannot be seen from here.</summary>
    public bool MayRunElsewhere(IMethodSymbol called) =>
        called.MethodKind is MethodKind.Ordinary && called.ContainingAssembly is { } assembly && _annotated.Value.Contains(assembly);

    private bool Find(string attribute, string? name, CancellationToken cancellation)
    {
        foreach (INamedTypeSymbol type in _types.All.Concat(_annotated.Value.SelectMany(SourceTypes.Of)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (type.GetMembers().Any(member => member is IMethodSymbol method && Has(method, attribute, name)))
                return true;
        }

        return false;
    }

    private IEnumerable<string> Own(ISymbol symbol, string attribute)
    {
        foreach (AttributeData data in symbol.GetAttributes())
        {
            if (data.AttributeClass is { } type && type.Name == attribute && PrivacyAttributes.IsOurs(type))
                yield return PrivacyAttributes.NameArgument(data) is { } written ? Vocabulary.Resolve(written, statement.AutomatedDecisions) : "";
        }
    }
}
