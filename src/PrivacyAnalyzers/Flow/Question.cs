using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>What is asked of a body: each has one answer in a compilation, whoever asks.</summary>
internal readonly struct Question : IEquatable<Question>
{
    private Question(ISymbol owner, Focus focus)
    {
        Owner = owner;
        Focus = focus;
    }

    /// <summary>Whose body it is: a definition, and of a partial method the part with the body.</summary>
    public ISymbol Owner { get; }

    public Focus Focus { get; }

    public static Question Of(ISymbol owner, Focus focus) => new((owner.OriginalDefinition as IMethodSymbol)?.PartialImplementationPart ?? owner.OriginalDefinition, focus);

    public bool Equals(Question other) => Focus.Equals(other.Focus) && SymbolEqualityComparer.Default.Equals(Owner, other.Owner);

    public override bool Equals(object? obj) => obj is Question other && Equals(other);

    public override int GetHashCode() => unchecked((SymbolEqualityComparer.Default.GetHashCode(Owner) * 31) + Focus.GetHashCode());
}
