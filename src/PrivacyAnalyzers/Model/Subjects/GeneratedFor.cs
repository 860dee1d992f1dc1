using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>What code is generated for: rules about what that code does speak of nothing else.</summary>
internal static class GeneratedFor
{
    /// <summary>Set-based statements came with version 7; this is the first that generated code compiles against.</summary>
    private const int FirstMajor = 8;

    /// <summary>Generated code needs the annotations' runtime types, which the .NET Standard build lacks.</summary>
    public static bool HasRuntime(Compilation compilation) => KnownTypes.Has(compilation, KnownTypes.VerifiedRequest);

    /// <summary>Savepoints and strategies are part of the relational package, receipts of the annotations for .NET 8.</summary>
    public static bool CanChangeRows(Compilation compilation) =>
        KnownTypes.Has(compilation, KnownTypes.RelationalDatabase) &&
        KnownTypes.Has(compilation, KnownTypes.ErasureReceipt);

    public static bool ChangesRowsOf(ContextModel context) => context.EfCoreMajor >= FirstMajor && context.Subjects.Count > 0;
}
