using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Rules.Obligations.Choices;

/// <summary>How code names an object: a variable, and members from there on, such as <c>order.Customer.Preferences</c>.</summary>
internal sealed class AccessPath : IEquatable<AccessPath>
{
    private int _hash;

    /// <summary>The object that the facts of a sequence's elements, or of a value without a name, are about.</summary>
    public static readonly AccessPath Self = new(new object(), null, ImmutableArray<ISymbol>.Empty);

    /// <summary>The root of everything that a body names by <see langword="this"/>.</summary>
    public static readonly object This = new();

    private AccessPath(object root, ITypeSymbol? rootType, ImmutableArray<ISymbol> steps)
    {
        Root = root;
        RootType = rootType;
        Steps = steps;
    }

    /// <summary>A symbol, the id of a flow capture, or <see cref="This"/>.</summary>
    public object Root { get; }

    public ITypeSymbol? RootType { get; }

    public ImmutableArray<ISymbol> Steps { get; }

    public ITypeSymbol? Type => Steps.IsEmpty ? RootType : Model.MemberShape.TypeOf(Steps[Steps.Length - 1]);

    public static AccessPath Of(object root, ITypeSymbol? type) => new(root, type, ImmutableArray<ISymbol>.Empty);

    public AccessPath Then(ISymbol member) => new(Root, RootType, Steps.Add(member));

    /// <summary>The path without its last member.</summary>
    public AccessPath Owner() => new(Root, RootType, Steps.RemoveAt(Steps.Length - 1));

    /// <summary>The path itself and all that it leads through.</summary>
    public IEnumerable<AccessPath> Prefixes()
    {
        for (int length = 0; length <= Steps.Length; length++)
            yield return new AccessPath(Root, RootType, Steps.RemoveRange(length, Steps.Length - length));
    }

    public bool StartsWith(AccessPath other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (!IsSame(Root, other.Root) || other.Steps.Length > Steps.Length)
            return false;
        for (int i = 0; i < other.Steps.Length; i++)
        {
            if (!IsSame(Steps[i], other.Steps[i]))
                return false;
        }

        return true;
    }

    /// <summary>The same way from another beginning; the path must start with <paramref name="from"/>.</summary>
    public AccessPath Rebase(AccessPath from, AccessPath to) => new(to.Root, to.RootType, to.Steps.AddRange(Steps.Skip(from.Steps.Length)));

    public bool Equals(AccessPath? other) => other is not null && other.Steps.Length == Steps.Length && other.GetHashCode() == GetHashCode() && StartsWith(other);

    public override bool Equals(object? obj) => Equals(obj as AccessPath);

    /// <summary>Kept: a path stands in many sets, and may be long.</summary>
    public override int GetHashCode()
    {
        if (_hash != 0)
            return _hash;
        int hash = RootComparer.Instance.GetHashCode(Root);
        foreach (ISymbol step in Steps)
            hash = unchecked((hash * 31) + step.Name.GetHashCode());
        return _hash = hash;
    }

    public static bool IsSame(object left, object right) => left is ISymbol one && right is ISymbol other
        ? SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition)
        : left.Equals(right);

    /// <summary>Compares roots, and whatever else values are kept by.</summary>
    internal sealed class RootComparer : IEqualityComparer<object>
    {
        public static readonly RootComparer Instance = new();

        public new bool Equals(object x, object y) => IsSame(x, y);

        public int GetHashCode(object key) => key is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol.OriginalDefinition) : key.GetHashCode();
    }
}
