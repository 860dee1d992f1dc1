using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model;

/// <summary>What a declaration says about its data.</summary>
/// <param name="Category">The statement key, such as <c>identifier</c>, or <see cref="Categories.Unclassified"/>.</param>
/// <param name="Declaration">The declaration that carries the attribute: the member itself, its base member, its type.</param>
internal sealed record Classification(string Category, ISymbol Declaration);
