using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>For which contexts erasure and sweep are generated: rules about what those do speak of no others.</summary>
internal static class ChangedContexts
{
    /// <summary>Set-based statements came with version 7; this is the first that generated code compiles against.</summary>
    private const int FirstMajor = 8;

    /// <summary>Savepoints and strategies are part of the relational package, receipts of the annotations for .NET 8.</summary>
    public static bool CanCompile(Compilation compilation) =>
        compilation.GetTypesByMetadataName("Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions").Length > 0 &&
        compilation.GetTypesByMetadataName("PrivacyAnalyzers.ErasureReceipt").Length > 0;

    public static bool Has(ContextModel context) => context.EfCoreMajor >= FirstMajor && context.Subjects.Count > 0;
}
