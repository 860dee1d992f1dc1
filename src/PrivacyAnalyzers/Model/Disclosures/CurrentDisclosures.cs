using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Model.Disclosures;

/// <summary>What a compilation discloses now: its own stored types, and what its code adds for those of referenced assemblies.</summary>
internal static class CurrentDisclosures
{
    /// <returns>Each line, with the member that it is about where it can be found.</returns>
    public static IReadOnlyList<(RecordedDisclosure Entry, ISymbol? Member)> Of(Compilation compilation, PrivacyStatement? statement, IDisclosureUses uses, CancellationToken cancellation)
    {
        StoredData data = ModelCache.Stored(compilation, statement);
        HashSet<string> stored = data.NamesInContexts(cancellation);
        List<PlainSubjectModel> others = data.Types.All.Where(type => StoredData.HasMark(type) && !stored.Contains(MetadataNames.FullName(type)))
            .Select(type => ModelCache.PlainSubject(compilation, MetadataNames.FullName(type), statement, cancellation)).OfType<PlainSubjectModel>()
            .Where(model => model.IsStored).ToList();

        var found = new List<(RecordedDisclosure, ISymbol?)>();
        foreach (DisclosureEntry entry in DisclosureEntries.Of(data.Models(cancellation), others))
        {
            cancellation.ThrowIfCancellationRequested();
            INamedTypeSymbol? type = compilation.Assembly.GetTypeByMetadataName(entry.Metadata) ?? compilation.GetTypeByMetadataName(entry.Metadata);
            ISymbol? member = type is null ? null : MemberPaths.Find(type, entry.Member);
            RecordedDisclosure line = Line(entry, member, uses);

            // Where the type says itself that it is stored, its own project records it: here stands what this one adds.
            if (type is null || IsOwn(type, compilation) || !StoredData.HasMark(type) || line.Purposes.Count + line.Recipients.Count > 0)
                found.Add((line, member));
        }

        found.AddRange(OfReferences(compilation, statement, uses, stored, cancellation));
        found.Sort(static (left, right) => string.CompareOrdinal(left.Item1.ToLine(), right.Item1.ToLine()));
        return found;
    }

    private static IEnumerable<(RecordedDisclosure, ISymbol?)> OfReferences(
        Compilation compilation, PrivacyStatement? statement, IDisclosureUses uses, HashSet<string> stored, CancellationToken cancellation)
    {
        IEnumerable<IGrouping<ISymbol, ISymbol>> used = uses.Members
            .Where(member => member.ContainingType is { } type && !IsOwn(type, compilation) && StoredData.HasMark(type) && !stored.Contains(MetadataNames.FullName(type)))
            .GroupBy(member => (ISymbol)member.ContainingType, SymbolEqualityComparer.Default)!;
        foreach (IGrouping<ISymbol, ISymbol> members in used)
        {
            var type = (INamedTypeSymbol)members.Key;
            if (PlainSubjectBuilder.Build(type, compilation, statement, cancellation) is not { IsStored: true } model)
                continue;
            foreach (DisclosureEntry entry in DisclosureEntries.Of(Enumerable.Empty<ContextModel>(), new[] { model }))
            {
                ISymbol? member = MemberPaths.Find(type, entry.Member);
                RecordedDisclosure line = Line(entry, member, uses);
                if (line.Purposes.Count + line.Recipients.Count > 0)
                    yield return (line, member);
            }
        }
    }

    private static RecordedDisclosure Line(DisclosureEntry entry, ISymbol? member, IDisclosureUses uses) => new(
        entry.Category,
        entry.DataClass,
        entry.FullName,
        entry.Retention?.Name,
        Names(member, uses, DisclosureUseKind.Purpose),
        Names(member, uses, DisclosureUseKind.Recipient));

    private static EquatableArray<string> Names(ISymbol? member, IDisclosureUses uses, DisclosureUseKind kind) =>
        member is null ? EquatableArray<string>.Empty : RecordedDisclosure.Sorted(uses.Of(member, kind));

    private static bool IsOwn(INamedTypeSymbol type, Compilation compilation) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);
}
