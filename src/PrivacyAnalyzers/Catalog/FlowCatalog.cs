using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace PrivacyAnalyzers.Catalog;

/// <summary>
/// The catalogue: the shipped lines and the user's, by declaring type, so that a compilation asks only for the types it calls.
/// The shipped part is read once a process; it never changes.
/// </summary>
internal sealed class FlowCatalog
{
    private static readonly Lazy<ImmutableDictionary<string, ImmutableDictionary<string, CatalogLine>>> ShippedLines = new(ReadShipped);

    private static readonly Lazy<FlowCatalog> ShippedCatalog = new(static () => new(ShippedLines.Value));

    private readonly ImmutableDictionary<string, ImmutableDictionary<string, CatalogLine>> _byType;

    /// <summary>Weak by what was read: a file that did not change gives the same catalogue again.</summary>
    private readonly ConditionalWeakTable<IReadOnlyList<CatalogLine>, FlowCatalog> _with = new();

    private FlowCatalog(ImmutableDictionary<string, ImmutableDictionary<string, CatalogLine>> byType) => _byType = byType;

    public static FlowCatalog Shipped => ShippedCatalog.Value;

    /// <summary>The shipped catalogue with the user's lines over it.</summary>
    public FlowCatalog With(IReadOnlyList<CatalogLine> lines) => _with.GetValue(lines, added => new(Add(_byType, added)));

    /// <summary>The lines of a type's members by documentation id, those of recipients by <see cref="RecipientKey"/>; <see langword="null"/> where the catalogue does not know the type.</summary>
    /// <param name="typeName">As in a documentation id: <c>Namespace.Outer.Inner`1</c>.</param>
    public ImmutableDictionary<string, CatalogLine>? LinesOf(string typeName) =>
        _byType.TryGetValue(typeName, out ImmutableDictionary<string, CatalogLine>? lines) ? lines : null;

    private static ImmutableDictionary<string, ImmutableDictionary<string, CatalogLine>> ReadShipped()
    {
        Assembly assembly = typeof(FlowCatalog).Assembly;
        IEnumerable<CatalogLine> lines = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Catalog.", StringComparison.Ordinal))
            .OrderBy(name => name, StringComparer.Ordinal)
            .SelectMany(name => CatalogReader.Read(ReadResource(assembly, name)));
        return Add(ImmutableDictionary<string, ImmutableDictionary<string, CatalogLine>>.Empty, lines);
    }

    private static ImmutableDictionary<string, ImmutableDictionary<string, CatalogLine>> Add(
        ImmutableDictionary<string, ImmutableDictionary<string, CatalogLine>> known, IEnumerable<CatalogLine> lines)
    {
        ImmutableDictionary<string, ImmutableDictionary<string, CatalogLine>>.Builder types = known.ToBuilder();
        foreach (IGrouping<string, CatalogLine> type in lines.GroupBy(line => CatalogReader.DeclaringType(line.Id)))
        {
            ImmutableDictionary<string, CatalogLine>.Builder members =
                (types.TryGetValue(type.Key, out ImmutableDictionary<string, CatalogLine>? existing) ? existing : ImmutableDictionary<string, CatalogLine>.Empty).ToBuilder();
            foreach (CatalogLine line in type)
                members[KeyOf(line)] = line;
            types[type.Key] = members.ToImmutable();
        }

        return types.ToImmutable();
    }

    /// <summary>Under which a line stands: by its id, and a recipient's beside it. Whom a call discloses to does not change what else it is.</summary>
    private static string KeyOf(CatalogLine line) => line.Recipient is null ? line.Id : RecipientKey(line.Id);

    /// <summary>Where the line stands that gives a member its recipient.</summary>
    public static string RecipientKey(string id) => id + "\trecipient";

    private static string ReadResource(Assembly assembly, string name)
    {
        using Stream stream = assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
