using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PrivacyAnalyzers.Rules;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Meta;

/// <summary>The rules that exist, as the built assembly has them.</summary>
internal static class RuleSet
{
    private static readonly Assembly Analyzers = typeof(RuleDescriptor).Assembly;

    /// <summary>Every descriptor that is a static field, with the type that declares it, by id.</summary>
    public static ImmutableArray<(DiagnosticDescriptor Descriptor, Type Type)> Declared { get; } =
        Analyzers.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => ((DiagnosticDescriptor)field.GetValue(null)!, field.DeclaringType!))
            .OrderBy(rule => rule.Item1.Id, StringComparer.Ordinal)
            .ToImmutableArray();

    /// <summary>The rules' descriptors, once an id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        Declared.Select(rule => rule.Descriptor).DistinctBy(descriptor => descriptor.Id).ToImmutableArray();

    /// <summary>What a compiler loads.</summary>
    public static ImmutableArray<Type> AnalyzerTypes { get; } =
        Analyzers.GetTypes().Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type)).ToImmutableArray();

    /// <summary>The rules by themselves: each is an analyzer, or hosted by one.</summary>
    public static ImmutableArray<Type> RuleTypes { get; } =
        Analyzers.GetTypes().Where(type => !type.IsAbstract && typeof(PrivacyRule).IsAssignableFrom(type))
            .Concat(AnalyzerTypes.Where(type => type != typeof(PrivacyRules)))
            .ToImmutableArray();

    public static ImmutableArray<Type> GeneratorTypes { get; } =
        Analyzers.GetTypes().Where(type => !type.IsAbstract && typeof(IIncrementalGenerator).IsAssignableFrom(type)).ToImmutableArray();

    public static DiagnosticAnalyzer Create(Type analyzer) => (DiagnosticAnalyzer)Activator.CreateInstance(analyzer, nonPublic: true)!;

    /// <summary>New analyzers that may report the id: a rule by itself where it has one.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> AnalyzersOf(string id) =>
        RuleTypes.Select(type => HostedRule.Of(Activator.CreateInstance(type, nonPublic: true)!)).Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == id)).ToImmutableArray();

    /// <summary>The severity as pages and tables spell it.</summary>
    public static string Spelled(DiagnosticSeverity severity) => severity == DiagnosticSeverity.Info ? "Information" : severity.ToString();
}
