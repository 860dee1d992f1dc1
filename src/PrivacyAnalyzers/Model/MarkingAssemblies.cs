using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model;

/// <summary>
/// Which assemblies may say of data whether it is personal. Nearly all that a program calls is the platform's, which knows no mark at all: its
/// attributes need not be read. Weak by assembly, which the compiler keeps from one compilation to the next; safe for concurrent use.
/// </summary>
internal static class MarkingAssemblies
{
    private static readonly ConditionalWeakTable<IAssemblySymbol, object> Known = new();
    private static readonly object Yes = new();
    private static readonly object No = new();

    /// <summary>
    /// Whether an assembly declares attributes that classify, or leads to one that does: it need not refer to the base of those that it uses
    /// itself.
    /// </summary>
    public static bool Contains(IAssemblySymbol assembly) => Known.TryGetValue(assembly, out object? known) ? known == Yes : Ask(assembly);

    /// <summary>Nothing in a type is declared by a compilation, or leads to one: an assembly may refer back to a project, or be part of one as a netmodule.</summary>
    public static bool KnowNothingOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => KnowNothingOf(array.ElementType),
        INamedTypeSymbol { IsAnonymousType: false, IsTupleType: false, TypeKind: not TypeKind.Error } named =>
            named.Locations is [{ IsInMetadata: true }] && !Contains(named.ContainingAssembly) && (named.ContainingType is null || KnowNothingOf(named.ContainingType)) && named.TypeArguments.All(KnowNothingOf),
        _ => false,
    };

    private static bool Ask(IAssemblySymbol assembly)
    {
        var seen = new HashSet<IAssemblySymbol>(SymbolEqualityComparer.Default);
        bool leads = Leads(assembly, seen);

        // Where it leads nowhere, nor does what it leads to.
        foreach (IAssemblySymbol met in seen)
        {
            if (!leads || ReferenceEquals(met, assembly))
                Known.GetValue(met, _ => leads ? Yes : No);
        }

        return leads;
    }

    private static bool Leads(IAssemblySymbol assembly, HashSet<IAssemblySymbol> seen)
    {
        if (Known.TryGetValue(assembly, out object? known))
            return known == Yes;
        return seen.Add(assembly) &&
            (assembly is ISourceAssemblySymbol || assembly.NamespaceNames.Contains("PrivacyAnalyzers") || assembly.TypeNames.Contains("DataClassificationAttribute") ||
            assembly.TypeNames.Contains("PersonalDataAttribute") || AnnotatedAssemblies.Names(assembly) || assembly.Modules.Any(module => module.ReferencedAssemblySymbols.Any(referenced => Leads(referenced, seen))));
    }
}
