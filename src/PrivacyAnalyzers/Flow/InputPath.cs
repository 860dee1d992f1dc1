using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Flow;

/// <summary>One step into an object: a member, any element, the element under a constant key, a builder's content.</summary>
internal readonly struct AccessStep(object key) : IEquatable<AccessStep>
{
    public static AccessStep Element { get; } = new("[*]");

    /// <summary>What has been written into a <c>StringBuilder</c> or the like.</summary>
    public static AccessStep Content { get; } = new("(content)");

    /// <summary>The keys of a dictionary, or what a group has in common.</summary>
    public static AccessStep Keys { get; } = new("(keys)");

    /// <summary>What a delegate gives back when it is invoked.</summary>
    public static AccessStep Invoked { get; } = new("(invoked)");

    /// <summary>What a variable holds that several lambdas have captured.</summary>
    public static AccessStep Variable { get; } = new("(variable)");

    /// <summary>The exception inside an exception.</summary>
    public static AccessStep InnerException { get; } = new("(inner)");

    public object Key { get; } = key;

    public ISymbol? Member => Key is ISymbol symbol and not ITypeParameterSymbol ? symbol : null;

    public ITypeParameterSymbol? TypeParameter => Key as ITypeParameterSymbol;

    /// <summary>An element of a collection, under whatever key.</summary>
    public bool IsElement => Key is string text && text[0] == '[';

    public static AccessStep Of(ISymbol member)
    {
        // A tuple's elements have many names; the one the type itself has is the same for all.
        if (member is IFieldSymbol { ContainingType.IsTupleType: true } field)
            return new AccessStep("." + (field.CorrespondingTupleField ?? field).Name);
        return new AccessStep(member.OriginalDefinition);
    }

    /// <summary>What an object of a generic type that is written elsewhere holds as values of a type parameter of it.</summary>
    public static AccessStep Of(ITypeParameterSymbol parameter) => new(parameter);

    public static AccessStep ForKey(string constant) => new("[\"" + constant + "\"]");

    private const string Item = ".Item";

    public static AccessStep TupleItem(int index) => new(Item + (index + 1));

    /// <summary>The type of the member, or of the tuple's item, that this leads to; <see langword="null"/> where it leads to something else.</summary>
    /// <param name="holder">What is stepped into.</param>
    public ITypeSymbol? TypeIn(ITypeSymbol? holder)
    {
        if (Member is { } member)
            return Model.MemberShape.TypeOf(member);
        if (TypeParameter is { } parameter)
            return Generics.ArgumentOf(holder, parameter);
        return Key is string name && holder is INamedTypeSymbol { IsTupleType: true, TupleElements: var items } && name[0] == '.' && TupleNumber(name.Substring(1)) is { } number && number <= items.Length
            ? items[number - 1].Type
            : null;
    }

    /// <summary>Which of a tuple's items has this name by itself, counted from one.</summary>
    public static int? TupleNumber(string name) =>
        name.StartsWith("Item", StringComparison.Ordinal) && int.TryParse(name.Substring(Item.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : null;

    /// <summary>Any element may be the one under a key, and what an object holds as a type parameter is what its member of that type gives.</summary>
    public bool MayBe(AccessStep other) => Equals(other) || (IsElement && other.IsElement && (Equals(Element) || other.Equals(Element))) || GivesWhatIsHeldAs(other.TypeParameter) || other.GivesWhatIsHeldAs(TypeParameter);

    private bool GivesWhatIsHeldAs(ITypeParameterSymbol? parameter) =>
        parameter is not null && Member is { } member && SymbolEqualityComparer.Default.Equals(Model.MemberShape.TypeOf(member), parameter);

    public bool Equals(AccessStep other)
    {
        if (ReferenceEquals(Key, other.Key))
            return true;

        // Objects with many members ask this often, and names nearly always tell.
        return Key is ISymbol symbol
            ? other.Key is ISymbol otherSymbol && symbol.Name == otherSymbol.Name && SymbolEqualityComparer.Default.Equals(symbol, otherSymbol)
            : Key.Equals(other.Key);
    }

    public override bool Equals(object? obj) => obj is AccessStep other && Equals(other);

    public override int GetHashCode() => Key is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : Key.GetHashCode();

    public override string ToString() => Key is ISymbol symbol ? "." + symbol.Name : (string)Key;
}

/// <summary>What a body gets from outside: a parameter, the receiver, a captured variable.</summary>
internal readonly struct InputRoot(int ordinal, ISymbol? captured) : IEquatable<InputRoot>
{
    public static InputRoot This { get; } = new(-1, null);

    /// <summary>The parameter's ordinal; negative for the receiver and for captured variables.</summary>
    public int Ordinal { get; } = ordinal;

    public ISymbol? Captured { get; } = captured;

    public bool IsThis => Ordinal == -1;

    public static InputRoot Parameter(int ordinal) => new(ordinal, null);

    public static InputRoot Capture(ISymbol variable) => new(-2, variable);

    public bool Equals(InputRoot other) =>
        Ordinal == other.Ordinal && SymbolEqualityComparer.Default.Equals(Captured, other.Captured);

    public override bool Equals(object? obj) => obj is InputRoot other && Equals(other);

    public override int GetHashCode() => Captured is null ? Ordinal : SymbolEqualityComparer.Default.GetHashCode(Captured);
}

/// <summary>An input and the way into it, of bounded depth.</summary>
internal sealed class InputPath(InputRoot root, ImmutableArray<AccessStep> steps) : IEquatable<InputPath>
{
    /// <summary>Deeper than this, a part counts as the whole that holds it.</summary>
    public const int MaxDepth = 3;

    private int _hash;

    public static InputPath Of(InputRoot root) => new(root, ImmutableArray<AccessStep>.Empty);

    public InputRoot Root { get; } = root;

    public ImmutableArray<AccessStep> Steps { get; } = steps;

    /// <summary>It lies in what a delegate gives back.</summary>
    public bool IsOfCall => Steps.Contains(AccessStep.Invoked);

    /// <summary>How many steps this lies inside of another path; <see langword="null"/> where it does not.</summary>
    public int? IsWithin(InputPath other) =>
        Root.Equals(other.Root) && Steps.Length >= other.Steps.Length && BeginsLike(other) ? Steps.Length - other.Steps.Length : null;

    private bool BeginsLike(InputPath other)
    {
        for (int i = 0; i < other.Steps.Length; i++)
        {
            if (!Steps[i].MayBe(other.Steps[i]))
                return false;
        }

        return true;
    }

    /// <summary>Whether all steps beyond the other path go to elements or content: what shows when the other is listed.</summary>
    public bool IsElementOf(InputPath other)
    {
        for (int i = other.Steps.Length; i < Steps.Length; i++)
        {
            if (!Steps[i].IsElement && !Steps[i].Equals(AccessStep.Content) && !IsOfMessage(Steps[i]))
                return false;
        }

        return true;
    }

    /// <summary>An exception shows its message, and that of the exception inside it.</summary>
    private static bool IsOfMessage(AccessStep step) =>
        step.Equals(AccessStep.InnerException) || step.Member is IPropertySymbol { Name: "Message", ContainingType: { Name: "Exception" } type } && Model.MetadataNames.IsIn(type, "System");

    /// <summary>This path, where what is at <paramref name="from"/> is the same object as what is at <paramref name="to"/>.</summary>
    public InputPath? Rebase(InputPath from, InputPath to)
    {
        if (IsWithin(from) is null)
            return null;
        InputPath? path = to;
        for (int i = from.Steps.Length; i < Steps.Length && path is not null; i++)
            path = path.Into(Steps[i]);
        return path;
    }

    /// <summary>The part of the input that this lies in, or what a delegate there gives back: all that a body with too much to tell says.</summary>
    public InputPath Narrow()
    {
        if (Steps.Length <= 1)
            return this;
        return new InputPath(Root, Steps[1].Equals(AccessStep.Invoked) ? ImmutableArray.Create(Steps[0], Steps[1]) : ImmutableArray.Create(Steps[0]));
    }

    public InputPath? Into(AccessStep step) => Steps.Length >= MaxDepth || IsRound(step) ? null : new InputPath(Root, Steps.Add(step));

    /// <summary>Objects that hold each other have ways into them without end: a third member of one type is not followed.</summary>
    private bool IsRound(AccessStep step)
    {
        if (step.Member?.ContainingType is not { } type)
            return false;
        int known = 0;
        foreach (AccessStep before in Steps)
            known += SymbolEqualityComparer.Default.Equals(before.Member?.ContainingType, type) ? 1 : 0;
        return known > 1;
    }

    public bool Equals(InputPath? other) =>
        other is not null && Root.Equals(other.Root) && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as InputPath);

    public override int GetHashCode()
    {
        if (_hash != 0)
            return _hash;
        int hash = Root.GetHashCode();
        foreach (AccessStep step in Steps)
            hash = unchecked((hash * 31) + step.GetHashCode());
        return _hash = hash;
    }
}
