using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Disclosures;
using PrivacyAnalyzers.Rules.Rights;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Statement;

/// <summary>
/// Compares what the code discloses with what is recorded, and hands it on to <c>dotnet privacy</c>. It waits for the end of the compilation:
/// a purpose or a recipient may come from any method.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DisclosureAnalyzer : DiagnosticAnalyzer
{
    private const string ModeKey = "build_property.PrivacyAnalysisMode";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(PRIV4005_DisclosuresDiffer.Descriptor, PRIV4006_DateNotRevised.Descriptor, PRIV4010_Disclosures.Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        string mode = context.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(ModeKey, out string? given) ? given.Trim() : "";

        // The information for the tool is not configurable: here is where None is heard.
        if (mode.Equals("None", StringComparison.OrdinalIgnoreCase) || !MemberClassifier.CanClassify(context.Compilation) ||
            !KnownTypes.Has(context.Compilation, PrivacyAttributes.MetadataName("RecipientAttribute")))
        {
            return;
        }

        StatementFile? statement = StatementLocator.Load(context.Options, context.CancellationToken);
        IDisclosureUses uses = new DisclosureUses();
        FlowResults results = FlowResults.Of(context.Compilation, context.Options, context.CancellationToken);
        context.RegisterOperationBlockAction(new CodeUses(context.Compilation, results, uses).Look);
        context.RegisterCompilationEndAction(end => Compare(end, statement, uses, mode));
    }

    private static void Compare(CompilationAnalysisContext context, StatementFile? statement, IDisclosureUses uses, string mode)
    {
        IReadOnlyList<(RecordedDisclosure Entry, ISymbol? Member)> current = CurrentDisclosures.Of(context.Compilation, statement?.Statement, uses, context.CancellationToken);
        AdditionalText? file = RecordLocator.Find(context.Options);
        StatementDate? effective = statement?.Statement?.Effective is { Year: > 0 } date ? date : null;
        if (current.Count > 0)
            context.ReportDiagnostic(Carrier(context.Compilation, current, effective, file));
        if (file is null)
        {
            if (current.Count > 0 && (mode.Equals("Recommended", StringComparison.OrdinalIgnoreCase) || mode.Equals("Strict", StringComparison.OrdinalIgnoreCase)))
                ReportMissing(context, current, effective);
            return;
        }

        if (file.GetText(context.CancellationToken) is { } text)
            CompareWith(context, file, text, current, statement, effective);
    }

    private static void ReportMissing(CompilationAnalysisContext context, IReadOnlyList<(RecordedDisclosure Entry, ISymbol? Member)> current, StatementDate? effective)
    {
        (RecordedDisclosure entry, ISymbol? member) = current[0];
        string record = DisclosureRecord.Of(current.Select(each => each.Entry), effective, before: null).ToText();
        context.ReportDiagnostic(Diagnostic.Create(
            PRIV4005_DisclosuresDiffer.Descriptor,
            Place(member, context.Compilation),
            ImmutableDictionary<string, string?>.Empty.Add(PRIV4005_DisclosuresDiffer.RecordKey, record),
            entry.Member,
            entry.Category,
            current.Count == 1 ? "is stored, and no disclosures are recorded yet" : string.Format(CultureInfo.InvariantCulture, "and {0} more are stored, and no disclosures are recorded yet", current.Count - 1)));
    }

    private static void CompareWith(
        CompilationAnalysisContext context, AdditionalText file, SourceText text, IReadOnlyList<(RecordedDisclosure Entry, ISymbol? Member)> current, StatementFile? statement, StatementDate? effective)
    {
        DisclosureRecord record = DisclosureRecord.Read(text.ToString(), out IReadOnlyList<int> faults, out IReadOnlyList<(RecordedDisclosure Entry, int Line)> places);
        IReadOnlyList<DisclosureDifference> differences = DisclosureDifference.Between(record.Entries, current.Select(each => each.Entry));
        if (differences.Count == 0 && faults.Count == 0)
            return;

        bool isDateLate = record.Effective is null || effective is null || effective.Value.CompareTo(record.Effective.Value) > 0;
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty.Add(PRIV4005_DisclosuresDiffer.PathKey, file.Path);

        // A line that cannot be read is not a change of what is disclosed.
        if (isDateLate || differences.Count == 0)
            properties = properties.Add(PRIV4005_DisclosuresDiffer.RecordKey, DisclosureRecord.Of(current.Select(each => each.Entry), effective, record).ToText());
        foreach (int line in faults)
        {
            string written = text.Lines[line].ToString().Trim();
            context.ReportDiagnostic(Diagnostic.Create(
                PRIV4005_DisclosuresDiffer.Descriptor, At(file.Path, text, line), properties, written, "no category", "is not a line of the record"));
        }

        foreach (DisclosureDifference difference in differences)
        {
            Location place = difference.Current is { } now
                ? Place(current.First(each => ReferenceEquals(each.Entry, now)).Member, context.Compilation)
                : At(file.Path, text, places.First(each => ReferenceEquals(each.Entry, difference.Recorded)).Line);
            context.ReportDiagnostic(Diagnostic.Create(PRIV4005_DisclosuresDiffer.Descriptor, place, properties, difference.Member, difference.Category, difference.InWords));
        }

        if (!isDateLate && differences.Count > 0 && StatementPlaceOf(context, statement!) is { } where)
            context.ReportDiagnostic(Diagnostic.Create(PRIV4006_DateNotRevised.Descriptor, where, record.Effective, differences[0].Member, differences[0].InWords, effective));
    }

    private static Location? StatementPlaceOf(CompilationAnalysisContext context, StatementFile statement) =>
        StatementLocator.Find(context.Options.AdditionalFiles, context.Options.AnalyzerConfigOptionsProvider)?.GetText(context.CancellationToken) is { } text
            ? StatementPlace.At(statement.Path, text, statement.Statement!.EffectivePosition)
            : null;

    private static Diagnostic Carrier(Compilation compilation, IReadOnlyList<(RecordedDisclosure Entry, ISymbol? Member)> current, StatementDate? effective, AdditionalText? file)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty
            .Add(PRIV4010_Disclosures.AssemblyKey, compilation.AssemblyName)
            .Add(PRIV4010_Disclosures.RecordKey, DisclosureRecord.Of(current.Select(each => each.Entry), effective, before: null).ToText());
        if (file is not null)
            properties = properties.Add(PRIV4010_Disclosures.PathKey, file.Path);
        return Diagnostic.Create(PRIV4010_Disclosures.Descriptor, Location.None, properties, current.Count, compilation.AssemblyName);
    }

    private static Location At(string path, SourceText text, int line) => StatementPlace.At(path, text, new Position(line, 0, text.Lines[line].Span.Length));

    // What another assembly declares, or a generator writes, has no place here.
    private static Location Place(ISymbol? member, Compilation compilation) =>
        member?.HasPlaceIn(compilation) == true ? SubjectTypes.Place(member) : Location.None;
}
