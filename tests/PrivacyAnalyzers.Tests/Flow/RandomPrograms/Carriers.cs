using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow.RandomPrograms;

/// <summary>Generic code of another assembly that random programs hand their texts through: as a build sees it or as an editor does, and to run it.</summary>
internal static class Carriers
{
    public const string Name = "Carriers";

    private const string Code = """
        using System;
        using System.Collections.Generic;
        using System.Linq;

        namespace Carriers;

        public sealed class Holder<T>
        {
            public Holder(T value) => Value = value;
            public T Value { get; }
            public Holder<R> Map<R>(Func<T, R> change) => new Holder<R>(change(Value));
            public bool TryTake(out T value) { value = Value; return true; }
        }

        public sealed class Option<T>
        {
            private readonly T[] _values;
            internal Option(params T[] values) => _values = values;
            public T OrElse(T other) => _values.Length > 0 ? _values[0] : other;
            public Option<R> Then<R>(Func<T, Option<R>> next) => _values.Length > 0 ? next(_values[0]) : new Option<R>();
        }

        public sealed class Result<T>
        {
            internal Result(T value, string error) { Value = value; Error = error; }
            public T Value { get; }
            public string Error { get; }
            public R Match<R>(Func<T, R> good, Func<string, R> bad) => Error.Length == 0 ? good(Value) : bad(Error);
        }

        public sealed class Page<T>
        {
            private readonly List<T> _items = new List<T>();
            public IReadOnlyList<T> Items => _items;
            public Page<T> With(T item) { _items.Add(item); return this; }
        }

        public sealed class Both<A, B>
        {
            public Both(A one, B two) { One = one; Two = two; }
            public A One { get; }
            public B Two { get; }
            public Both<B, A> Swapped() => new Both<B, A>(Two, One);
        }

        public static class Carry
        {
            public static Holder<T> Hold<T>(T value) => new Holder<T>(value);
            public static Option<T> Some<T>(T value) => new Option<T>(value);
            public static Result<T> Ok<T>(T value) => new Result<T>(value, "");
            public static Both<A, B> Both<A, B>(A one, B two) => new Both<A, B>(one, two);
            public static T Back<T>(T value) => value;
            public static bool Take<T>(Holder<T> holder, out T value) => holder.TryTake(out value);
        }
        """;

    private static readonly Lazy<MetadataReference[]> s_references = new(() => [.. BuiltLibrary.BothOf(Code, Name)]);
    private static readonly Lazy<byte[]> s_image = new(() => BuiltLibrary.ImageOf(Code, Name));

    /// <summary>By turns as a build sees it and as an editor does.</summary>
    public static MetadataReference ReferenceFor(int turn) => s_references.Value[turn % 2];

    public static Stream Image => new MemoryStream(s_image.Value);
}
