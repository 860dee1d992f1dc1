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
            if (rule.GetEffectiveSeverity(compilation.Options) != ReportDiagnostic.Suppress || IsOnInAFile(rule.Id, compilation, cancellation))
                return true;
        }

        return false;
    }

    private static bool IsOnInAFile(string id, Compilation compilation, CancellationToken cancellation)
    {
        if (compilation.Options.SyntaxTreeOptionsProvider is not { } options)
            return false;
        if (options.TryGetGlobalDiagnosticValue(id, cancellation, out ReportDiagnostic everywhere) && everywhere != ReportDiagnostic.Suppress)
            return true;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            if (options.TryGetDiagnosticValue(tree, id, cancellation, out ReportDiagnostic here) && here != ReportDiagnostic.Suppress)
                return true;
        }

        return false;
    }
}
