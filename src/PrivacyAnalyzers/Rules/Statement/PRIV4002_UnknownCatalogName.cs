using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Statement;

/// <summary>A line of the project's own catalogue that names nothing: a member, a parameter, a kind or a category that there is not.</summary>
internal sealed class PRIV4002_UnknownCatalogName : PrivacyRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(PRIV4002_UnknownName.Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        start.RegisterAdditionalFileAction(Check);
    }

    private static void Check(AdditionalFileAnalysisContext context)
    {
        if (!CatalogLocator.IsCatalog(context.AdditionalFile, context.Options) || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
            return;
        Lazy<PrivacyStatement?> statement = new(() => StatementLocator.Load(context.Options, context.CancellationToken)?.Statement);
        Lazy<List<string>> categories = new(() => Categories(statement.Value));

        // Without a statement names are free.
        Lazy<List<string>?> recipients = new(() => statement.Value?.Recipients.Select(recipient => recipient.Name).ToList());
        foreach (TextLine line in text.Lines)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            foreach ((int column, string name, string noun, string instead) in FaultsOf(line.ToString(), context.Compilation, categories, recipients))
            {
                Location location = StatementPlace.At(context.AdditionalFile.Path, text, new Position(line.LineNumber, column, name.Length));
                context.ReportDiagnostic(Diagnostic.Create(PRIV4002_UnknownName.Descriptor, location, name, noun, instead));
            }
        }
    }

    private static IEnumerable<(int Column, string Name, string Noun, string Instead)> FaultsOf(string raw, Compilation compilation, Lazy<List<string>> categories, Lazy<List<string>?> recipients)
    {
        if (CatalogReader.ReadLine(raw, out CatalogFault? fault) is not { } line)
        {
            if (fault is not null)
                yield return (fault.Column, fault.Text, Noun(fault.Kind), fault.Kind == CatalogFaultKind.Kind ? Faults.Instead(fault.Text, CatalogReader.Kinds) : "");
            yield break;
        }

        ImmutableArray<ISymbol> members = DocumentationCommentId.GetSymbolsForDeclarationId(line.Id, compilation);
        if (members.IsEmpty)
            yield return (0, line.Id, "a member that this compilation has", Nearest(line.Id, compilation) is { } nearest ? $"; did you mean '{nearest}'?" : "");

        int column = line.Id.Length + 1;
        foreach (string carrier in line.Carriers)
        {
            if (!members.IsEmpty && !members.Any(member => CatalogCarriers.Has(member, carrier)))
            {
                string noun = members[0] is IMethodSymbol ? $"a parameter of '{members[0].Name}'" : $"a carrier of '{members[0].Name}'";
                yield return (column, carrier, noun, Faults.Instead(carrier, CatalogCarriers.Names(members[0])));
            }

            column += carrier.Length + 1;
        }

        if (line.Recipient is { } recipient && recipients.Value is { } named && !named.Contains(recipient))
            yield return (raw.LastIndexOf(recipient, StringComparison.Ordinal), recipient, "a recipient", Faults.Instead(recipient, named));
        if (line.Category is { } category && !categories.Value.Contains(category))
            yield return (raw.LastIndexOf(category, StringComparison.Ordinal), category, "a category", Faults.Instead(category, categories.Value));
    }

    private static string Noun(CatalogFaultKind kind) => kind switch
    {
        CatalogFaultKind.Id => "the documentation id of a method, property or field",
        CatalogFaultKind.Kind => "a kind of the catalogue",
        _ => "a line of the catalogue: documentation-id <tab> carriers <tab> kind",
    };

    /// <summary>The documentation id of the member that was most likely meant: of the same type, an overload or a name with few edits.</summary>
    private static string? Nearest(string id, Compilation compilation)
    {
        string typeName = CatalogReader.DeclaringType(id);
        if (typeName.Length == 0 || DocumentationCommentId.GetFirstSymbolForDeclarationId("T:" + typeName, compilation) is not INamedTypeSymbol type)
            return null;
        ISymbol[] members = type.GetMembers().Where(member => member is IPropertySymbol or IFieldSymbol or IMethodSymbol { AssociatedSymbol: null }).ToArray();
        string written = id.Substring(typeName.Length + 3).Split('(', '`')[0].Replace('#', '.');
        string? name = NearestName.Find(written, members.Select(member => member.Name).Distinct());
        return members.FirstOrDefault(member => member.Name == name)?.GetDocumentationCommentId();
    }

    private static List<string> Categories(PrivacyStatement? statement) =>
        Model.Categories.All.Select(category => category.Key)
            .Concat(statement?.Categories.Select(category => category.Name) ?? Enumerable.Empty<string>())
            .Concat(statement?.Taxonomies.Select(taxonomy => taxonomy.Category) ?? Enumerable.Empty<string>())
            .Distinct(StringComparer.Ordinal)
            .ToList();
}
