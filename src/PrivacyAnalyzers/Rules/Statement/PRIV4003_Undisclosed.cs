using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Rules.Rights;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Statement;

/// <summary>Stored data that the statement does not tell people about: its category, its category in that data class, or the class left unsaid.</summary>
internal sealed class PRIV4003_Undisclosed : PrivacyRule
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV4003",
        title: "Stored data that the privacy statement does not disclose",
        message: "'{0}' {1}",
        category: RuleDescriptor.Statement,
        severity: DiagnosticSeverity.Error,
        description: "People are told which categories of personal data are collected, and in which class (GDPR Art. 13 and 14; CCPA 1798.100). What code stores beyond that is collected behind their backs.");

    /// <summary>Properties for the fix: the category to disclose, and the data class to disclose it in.</summary>
    internal const string CategoryKey = "PrivacyCategory";
    internal const string ClassKey = "PrivacyDataClass";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        if (StatementLocator.Load(start.Options, start.CancellationToken) is not { Statement: { } statement } file || !MemberClassifier.CanClassify(start.Compilation))
            return;
        var stored = ModelCache.Stored(start.Compilation, statement);
        var check = new Check(
            statement, file.Errors.Count > 0, ModelCache.Classifier(start.Compilation, statement), stored, new DataClassCoverage(start.Compilation, statement, stored.Types));
        start.RegisterSymbolAction(symbol => check.Type(symbol, (INamedTypeSymbol)symbol.Symbol), SymbolKind.NamedType);
    }

    private sealed class Check(PrivacyStatement statement, bool hasFaults, MemberClassifier classifier, StoredData stored, DataClassCoverage classes)
    {
        public void Type(SymbolAnalysisContext context, INamedTypeSymbol type)
        {
            List<ClassifiedMember> own = ClassifiedMembers.Declared(type, classifier).Where(IsJudged).ToList();
            List<ClassifiedMember> inherited = ClassifiedMembers.InheritedFromElsewhere(type, context.Compilation, classifier).Where(IsJudged).ToList();
            if (own.Count + inherited.Count == 0 || !stored.IsStored(type, context.CancellationToken))
                return;

            bool isClassless = false;
            foreach (ClassifiedMember member in own)
                Member(context, type, member, SubjectTypes.Place(member.Member), ref isClassless);
            foreach (ClassifiedMember member in inherited)
                Member(context, type, member, SubjectTypes.Place(type), ref isClassless);
            if (isClassless && statement.DataClasses.Count > 1)
            {
                string names = string.Join(", ", statement.DataClasses.Select(entry => entry.Name));
                context.ReportFinding(Diagnostic.Create(
                    Descriptor, SubjectTypes.Place(type), Findings.At(type), type.Name, $"stores personal data and does not say in which data class, though the privacy statement has several; add [DataClass] with one of {names}"));
            }
        }

        private void Member(SymbolAnalysisContext context, INamedTypeSymbol type, ClassifiedMember member, Location place, ref bool isClassless)
        {
            ImmutableArray<string> within = classes.Of(member.Member, type, context.CancellationToken);
            isClassless |= within.IsEmpty;
            if (statement.FindCategory(member.Category) is not { } category)
            {
                // A section that cannot be read declares nothing; its faults are reported already.
                if (!hasFaults || statement.Categories.Count > 0)
                    context.ReportFinding(Diagnostic.Create(Descriptor, place, Findings.At(member.Member).Add(CategoryKey, member.Category).Add(ClassKey, within.FirstOrDefault()), member.Display, $"stores {member.Category}, a category that the privacy statement does not disclose; declare it under 'categories', or do not store it"));
                return;
            }

            // A class that the statement does not have is PRIV4002's; a category without classes may stand in any.
            if (category.Classes.Count > 0 && within.FirstOrDefault(name => statement.FindDataClass(name) is not null && !category.Classes.Contains(name)) is { } undisclosed)
            {
                context.ReportFinding(Diagnostic.Create(
                    Descriptor, place, Findings.At(member.Member).Add(CategoryKey, member.Category).Add(ClassKey, undisclosed), member.Display,
                    $"stores {member.Category} in the data class '{undisclosed}', where the privacy statement discloses it in {string.Join(", ", category.Classes)} only; name the class under 'categories.{category.Name}.classes', or keep the data elsewhere"));
            }
        }

        /// <summary>Credentials need no entry; of another library's attribute that no taxonomy maps nothing is known.</summary>
        private static bool IsJudged(ClassifiedMember member) => member.Category is not (Categories.Credential or Categories.Unclassified);
    }
}
