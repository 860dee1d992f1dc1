using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PrivacyAnalyzers.Rules;

/// <summary>
/// A rule that says what it finds at once, or several that look at the same. <see cref="PrivacyRules"/> is the analyzer that hosts them all: no rule is one
/// itself, since tools make an analyzer of every class that is one.
/// </summary>
internal abstract class PrivacyRule
{
    /// <summary>What it may report.</summary>
    public abstract ImmutableArray<DiagnosticDescriptor> Descriptors { get; }

    /// <summary>Asks for what it looks at in one compilation, or for nothing where it has nothing to say.</summary>
    public abstract void Register(CompilationStartAnalysisContext start);

    /// <summary>Whether anybody can see what it reports: one of its ids is on, for the compilation or for one of its files.</summary>
    internal bool IsOn(Compilation compilation, CancellationToken cancellation)
    {
        foreach (DiagnosticDescriptor rule in Descriptors)
        {
            if (IsOn(rule, compilation, cancellation))
                return true;
        }

        return false;
    }

    /// <summary>Unless nobody says that it is on: the command line, a global file, a file's own configuration, or, where none of these speaks, the rule.</summary>
    private static bool IsOn(DiagnosticDescriptor rule, Compilation compilation, CancellationToken cancellation)
    {
        CompilationOptions options = compilation.Options;
        SyntaxTreeOptionsProvider? files = options.SyntaxTreeOptionsProvider;
        ReportDiagnostic? everywhere = files is not null && files.TryGetGlobalDiagnosticValue(rule.Id, cancellation, out ReportDiagnostic said) ? said : null;
        bool goesByOwn = everywhere is null || options.SpecificDiagnosticOptions.ContainsKey(rule.Id);
        if ((goesByOwn && rule.GetEffectiveSeverity(options) != ReportDiagnostic.Suppress) || everywhere is not (null or ReportDiagnostic.Suppress))
            return true;
        if (files is null)
            return false;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            if (files.TryGetDiagnosticValue(tree, rule.Id, cancellation, out ReportDiagnostic here) && here != ReportDiagnostic.Suppress)
                return true;
        }

        return false;
    }
}
