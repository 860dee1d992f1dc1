using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>Generic types and methods of another project, whose code is not there: what comes out of them as a value of a type parameter went in as one.</summary>
public class GenericLibraryTests
{
    private const string Library = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        namespace Library;
        public interface IOutcome<out T> { T Value { get; } }
        public sealed class Result<T> : IOutcome<T>
        {
            private Result(T value, string error) { Value = value; Error = error; }
            public T Value { get; }
            public string Error { get; }
            public bool IsOk => Error == "";
            public static Result<T> Ok(T value) => new(value, "");
            public static Result<T> Fail(string error) => new(default!, error);
            public Result<U> Map<U>(Func<T, U> map) => new(map(Value), Error);
            public Result<U> Bind<U>(Func<T, Result<U>> map) => map(Value);
            public async Task<Result<U>> MapAsync<U>(Func<T, Task<U>> map) => new(await map(Value), Error);
            public U Match<U>(Func<T, U> ok, Func<string, U> fail) => ok(Value);
            public T ValueOr(T other) => Value;
            public bool TryGet(out T value) { value = Value; return true; }
            public static implicit operator Result<T>(T value) => Ok(value);
        }
        public static class Result
        {
            public static Result<T> Ok<T>(T value) => value;
            public static Result<T> Tap<T>(this Result<T> result, Action<T> act) { act(result.Value); return result; }
            public static Result<(A, B)> Both<A, B>(Result<A> first, Result<B> second) => (first.Value, second.Value);
            public static Result<IReadOnlyList<T>> All<T>(IEnumerable<Result<T>> all) => Result<IReadOnlyList<T>>.Ok(all.Select(one => one.Value).ToList());
        }
        public class Page<T>(IReadOnlyList<T> items, int total)
        {
            public IReadOnlyList<T> Items => items;
            public int Total => total;
            public string Title { get; set; } = "";
            public Page<U> Select<U>(Func<T, U> map) => new(items.Select(map).ToList(), total);
        }
        public class Box<T> { private T value = default!; public void Set(T value) => this.value = value; public T Get() => value; public Box<T> With(T value) { Set(value); return this; } public bool Holds(T value) => true; }
        public record Pair<A, B>(A First, B Second) { public Pair<B, A> Swap() => new(Second, First); }
        public interface IStore<T> { Option<T> Find(int id); void Add(T one); T Get(int id); T Last { get; } }
        public class Option<T> { public T Or(T other) => other; public T Value => default!; }
        public static class Clones { public static bool TryClone<T>(this T source, out T copy) { copy = source; return true; } public static Option<T> CloneIfAny<T>(this T source) => new(); public static List<T> CloneAll<T>(IEnumerable<T> all) => all.ToList(); public static T DeepClone<T>(this T source) => source; public static TKey Save<TKey>(IKeyed<TKey> one) => default!; public static Dictionary<T, int> Tally<T>(IEnumerable<T> all) where T : notnull => new(); }
        public interface IKeyed<TKey> { }
        public class Message<T> { public static Message<T> Empty { get; } = new(); public Message<T> WithId(string id) => this; public string Text { get; set; } = ""; }
        public class Lot<T> { public List<T> Items { get; } = new(); public Lot<T>? Next { get; set; } public Lot<T> Then(Func<T, T> change) => this; public Lot<T> Or(Lot<T> other) => this; public T First => Items[0]; }
        public static class Lot { public static Lot<T> Of<T>(params T[] all) => new(); }
        public class Cell<T>(T value) { public T Value { get; set; } = value; }
        public class Files<T> : IStore<T> { public Option<T> Find(int id) => new(); public void Add(T one) { } public T Get(int id) => default!; public T Last => default!; public bool TryGet(int id, out T one) { one = default!; return true; } }
        public class Pool<T> where T : class, new() { public T Get() => new(); public void Return(T one) { } }
        public class Basket<T> { public List<T> Items { get; } = new(); public void Add(T one) => Items.Add(one); public Basket<T>? Next { get; set; } public Rim<T>? Rim { get; set; } public Basket<T>? Above { get; set; } public Basket<T>? Below { get; set; } public static Basket<T> Of(T one) => new(); public T One => Items[0]; }
        public class Rim<T> { public Basket<T>? Of { get; set; } }
        public record Change<T>(T Old, T New);
        public class Failable<E, T>(E error, T value) : IOutcome<T> { public T Value => value; public E Error => error; }
        public class Outer<T> { public class Inner { public T Value { get; set; } = default!; } }
        public record Sheet<T>(IReadOnlyList<T> Rows) { public static Sheet<T> Of(IEnumerable<T> rows) => new(rows.ToList()); }
        public struct Either<A, B> { public static implicit operator Either<A, B>(A value) => default; public static implicit operator Either<A, B>(B value) => default; public A AsA => default!; public B AsB => default!; public void Switch(Action<A> a, Action<B> b) { } }
        """;

    [Theory]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", {|PRIV1001:Result.Ok(c.Email).Value|});")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", {|PRIV1001:Result<string>.Ok(c.Email).Value|});")]
    [InlineData("void M(Customer c) { Result<string> r = c.Email; log.LogInformation(\"{E}\", {|PRIV1001:r.Value|}); }")]
    [InlineData("void M(Customer c) { IOutcome<string> r = Result.Ok(c.Email); log.LogInformation(\"{E}\", {|PRIV1001:r.Value|}); }")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", {|PRIV1001:Result.Ok(c).Map(x => x.Email).Value|});")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", {|PRIV1001:Result.Ok(c.Email).Map(x => \"to \" + x).Value|});")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", {|PRIV1001:Result.Ok(c.Email).Match(x => x, error => error)|});")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", {|PRIV1001:Result.Ok(c).Bind(x => Result.Ok(x.Email)).Value|});")]
    [InlineData("async Task M(Customer c) { var r = await Result.Ok(c.Email).MapAsync(x => Task.FromResult(x.Trim())); log.LogInformation(\"{E}\", {|PRIV1001:r.Value|}); }")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", {|PRIV1001:Result.Ok(\"\").ValueOr(c.Email)|});")]
    [InlineData("void M(Customer c) => Result.Ok(c.Email).Tap(x => log.LogInformation(\"{E}\", {|PRIV1001:x|}));")]
    [InlineData("void M(Customer c) => Result.Ok(c.Email).Tap({|PRIV1001:Show|}); void Show(string text) => log.LogInformation(\"{E}\", text);")]
    [InlineData("void M(Customer c) { if (Result.Ok(c.Email).TryGet(out var text)) log.LogInformation(\"{E}\", {|PRIV1001:text|}); }")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", {|PRIV1001:Result.Both(Result.Ok(1), Result.Ok(c.Email)).Value.Item2|});")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", {|PRIV1001:Result.All(new[] { Result.Ok(c.Email) }).Value[0]|});")]
    [InlineData("void M(Customer c) { var box = new Box<string>(); box.Set(c.Email); log.LogInformation(\"{E}\", {|PRIV1001:box.Get()|}); }")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", {|PRIV1001:new Box<string>().With(c.Email).Get()|});")]
    [InlineData("void M(Customer c) { var p = new Pair<int, string>(1, c.Email).Swap(); log.LogInformation(\"{E}\", {|PRIV1001:p.First|}); }")]
    [InlineData("void M(Customer c) { Either<int, string> e = c.Email; log.LogInformation(\"{E}\", {|PRIV1001:e.AsB|}); }")]
    [InlineData("void M(Customer c) { Either<int, string> e = c.Email; e.Switch(a => log.LogInformation(\"{E}\", a), b => log.LogInformation(\"{E}\", {|PRIV1001:b|})); }")]
    public Task Comes_out_as_it_went_in(string members) => RunAsync(members);

    [Theory]
    [InlineData("void M(List<Customer> all) { foreach (var mail in new Page<Customer>(all, 1).Select(x => x.Email).Items) log.LogInformation(\"{E}\", {|PRIV1001:mail|}); }")]
    [InlineData("void M(List<Customer> all) => log.LogInformation(\"{E}\", {|PRIV1001:new Page<string>(all.Select(x => x.Email).ToList(), 1).Items[0]|});")]
    [InlineData("void M(List<Customer> all) => log.LogInformation(\"{E}\", {|PRIV1001:string.Join(\",\", new Page<string>(all.Select(x => x.Email).ToList(), 1).Select(x => x.Trim()).Items)|});")]
    public Task Lists_inside_come_out_too(string members) => RunAsync(members);

    [Theory]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", {|PRIV1001:Find(c).Value|}); static Result<string> Find(Customer c) => Result.Ok(c.Email);")]
    [InlineData("void M(Customer c) => Show({|PRIV1001:Result.Ok(c.Email)|}); void Show(Result<string> r) => log.LogInformation(\"{E}\", r.Value);")]
    [InlineData("void M(Customer c) => Show({|PRIV1001:Result.Ok(c.Email)|}); void Show(Result<string> r) => log.LogInformation(\"{E}\", r.Map(x => x.Trim()).Value);")]
    [InlineData("private Result<string> last = Result.Ok(\"\"); void M(Customer c) { last = Result.Ok(c.Email); log.LogInformation(\"{E}\", {|PRIV1001:last.Value|}); }")]
    [InlineData("void M(Customer c) { var box = new Box<string>(); Fill(box, c); log.LogInformation(\"{E}\", {|PRIV1001:box.Get()|}); } static void Fill(Box<string> box, Customer c) => box.Set(c.Email);")]
    [InlineData("private readonly Result<string> first = Result.Ok(new Customer().Email); void M() => log.LogInformation(\"{E}\", {|PRIV1001:first.Value|});")]
    [InlineData("void M(Customer c) => {|PRIV1001:new Keeper(Result.Ok(c.Email), log)|}.Show(); class Keeper(Result<string> kept, ILogger log) { public void Show() => log.LogInformation(\"{E}\", kept.Value); }")]
    public Task Through_methods_of_the_program(string members) => RunAsync(members);

    [Theory]
    [InlineData("void M(IStore<Customer> s) { var o = s.Find(3); log.LogInformation(\"{E}\", {|PRIV1001:o.Or(new Customer { Email = \"n/a\" }).Email|}); }")]
    [InlineData("void M(IStore<Customer> s) { s.Add(new Customer { Email = \"\" }); log.LogInformation(\"{E}\", {|PRIV1001:s.Get(7).Email|}); }")]
    [InlineData("void M(Func<IStore<Customer>> f) { var s = f(); s.Add(new Customer { Email = \"\" }); log.LogInformation(\"{E}\", {|PRIV1001:s.Last.Email|}); }")]
    [InlineData("void M(Customer c) { var copy = c.DeepClone(); copy.Email = \"***\"; log.LogInformation(\"{E} {F}\", {|PRIV1001:c.Email|}, copy.Email); }")]
    [InlineData("void M(Customer c) { var b = new char[99]; c.Email.CopyTo(0, b, 0, c.Email.Length); b.AsSpan().Slice(0, 2).Fill('*'); log.LogInformation(\"{E}\", {|PRIV1001:new string(b)|}); }")]
    [InlineData("void M(Customer c) { var m = Message<int>.Empty.WithId(\"1\"); m.Text = c.Email; log.LogInformation(\"{E}\", {|PRIV1001:m.Text|}); }")]
    [InlineData("void M(Customer c) { var p = Lot.Of(new Note()); p.Items.Add(new Note { Text = c.Email }); log.LogInformation(\"{N}\", {|PRIV1001:p.Items[1].Text|}); } class Note { public string Text { get; set; } = \"\"; }")]
    [InlineData("void M(Customer c) => Show({|PRIV1001:new Failable<string, string>(\"x\", c.Email)|}); void Show(IOutcome<string> r) => log.LogInformation(\"{E}\", r.Value);")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", {|PRIV1001:Lot.Of(\"x\").Then(x => c.Email).First|});")]
    [InlineData("void M(Customer c) { var (a, b) = new Pair<int, string>(1, c.Email).Swap(); log.LogInformation(\"{A} {B}\", {|PRIV1001:a|}, b); }")]
    [InlineData("void M(Customer c) { var a = Lot.Of(c.Email); a.Next = a; log.LogInformation(\"{E}\", {|PRIV1001:a.Next.Then(x => x.Trim()).First|}); }")]
    [InlineData("void M(List<Customer> all) { foreach (var p in Clones.Tally(all.Select(x => x.Email))) log.LogInformation(\"{N} {E}\", p.Value, {|PRIV1001:p.Key|}); }")]
    [InlineData("void M(Customer c) { c.TryClone(out var copy); copy.Email = \"***\"; log.LogInformation(\"{E} {F}\", {|PRIV1001:c.Email|}, copy.Email); }")]
    [InlineData("void M(Customer c) { var o = c.CloneIfAny(); o.Value.Email = \"***\"; log.LogInformation(\"{E} {F}\", {|PRIV1001:c.Email|}, o.Value.Email); }")]
    [InlineData("void M(List<Customer> all) { var copies = Clones.CloneAll(all); copies[0].Email = \"***\"; log.LogInformation(\"{E}\", {|PRIV1001:all[0].Email|}); }")]
    [InlineData("void M() { var s = new Files<Customer>(); s.Add(new Customer { Email = \"\" }); s.TryGet(7, out var x); log.LogInformation(\"{E} {F}\", {|PRIV1001:x.Email|}, {|PRIV1001:s.Last.Email|}); }")]
    [InlineData("void M(Basket<Note> b, Customer c) { var items = b.Items; b.Add(new Note()); b.Items.Add(new Note()); b.Items.Add(new Note { Text = c.Email }); log.LogInformation(\"{T}\", {|PRIV1001:items[1].Text|}); } class Note { public string Text { get; set; } = \"\"; }")]
    [InlineData("void M(List<Customer> all) { Lot<Note>? last = null; foreach (var c in all) { var p = Lot.Of(new Note()); p.Items.Add(new Note()); if (last != null) log.LogInformation(\"{T}\", {|PRIV1001:last.Items[1].Text|}); p.Items.Add(new Note { Text = c.Email }); last = p; } } class Note { public string Text { get; set; } = \"\"; }")]
    [InlineData("void M(Func<IStore<Customer>> f) { var s = f(); s.Add(new Customer { Email = MakeHash(s.Last.Email) }); log.LogInformation(\"{E}\", {|PRIV1001:s.Get(7).Email|}); } static string MakeHash(string text) => text;")]
    [InlineData("void M(Customer c) { var a = Basket<string>.Of(c.Email); while (a != null) { log.LogInformation(\"{E}\", {|PRIV1001:a.One|}); a = a.Next; } }")]
    [InlineData("void M(Customer c) { var a = Basket<string>.Of(c.Email); while (a != null) { log.LogInformation(\"{E}\", {|PRIV1001:a.One|}); a = a.Rim?.Of; } }")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{@E}\", {|PRIV1005:Basket<string>.Of(c.Email)|});")]
    public Task What_is_at_hand_is_not_all_there_is(string members) => RunAsync(members);

    [Theory]
    [InlineData("void M(Result<Customer> r) { r.Value.Email = \"***\"; log.LogInformation(\"{E}\", r.Value.Email); }")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", Lot.Of(c.Email).Then(x => \"***\").First);")]
    [InlineData("void M(Customer c) { var a = Lot.Of(\"x\"); _ = a.Or(Lot.Of(c.Email)); log.LogInformation(\"{E}\", a.First); }")]
    [InlineData("void M(Customer c) { var b = new Cell<string>(c.Email); b.Value = \"***\"; log.LogInformation(\"{E}\", b.Value); }")]
    [InlineData("void M(Customer c) { var b = new Pair<int, string>(1, c.Email) with { Second = \"***\" }; log.LogInformation(\"{E}\", b.Second); }")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", new Change<string>(\"x\", c.Email).Old);")]
    [InlineData("void M(Customer c) { var p = Lot.Of(c.Email); p.Items.Clear(); p.Items.Add(\"x\"); log.LogInformation(\"{E}\", p.Items[0]); }")]
    [InlineData("void M(Customer c) => Show(new Failable<string, string>(c.Email, \"x\")); void Show(IOutcome<string> r) => log.LogInformation(\"{E}\", r.Value);")]
    [InlineData("void M(Order o) { var id = Clones.Save(o.Buyer); log.LogInformation(\"{Id}\", id); } class Buyer : IKeyed<int> { } class Order { [Identifier] public Buyer Buyer { get; set; } = new(); }")]
    [InlineData("void M(List<Customer> all) { var n = Clones.Tally(all.Select(x => x.Email)); log.LogInformation(\"{N}\", n[\"a\"]); }")]
    [InlineData("void M() => log.LogInformation(\"{@M}\", new Mine()); class Mine : Outer<string>.Inner { }")]
    [InlineData("void M(List<Customer> all) => log.LogInformation(\"{P}\", Sheet<string>.Of(all.Select(x => x.Email)));")]
    [InlineData("void M(Customer c, Pool<System.Text.StringBuilder> pool) { var a = pool.Get(); a.Append(c.Email); pool.Return(a); var b = pool.Get(); b.Append(\"done\"); log.LogInformation(\"{T}\", b.ToString()); }")]
    [InlineData("void M(IStore<Customer> s) { var c = s.Get(1); c.Email = \"***\"; log.LogInformation(\"{E}\", c.Email); }")]
    [InlineData("void M(Basket<Customer> b) { while (b != null) { log.LogInformation(\"{E}\", b.One.Id); b = b.Above!; } }")]
    public Task Neither_is_what_was_written_over(string members) => RunAsync(members);

    [Theory]
    [InlineData("void M(Customer c) => log.LogInformation(\"{@R}\", {|PRIV1005:Result.Ok(c.Email)|});")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{P}\", {|PRIV1005:new Pair<int, string>(1, c.Email).Swap()|});")]
    [InlineData("void M(List<Customer> all) => log.LogInformation(\"{@P}\", {|PRIV1005:new Page<Customer>(all, 1).Select(x => x.Email)|});")]
    public Task Shows_where_the_whole_is_written_out(string members) => RunAsync(members);

    [Theory]
    [InlineData("void M(Customer c) => log.LogInformation(\"{R}\", Result.Ok(c.Email));")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{@R}\", Result.Ok(c.Id));")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{P}\", new Pair<int, int>(1, c.Email.Length).Swap());")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", Result.Ok(c.Email).Error);")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", Result.Ok(c.Email).IsOk);")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", Result.Ok(c.Id).Value);")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", Result.Ok(c).Map(x => x.Id).Value);")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", Result.Ok(c.Email).Map(x => x.Length).Value);")]
    [InlineData("void M(Customer c) { var r = Result.Ok(\"\"); _ = r.ValueOr(c.Email); log.LogInformation(\"{E}\", r.Value); }")]
    [InlineData("void M(Customer c) { var box = new Box<string>(); _ = box.Holds(c.Email); log.LogInformation(\"{E}\", box.Get()); }")]
    [InlineData("void M(Customer c) { var box = new Box<string>(); box.Set(\"x\"); log.LogInformation(\"{E} {N}\", box.Get(), c.Id); }")]
    [InlineData("void M(List<Customer> all) => log.LogInformation(\"{E}\", new Page<Customer>(all, 1).Select(x => x.Email).Total);")]
    [InlineData("void M(List<Customer> all) => log.LogInformation(\"{E}\", new Page<Customer>(all, 1).Select(x => x.Email).Title);")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", new Pair<int, string>(1, c.Email).First);")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", new Pair<int, string>(1, c.Email).Swap().Second);")]
    [InlineData("void M(Customer c) => log.LogInformation(\"{E}\", Result.Both(Result.Ok(1), Result.Ok(c.Email)).Value.Item1);")]
    [InlineData("void M(Customer c) { Either<int, string> e = c.Email; log.LogInformation(\"{E}\", e.AsA); }")]
    [InlineData("void M(Customer c) { var r = Result.Ok(c.Email); r = Result.Ok(\"x\"); log.LogInformation(\"{E}\", r.Value); }")]
    public Task What_did_not_go_in_does_not_come_out(string members) => RunAsync(members);

    private static async Task RunAsync(string members)
    {
        foreach (MetadataReference reference in BuiltLibrary.BothOf(Library))
        {
            var test = new AnalyzerTest<ExposureRules>
            {
                TestCode = "using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using Library; using Microsoft.Extensions.Logging; using PrivacyAnalyzers;\n" +
                    "class Customer { public int Id { get; set; } [Identifier] public string Email { get; set; } = \"\"; }\nclass C(ILogger<C> log) { " + members + " }",
            };
            test.TestState.AdditionalReferences.Add(reference);
            await test.RunAsync(CancellationToken.None);
        }
    }
}
