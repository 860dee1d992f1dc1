using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model;

/// <summary>The references in which anything can be classified or marked. The rest, the framework above all, is never walked.</summary>
internal static class AnnotatedAssemblies
{
    private const string Annotations = "PrivacyAnalyzers.Annotations";
    private const string Compliance = "Microsoft.Extensions.Compliance.Abstractions";

    public static IEnumerable<IAssemblySymbol> Of(Compilation compilation) => compilation.SourceModule.ReferencedAssemblySymbols.Where(MayClassify);

    private static bool MayClassify(IAssemblySymbol assembly) =>
        assembly.Name is not (Annotations or Compliance) &&
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name is Annotations or Compliance));
}
