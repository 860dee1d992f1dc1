using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Statement;

/// <summary>Which categories code collects and which retention rules it names: in the compilation, and in what it references.</summary>
internal sealed class StatementUse
{
    private readonly MemberClassifier _classifier;
    private readonly NameResolver _names;

    private StatementUse(PrivacyStatement statement, MemberClassifier classifier)
    {
        _classifier = classifier;
        _names = new NameResolver(statement, CancellationToken.None);
    }

    public HashSet<string> Categories { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Retentions { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the compilation itself stores personal data; if not, nothing more was looked at.</summary>
    public bool HasStoredData { get; private set; }

    public static StatementUse Of(Compilation compilation, PrivacyStatement statement, CancellationToken cancellation)
    {
        var classifier = ModelCache.Classifier(compilation, statement);
        var stored = ModelCache.Stored(compilation, statement);
        var use = new StatementUse(statement, classifier);
        foreach (INamedTypeSymbol type in stored.Types.All)
        {
            cancellation.ThrowIfCancellationRequested();
            use.HasStoredData = use.HasStoredData || (ClassifiedMembers.All(type, classifier).Any() && stored.IsStored(type, cancellation));
        }

        if (!use.HasStoredData)
            return use;
        INamedTypeSymbol[] all = [.. stored.Types.All, .. AnnotatedAssemblies.Of(compilation).SelectMany(SourceTypes.Of)];
        var added = new HashSet<INamedTypeSymbol>(all, SymbolEqualityComparer.Default);
        foreach (INamedTypeSymbol type in all)
        {
            cancellation.ThrowIfCancellationRequested();
            use.Add(type, added);
        }

        return use;
    }

    /// <param name="added">All types that are added: what a type inherits from one of them is added with that one, so a long row of base classes is not read for each class below.</param>
    private void Add(INamedTypeSymbol type, HashSet<INamedTypeSymbol> added)
    {
        AddDeclaration(type);
        foreach (ISymbol member in type.GetMembers())
        {
            AddDeclaration(member);
            if (member is IMethodSymbol method)
            {
                foreach (IParameterSymbol parameter in method.Parameters)
                    AddDeclaration(parameter);
            }
        }

        // What is inherited from a library that does not know the statement is collected all the same.
        foreach (ClassifiedMember member in ClassifiedMembers.UpTo(type, added, _classifier))
            Categories.Add(member.Category);
    }

    private void AddDeclaration(ISymbol symbol)
    {
        if (_classifier.Classify(symbol) is { } classification)
            Categories.Add(classification.Category);
        if (symbol is INamedTypeSymbol or IPropertySymbol or IFieldSymbol or IParameterSymbol && _names.Retention(symbol) is { } rule)
            Retentions.Add(rule.Name);
    }
}
