using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Where a person's choices are recorded: members marked <c>[Consent]</c> and <c>[OptOut]</c>, and which of them speak for whose data.</summary>
internal sealed class ConsentRecords(StoredData stored, PrivacyStatement? statement)
{
    private readonly NameResolver _names = new(statement, CancellationToken.None);

    /// <summary>The choice that a member records; <see langword="null"/> where it records none.</summary>
    public Choice? Of(ISymbol member)
    {
        ISymbol definition = member.OriginalDefinition;
        if (_names.Consent(definition) is { } consent)
            return new Choice(consent, IsOptOut: false);
        return _names.OptOut(definition) is { } purpose ? new Choice(purpose, IsOptOut: true) : null;
    }

    /// <summary>The members that record a choice for data of a type: in the type, in what holds it, in the data subject, and in what those have one of.</summary>
    public IEnumerable<ISymbol> For(INamedTypeSymbol type, Choice choice, CancellationToken cancellation)
    {
        Reach reach = stored.ReachOf(type, cancellation);
        IEnumerable<INamedTypeSymbol> near = new[] { type }.Concat(reach.Subjects).Concat(reach.Companions);
        if (reach.Kind == ReachKind.Inside)
            near = near.Concat(Holders(type).SelectMany(holder => new[] { holder }.Concat(stored.ReachOf(holder, cancellation).Subjects)));
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (INamedTypeSymbol candidate in near.SelectMany(WithParts))
        {
            if (!seen.Add(candidate))
                continue;
            foreach (ISymbol member in Members(candidate))
            {
                if (Of(member) == choice)
                    yield return member;
            }
        }
    }

    /// <summary>All members of the compilation and its references that record a choice.</summary>
    public IEnumerable<ISymbol> All(Compilation compilation) => stored.Types.All
        .Concat(AnnotatedAssemblies.Of(compilation).SelectMany(SourceTypes.Of))
        .SelectMany(static type => WrittenOrder.Members(type))
        .Where(member => member is (IPropertySymbol or IFieldSymbol) and { IsImplicitlyDeclared: false } && Of(member) is not null);

    /// <summary>The type, and those of which it holds exactly one: preferences, an owned type.</summary>
    private static IEnumerable<INamedTypeSymbol> WithParts(INamedTypeSymbol type)
    {
        yield return type;
        foreach (ISymbol member in Members(type))
        {
            if (ModelTypes.Target(ModelMembers.TypeOf(member)) is { Target: { } part, IsCollection: false })
                yield return part;
        }
    }

    private IEnumerable<INamedTypeSymbol> Holders(INamedTypeSymbol type) =>
        stored.Types.All.Where(holder => Members(holder).Any(member =>
            ModelTypes.Target(ModelMembers.TypeOf(member)).Target is { } target && SymbolEqualityComparer.Default.Equals(target.OriginalDefinition, type)));

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (ISymbol member in WrittenOrder.Members(current))
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false } or IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false })
                    yield return member;
            }
        }
    }
}

/// <param name="Name">The consent, or the purpose that one can opt out of.</param>
internal readonly record struct Choice(string Name, bool IsOptOut);
