using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model;

/// <summary>
/// What is found out of an assembly, once: the compiler keeps those that a program refers to from one compilation to the next. Weak by
/// assembly; safe for concurrent use.
/// </summary>
/// <param name="find">Looks at the assembly alone.</param>
internal sealed class PerAssembly<T>(Func<IAssemblySymbol, T> find) where T : class
{
    private readonly ConditionalWeakTable<IAssemblySymbol, T> _known = new();

    public T Of(IAssemblySymbol assembly) => _known.TryGetValue(assembly, out T? known) ? known : _known.GetValue(assembly, key => find(key));

    /// <summary>Of the compilation's own and of all that it refers to.</summary>
    public IEnumerable<T> Of(Compilation compilation) => OfReferences(compilation).Prepend(Of(compilation.Assembly));

    /// <summary>Of all that it refers to.</summary>
    public IEnumerable<T> OfReferences(Compilation compilation) => compilation.SourceModule.ReferencedAssemblySymbols.Select(Of);
}
