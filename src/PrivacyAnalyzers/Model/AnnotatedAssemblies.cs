using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model;

/// <summary>The references in which anything can be classified or marked. The rest, the framework above all, is never walked.</summary>
internal static class AnnotatedAssemblies
{
    private const string Annotations = "PrivacyAnalyzers.Annotations";
    private const string Compliance = "Microsoft.Extensions.Compliance.Abstractions";

    public static IEnumerable<IAssemblySymbol> Of(Compilation compilation) => compilation.SourceModule.ReferencedAssemblySymbols.Where(MayClassify);

    private static bool MayClassify(IAssemblySymbol assembly) => assembly.Name is not (Annotations or Compliance) && Names(assembly);

    /// <summary>Whether it names an assembly of classifying attributes, be that at hand or not.</summary>
    public static bool Names(IAssemblySymbol assembly) =>
        assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name is Annotations or Compliance));
}
