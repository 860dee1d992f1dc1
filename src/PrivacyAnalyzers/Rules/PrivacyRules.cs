using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Rules.Classification;
using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Rules.Obligations;
using PrivacyAnalyzers.Rules.Rights;
using PrivacyAnalyzers.Rules.Statement;

namespace PrivacyAnalyzers.Rules;

/// <summary>
/// All rules that say at once what they find, as one analyzer: a compiler prepares, schedules and asks each analyzer by itself, and an editor does so at
/// every keystroke. Rules that speak only at the end of a compilation are analyzers of their own.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PrivacyRules : DiagnosticAnalyzer
{
    private readonly ImmutableArray<PrivacyRule> _rules;

    /// <summary>All of them.</summary>
    public PrivacyRules()
        : this(started: null)
    {
    }

    /// <param name="started">Told of each compilation's engine: who measures wants to know how much it did.</param>
    internal PrivacyRules(Action<FlowEngine>? started)
        : this(
            new ExposureRules { Started = started },
            new PRIV1011_CredentialInSource(),
            new PRIV1014_PersonalDataTurnedOn(),
            new PRIV2001_NoRetention(),
            new PRIV2002_Unclassified(),
            new PRIV2003_ClassifiedOtherwise(),
            new PRIV2004_Unreached(),
            new PRIV2005_NoConsentRecord(),
            new PRIV3001_ModelDoesNotFit(),
            new PRIV3002_SubjectWithoutKey(),
            new PRIV3003_SeveralPaths(),
            new PRIV3004_CannotBeAnonymized(),
            new PRIV3005_CannotBeExported(),
            new PRIV3006_NoClock(),
            new PRIV4001_ContradictedRetention(),
            new PRIV4001_InvalidStatement(),
            new PRIV4002_UnknownCatalogName(),
            new PRIV4002_UnknownName(),
            new PRIV4003_Undisclosed(),
            new PRIV4004_UnusedPromise(),
            new PRIV4007_UnjustifiedSuppression(),
            new PRIV5001_UnannouncedDecision(),
            new PRIV5002_UntestedChoice(),
            new PRIV5003_NoAgeGate())
    {
    }

    /// <summary>These alone: who tests or measures one.</summary>
    internal PrivacyRules(params PrivacyRule[] rules)
    {
        _rules = rules.ToImmutableArray();
        SupportedDiagnostics = _rules.SelectMany(static rule => rule.Descriptors)
            .Append(PRIV4009_BaselineLineGone.Descriptor)
            .Distinct()
            .OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal)
            .ToImmutableArray();
    }

    /// <summary>The rules that it hosts.</summary>
    internal IEnumerable<PrivacyRule> Hosted => _rules;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);

#pragma warning disable RS1012 // It registers in the method that it calls, as every rule does.
        context.RegisterCompilationStartAction(start => start.WatchBaseline(_rules));
#pragma warning restore RS1012

        // One action a rule: the compiler goes on with the others should one fail.
        foreach (PrivacyRule rule in _rules)
        {
            context.RegisterCompilationStartAction(start =>
            {
                if (rule.IsOn(start.Compilation, start.CancellationToken))
                    rule.Register(start);
            });
        }
    }
}
