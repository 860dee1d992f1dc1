using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Tests.Flow.Corpus;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Flow;

/// <summary>Where some inputs end, asked by itself: the answer is that of the whole question, and fewer bodies are looked into for it.</summary>
public class FocusTests
{
    public static TheoryData<string> Groups => [.. CorpusGroup.All.Select(group => group.ToString())];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Parameters_end_where_the_whole_question_says(string name)
    {
        CSharpCompilation compilation = CorpusRunner.Compile(CorpusGroup.All.Single(each => each.ToString() == name));
        Assert.InRange(Compare(compilation), 1, int.MaxValue);
    }

    /// <summary>Asks both questions about each method, and returns about how many.</summary>
    internal static int Compare(CSharpCompilation compilation)
    {
        int asked = 0;
        foreach (IMethodSymbol method in SourceTypes.Of(compilation.Assembly).SelectMany(type => type.GetMembers().OfType<IMethodSymbol>()))
        {
            if (method.Parameters.IsEmpty || SourceBodies.GraphOf(method, compilation, CancellationToken.None) is null)
                continue;
            asked++;
            Assert.Equal(Ends(compilation, method, Focus.Whole), Ends(compilation, method, Each(method)));
        }

        return asked;
    }

    [Fact]
    public void A_call_that_gets_nothing_of_it_is_passed_by()
    {
        FlowEngine engine = Follow("""
            void M(string text) { Other(1); Log(text); }
            void Other(int number) { Further(number); }
            void Further(int number) { Console.WriteLine(number); }
            void Log(string line) => Console.WriteLine(line);
            """, out MethodSummary summary);
        Assert.Equal("WriteLine", Assert.Single(summary.Sinks).SinkName);
        Assert.Equal(2, engine.Solved);
    }

    [Theory]
    [InlineData("void M(string text) { var box = new Box(); box.Text = text; Log(box); } void Log(Box box) => Console.WriteLine(box.Text);", 1)]
    [InlineData("void M(string text) { _text = text; Log(); } void Log() => Console.WriteLine(_text);", 1)]
    [InlineData("void M(string text) { s_text = text; Log(); } static void Log() => Console.WriteLine(s_text);", 1)]
    [InlineData("void M(string text) { _box.Text = text; Log(); } void Log() => Console.WriteLine(_box.Text);", 1)]
    [InlineData("void M(string text) => Log([text]); void Log(string[] all) { foreach (string each in all) Console.WriteLine(each); }", 1)]
    [InlineData("void M(string text) => Run(() => text); void Run(Func<string> make) => Console.WriteLine(make());", 1)]
    [InlineData("void M(string text) => Run(() => Console.WriteLine(text)); void Run(Action act) => act();", 1)]
    [InlineData("void M(string text) { new Fluent().With(1).With(text).Write(); }", 1)]
    [InlineData("void M(string text) { var fluent = new Fluent(); fluent.With(1).With(text); fluent.Write(); }", 1)]
    [InlineData("void M(string text) { Box box = Make(); box.Text = text; Console.WriteLine(box.Text); } Box Make() => new();", 1)]
    [InlineData("void M(string text) { Other(new Box()); Console.WriteLine(\"\"); } void Other(Box box) => Console.WriteLine(box.Text);", 0)]
    [InlineData("void M(Box box) { Log(box); } void Log(Box box) => Console.WriteLine(box.Text);", 1)]
    [InlineData("void M(string text) { Put(text, out string copy); Console.WriteLine(copy); } void Put(string text, out string copy) => copy = text;", 1)]
    [InlineData("void M(string text) { Put(out string other); Console.WriteLine(other + text.Length); } void Put(out string other) => other = \"\";", 0)]
    [InlineData("void M(string text) { throw new InvalidOperationException(Say(text)); } string Say(string text) => text + \"!\";", 1)]
    public void What_is_followed_is_found_wherever_it_goes(string members, int sinks)
    {
        Follow(members, out MethodSummary summary);
        Assert.Equal(sinks, Count(summary));
        Follow(members, out MethodSummary whole, asksWhole: true);
        Assert.Equal(sinks, Count(whole));
    }

    [Theory]
    [InlineData("StringBuilder _b = new(); StringBuilder Buffer => _b; void M(string text) { Buffer.Append(text); Console.WriteLine(Buffer.ToString()); }")]
    [InlineData("Box Own => _box; void Log() => Console.WriteLine(_box.Text); void M(string text) { Own.Text = text; Log(); }")]
    [InlineData("class W { readonly StringBuilder _s; public W(StringBuilder s) { _s = s; } public void Put(string t) => _s.Append(t); } void M(string text) { var sb = new StringBuilder(); new W(sb).Put(text); Console.WriteLine(sb.ToString()); }")]
    [InlineData("void Make(out Box b) => b = new Box(); void M(string text) { Make(out var b); b.Text = text; Console.WriteLine(b.Text); }")]
    [InlineData("static Action<string> MakeLog() => s => Console.WriteLine(s); void M(string text) { var log = MakeLog(); log(text); }")]
    [InlineData("static Action<string> MakeLog() => s => Console.WriteLine(s); readonly Action<string> _log = MakeLog(); void M(string text) => _log(text);")]
    [InlineData("event Action? Done; void Raise() => Done?.Invoke(); void M(string text) { Done += () => Console.WriteLine(text); Raise(); }")]
    [InlineData("class Options { public Action? OnDone; } static void Run(Options o) => o.OnDone!(); void M(string text) { Run(new Options { OnDone = () => Console.WriteLine(text) }); }")]
    [InlineData("class R { readonly Action _a; public R(Action a) { _a = a; } public void Go() => _a(); } void M(string text) => new R(() => Console.WriteLine(text)).Go();")]
    [InlineData("class R(Action a) { public void Go() => a(); } void M(string text) => new R(() => Console.WriteLine(text)).Go();")]
    [InlineData("class L { readonly Action<string> _w; public L(Action<string> w) { _w = w; } public void Log(string s) => _w(s); } void M(string text) => new L(s => Console.WriteLine(s)).Log(text);")]
    [InlineData("static Box Build(Action<Box> f) { var b = new Box(); f(b); return b; } void M(string text) => Console.WriteLine(Build(b => b.Text = text).Text);")]
    [InlineData("static readonly List<string> s_all = new(); static void Dump() { foreach (var s in s_all) Console.WriteLine(s); } void M(string text) { s_all.Add(text); Dump(); }")]
    [InlineData("static readonly List<string> s_all = new(); static void Reset() => s_all.Clear(); void M(string text) { s_all.Add(text); Reset(); foreach (var s in s_all) Console.WriteLine(s); }")]
    [InlineData("static void Log() => Console.WriteLine(s_text); void M(string text) { s_text = text; Action a = () => Log(); a(); }")]
    [InlineData("static void Log() => Console.WriteLine(s_text); void M(string text) { s_text = text; Here(); void Here() => Log(); }")]
    [InlineData("record Row(StringBuilder Text); void M(string text) { var sb = new StringBuilder(); var r = new Row(sb); sb.Append(text); Console.WriteLine(r.Text.ToString()); }")]
    [InlineData("record H(Action<string> Do); void M(string text) => new H(s => Console.WriteLine(s)).Do(text);")]
    [InlineData("interface IHolder { Box Box { get; } } class Holder : IHolder { public Box Box { get; } = new(); } void M(string text) { IHolder h = new Holder(); h.Box.Text = text; Console.WriteLine(h.Box.Text); }")]
    [InlineData("class Num { public string Text = \"\"; public static implicit operator Num(int n) => new(); } void M(string text) { Num b = 1; b.Text = text; Console.WriteLine(b.Text); }")]
    [InlineData("class Node { Node? _next; public string Text = \"\"; public Node? Next() => _next; } void M(string text) { var n = new Node(); n.Next()!.Text = text; Console.WriteLine(n.Text); }")]
    [InlineData("interface ISink { void Put(string t); } class Null : ISink { public void Put(string t) { } } class Con : ISink { public void Put(string t) => Console.WriteLine(t); } ISink Make() => new Null(); void M(string text) { var s = Make(); s.Put(text); }")]
    [InlineData("class F { public F(out string x) { x = \"\"; } } void M(string text) { string x = text; _ = new F(out x); Console.WriteLine(x); }")]
    [InlineData("static void Write() => Console.WriteLine(s_text); void M(string text) { void Say() => Write(); Say(); s_text = text; Say(); }")]
    [InlineData("interface IJoin<T> where T : IJoin<T> { static abstract T operator +(T a, T b); } void M<T>(T text, T more) where T : IJoin<T> { text += more; Console.WriteLine(text); }")]
    [InlineData("Box? _kept; void Attach(Box box) => _kept = box; void Log() => Console.WriteLine(_kept!.Text); void M(string text) { var box = new Box(); Attach(box); box.Text = text; Log(); }")]
    [InlineData("static readonly List<Box> s_all = new(); static void Add(Box box) => s_all.Add(box); static void Log() { foreach (Box box in s_all) Console.WriteLine(box.Text); } void M(string text) { var box = new Box(); Add(box); box.Text = text; Log(); }")]
    [InlineData("class Node { public Node? Next; public string Text = \"\"; } static void Link(Node a, Node b) => a.Next = b; void M(string text) { var a = new Node(); var b = new Node(); Link(a, b); b.Text = text; Console.WriteLine(a.Next!.Text); }")]
    [InlineData("class Node { public Node? Next; public string Text = \"\"; } static void Link(Node a, Node b) => Inner(a, b); static void Inner(Node a, Node b) => a.Next = b; void M(string text) { var a = new Node(); var b = new Node(); var c = new Node(); Link(a, b); Link(b, c); c.Text = text; Console.WriteLine(a.Next!.Next!.Text); }")]
    [InlineData("Box Get() => Inner(); Box Inner() => _box; void M(string text) { Get().Text = text; Console.WriteLine(_box.Text); }")]
    [InlineData("class R { Action<string>? _do; public void Init() => _do = s => Console.WriteLine(s); public void Run(string s) => _do!(s); } void M(string text) { var r = new R(); r.Init(); r.Run(text); }")]
    [InlineData("static (Action<string> Set, Func<string> Get) Cell() { string value = \"\"; return (text => value = text, () => value); } void M(string text) { var (set, get) = Cell(); set(text); Console.WriteLine(get()); }")]
    [InlineData("class Log { public Action<string> Do = s => { }; } static Log Make() => new Log { Do = s => Console.WriteLine(s) }; void M(string text) { var log = Make(); log.Do(text); }")]
    [InlineData("void M(string text) { for (int i = 0; i < 2; i++) { var box = new Box(); Attach(box); box.Text = text; Log(); } } Box? _kept; void Attach(Box box) => _kept = box; void Log() => Console.WriteLine(_kept!.Text);")]
    [InlineData("class Holder(Box box) { public readonly Box Kept = box; } void M(string text) { var box = new Box(); var h = new Holder(box); box.Text = text; Console.WriteLine(h.Kept.Text); }")]
    [InlineData("class R { event Action<string>? Said; public void Init() => Said += s => Console.WriteLine(s); public void Run(string s) => Said!(s); } void M(string text) { var r = new R(); r.Init(); r.Run(text); }")]
    [InlineData("class R { protected Action<string>? Do; public void Init() => Do = s => Console.WriteLine(s); public void Run(string s) => Do!(s); } class R2 : R { } void M(string text) { var r = new R2(); r.Init(); r.Run(text); }")]
    [InlineData("class R { readonly List<Action<string>> _all = new(); public void Init() => _all.Add(s => Console.WriteLine(s)); public void Run(string s) { foreach (var each in _all) each(s); } } void M(string text) { var r = new R(); r.Init(); r.Run(text); }")]
    [InlineData("class Node { public Node? Next; public string Text = \"\"; } static Node Make(out Node inner) { inner = new Node(); return new Node { Next = inner }; } void M(string text) { var a = Make(out Node b); b.Text = text; Console.WriteLine(a.Next!.Text); }")]
    public void What_a_call_gives_back_or_keeps_matters_though_it_gets_nothing_of_it(string members)
    {
        Follow(members, out MethodSummary summary);
        Follow(members, out MethodSummary whole, asksWhole: true);
        Assert.Equal(Count(whole), Count(summary));
    }

    /// <summary>How often the first parameter itself ends in a sink.</summary>
    private static int Count(MethodSummary summary) => summary.Sinks.Count(static sink => ((InputOrigin)sink.Input.Origin).Path is { Steps.IsEmpty: true, Root.Ordinal: 0 });

    [Fact]
    public void A_long_row_of_objects_fits()
    {
        var row = new StringBuilder("void M(string text) { var n0 = new Node(); n0.Text = text;");
        for (int i = 1; i < 2000; i++)
            row.Append(System.Globalization.CultureInfo.InvariantCulture, $" var n{i} = new Node(); n{i}.Next = n{i - 1};");
        row.Append(" Log(n1999); } void Log(Node node) => Console.WriteLine(node.Text); class Node { public string Text = \"\"; public Node? Next; }");
        Follow(row.ToString(), out MethodSummary summary);
        Assert.Empty(summary.Sinks);
    }

    [Fact]
    public void Steps_grow_with_the_calls()
    {
        int small = Steps(250);
        int large = Steps(4000);
        Assert.InRange(large, small, small * 16 * 1.1);

        static int Steps(int calls)
        {
            var code = new StringBuilder("void Log(Box box) => Console.WriteLine(box.Text); void Other(Box box) { } void M(string text) {");
            for (int i = 0; i < calls; i++)
                code.Append(System.Globalization.CultureInfo.InvariantCulture, $" var b{i} = new Box(); Other(b{i}); b{i}.Text = text; Log(b{i});");
            return (int)Follow(code.Append('}').ToString(), out _).Steps;
        }
    }

    [Fact]
    public void One_or_two_parameters_are_asked_as_they_are_and_more_as_all()
    {
        Focus two = Focus.None.With(InputRoot.Parameter(0)).WithInside(InputRoot.Parameter(1));
        Assert.Equal(two, two.Rounded());
        Focus three = two.With(InputRoot.Parameter(2)).Rounded();
        Assert.True(three.Contains(InputPath.Of(InputRoot.Parameter(9))));
        Assert.True(three.ContainsInside(InputRoot.Parameter(9)));
        Assert.False(three.ContainsInside(InputRoot.This));
        Assert.Equal(three, three.Rounded());
        Focus themselves = Focus.None.With(InputRoot.Parameter(0)).With(InputRoot.Parameter(1)).With(InputRoot.Parameter(2)).WithInside(InputRoot.This).Rounded();
        Assert.False(themselves.ContainsInside(InputRoot.Parameter(0)));
        Assert.True(themselves.ContainsInside(InputRoot.This));
    }

    [Fact]
    public void Parameters_beyond_the_last_that_is_told_apart_are_one()
    {
        Focus last = Focus.None.With(InputRoot.Parameter(28));
        Assert.Equal(last, Focus.None.With(InputRoot.Parameter(400)));
        Assert.NotEqual(last, Focus.None.With(InputRoot.Parameter(27)));
        Assert.False(last.IsWhole);
        Assert.True(Focus.Whole.Contains(InputPath.Of(InputRoot.Parameter(400))));
        Assert.False(Focus.Whole.IsEmpty);
        Assert.True(Focus.None.IsEmpty);
    }

    private static FlowEngine Follow(string members, out MethodSummary summary, bool asksWhole = false)
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Focus", [CSharpSyntaxTree.ParseText("#nullable enable\nusing System;\nusing System.Collections.Generic;\nusing System.Text;\nclass Box { public string Text = \"\"; } class Fluent { string _text = \"\"; public Fluent With(int number) => this; public Fluent With(string text) { _text = text; return this; } public void Write() => Console.WriteLine(_text); } class C { string _text = \"\"; static string s_text = \"\"; Box _box = new();\n" + members + "\n}")], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var engine = new FlowEngine(compilation, new MemberClassifier(null), FlowCatalog.Shipped);
        IMethodSymbol method = compilation.GetTypeByMetadataName("C")!.GetMembers("M").OfType<IMethodSymbol>().Single();
        summary = engine.Follow(method, asksWhole ? Focus.Whole : Each(method), () => SourceBodies.GraphOf(method, compilation, CancellationToken.None)!, CancellationToken.None);
        return engine;
    }

    private static Focus Each(IMethodSymbol method) => method.Parameters.Aggregate(Focus.None, static (focus, parameter) => focus.With(InputRoot.Parameter(parameter.Ordinal)));

    /// <summary>An engine for each question, so that none gives another its answers.</summary>
    private static string[] Ends(CSharpCompilation compilation, IMethodSymbol method, Focus focus)
    {
        var engine = new FlowEngine(compilation, new MemberClassifier(null), FlowCatalog.Shipped);
        MethodSummary summary = engine.Follow(method, focus, () => SourceBodies.GraphOf(method, compilation, CancellationToken.None)!, CancellationToken.None);
        return summary.Sinks.Where(static sink => ((InputOrigin)sink.Input.Origin).Path is { Steps.IsEmpty: true, Root.Ordinal: >= 0 })
            .Select(sink => $"{method.Parameters[((InputOrigin)sink.Input.Origin).Path.Root.Ordinal].Name} {sink.Kind} {sink.SinkName} {sink.Node} {sink.Input.IsPseudonym}")
            .Distinct().Order(StringComparer.Ordinal).ToArray();
    }
}
