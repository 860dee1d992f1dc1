using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// Whom an object of a marked type is about, where no context of the compilation stores it: whatever could lead there counts, since a
/// model elsewhere may say more than can be seen here.
/// </summary>
internal sealed class ObjectReach(SourceTypes types)
{
    private readonly Lazy<ILookup<INamedTypeSymbol, INamedTypeSymbol>> _holders = new(
        // A context, and what is generated for one, hold everybody's rows: that ties nobody to anybody.
        () => types.All.Where(static holder => !EfCore.IsContext(holder) && !IsGenerated(holder)).SelectMany(holder => Held(holder).Select(held => (Held: held, Holder: holder)))
            .ToLookup<(INamedTypeSymbol Held, INamedTypeSymbol Holder), INamedTypeSymbol, INamedTypeSymbol>(pair => pair.Held, pair => pair.Holder, SymbolEqualityComparer.Default),
        LazyThreadSafetyMode.PublicationOnly);

    public Reach Of(INamedTypeSymbol type)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default) { type };
        var open = new Queue<INamedTypeSymbol>();
        var subjects = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        open.Enqueue(type);
        while (open.Count > 0)
        {
            INamedTypeSymbol current = open.Dequeue();
            foreach (INamedTypeSymbol next in Linked(current))
            {
                if (!seen.Add(next))
                    continue;
                if (ContextModelBuilder.IsMarked(next))
                    subjects.Add(next);
                else
                    open.Enqueue(next);
            }
        }

        seen.Remove(type);
        seen.ExceptWith(subjects);
        return new Reach(subjects.Count > 0 ? ReachKind.Reached : ReachKind.Unreached, subjects.ToImmutableArray(), seen.ToImmutableArray());
    }

    private IEnumerable<INamedTypeSymbol> Linked(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (INamedTypeSymbol linked in Held(current).Concat(_holders.Value[current.OriginalDefinition]).Concat(ByKey(current)))
                yield return linked;
        }
    }

    /// <summary>A member named like another type's key: <c>CustomerId</c>, <c>BuyerCustomerId</c>.</summary>
    private IEnumerable<INamedTypeSymbol> ByKey(INamedTypeSymbol type) =>
        from member in WrittenOrder.Members(type)
        where member is IPropertySymbol or IFieldSymbol && member.Name.EndsWith("Id", StringComparison.OrdinalIgnoreCase)
        from other in types.All
        where other.TypeKind is TypeKind.Class or TypeKind.Struct && !SymbolEqualityComparer.Default.Equals(other, type)
        let name = member.Name.Substring(0, member.Name.Length - 2)
        where name.EndsWith(other.Name, StringComparison.OrdinalIgnoreCase)
        select other;

    private static bool IsGenerated(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "GeneratedCodeAttribute" } generated && MetadataNames.IsIn(generated, "System.CodeDom.Compiler")))
                return true;
        }

        return false;
    }

    private static IEnumerable<INamedTypeSymbol> Held(INamedTypeSymbol type)
    {
        foreach (ISymbol member in WrittenOrder.Members(type))
        {
            if (member.IsStatic || member is not (IPropertySymbol { IsIndexer: false } or IFieldSymbol { IsImplicitlyDeclared: false }))
                continue;
            if (ModelTypes.Target(ModelMembers.TypeOf(member)).Target is { } target)
                yield return target.OriginalDefinition;
            if (MemberAttributes.SubjectLink(member) is { } subject)
                yield return subject.OriginalDefinition;
        }
    }
}
