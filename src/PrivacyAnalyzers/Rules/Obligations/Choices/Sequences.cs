using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Rules.Obligations.Choices;

/// <summary>What the choices need to know of sequences and of the methods that filter, pass on and pick from them, by their usual names.</summary>
internal static class Sequences
{
    private static readonly ImmutableHashSet<string> Pickers = ImmutableHashSet.Create(
        "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "ElementAt", "ElementAtOrDefault", "Find", "MinBy", "MaxBy", "Peek", "Dequeue", "Pop");

    /// <summary>Methods whose lambda only asks or orders: what it reads goes nowhere.</summary>
    private static readonly ImmutableHashSet<string> Askers = ImmutableHashSet.Create(
        "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "GroupBy", "Include", "ThenInclude", "DistinctBy", "MinBy", "MaxBy", "ExceptBy", "IntersectBy", "UnionBy");

    public static bool IsPicker(string name) => Pickers.Contains(Plain(name));

    public static bool OnlyAsks(string name) => Askers.Contains(name);

    public static bool IsFilter(string name) => name is "Where" or "FindAll" or "TakeWhile" or "RemoveAll" || IsPicker(name);

    /// <summary>The methods behind <c>foreach</c>.</summary>
    public static bool Enumerates(string name) => name is "GetEnumerator" or "GetAsyncEnumerator";

    public static bool Adds(string name) => name is "Add" or "AddRange" or "Enqueue" or "Push" or "Insert" or "TryAdd";

    /// <summary>EF Core's update of all rows of a query, without loading them.</summary>
    public static bool Updates(string name) => Plain(name) == "ExecuteUpdate";

    /// <summary><c>SetProperty(row => row.Member, value)</c> inside such an update.</summary>
    public static bool SetsMember(IMethodSymbol method) =>
        method is { Name: "SetProperty", Parameters.Length: 2 } && MetadataNames.IsOfPlatform(method) && method.ContainingType.Name is "SetPropertyCalls" or "UpdateSettersBuilder";

    public static bool IsEnumerator(ITypeSymbol type) =>
        type.Name.EndsWith("Enumerator", StringComparison.Ordinal) || type.AllInterfaces.Any(each => each.Name is "IEnumerator" or "IAsyncEnumerator");

    /// <summary>The element of a sequence, also of an asynchronous one or of a task for one; <see langword="null"/> for other types.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] })
            return ElementOf(result);
        if (type is null || type.SpecialType == SpecialType.System_String)
            return null;
        if (MemberShape.ElementType(type) is { } element)
            return element;
        return type is INamedTypeSymbol named
            ? new[] { named }.Concat(named.AllInterfaces).FirstOrDefault(each => each is { Name: "IAsyncEnumerable" or "ConfiguredCancelableAsyncEnumerable", TypeArguments.Length: 1 })?.TypeArguments[0]
            : null;
    }

    public static string Plain(string name) => name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Async".Length) : name;
}
