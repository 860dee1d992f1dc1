using System.Text;

namespace PrivacyAnalyzers.Tests.Robustness.Nesting;

/// <summary>Code of one shape, as deep or as long as one likes. Each carries a person's address to a log where its shape can carry anything.</summary>
internal static class NestedCode
{
    private const string Head = """
        using System; using System.Collections.Generic; using System.Linq; using Microsoft.Extensions.Logging; using PrivacyAnalyzers;
        [DataSubject] public class Customer { public int Id { get; set; } [OptOut("marketing")] public bool NoMail { get; set; } [Identifier] public string Email { get; set; } = ""; public Customer Self => this; public int Age { get; set; } public Customer Me() => this; public Customer this[int i] => this; }
        public class Node { public Node? Next { get; set; } public string Text = ""; public List<Node> All { get; } = new(); }
        public record Pair(Pair? Inner, string Text);
        public static class Helper { public static string Id(string text) => text; public static T Run<T>(Func<T> get) => get(); public static void Do(Action act) => act(); public static T Wrap<T>(T value) => value; }

        """;

    /// <summary>The shapes of what stands in one method: the text of the argument or of the statements, for a depth.</summary>
    private static readonly (string Name, int Depth, Func<int, string> Of)[] Expressions =
    [
        ("calls", 400, depth => Around("Helper.Id(", depth, "c.Email", ")")),
        ("generic calls", 400, depth => Around("Helper.Wrap(", depth, "c.Email", ")")),
        ("concatenations", 5000, depth => "c.Email" + Times(" + c.Email", depth)),
        ("concatenations to the right", 400, depth => Around("(\"a\" + ", depth, "c.Email", ")")),
        ("sums", 10000, depth => "c.Age" + Times(" + c.Age", depth)),
        ("sums to the right", 400, depth => Around("(1 + ", depth, "c.Email.Length", ")")),
        ("member chain", 1000, depth => "c" + Times(".Self", depth) + ".Email"),
        ("call chain", 1000, depth => "c" + Times(".Me()", depth) + ".Email"),
        ("library chain", 1000, depth => "c.Email" + Times(".Trim()", depth)),
        ("conditional chain", 1000, depth => "c" + Times("?.Self", depth) + "?.Email"),
        ("index chain", 1000, depth => "c" + Times("[0]", depth) + ".Email"),
        ("suppressions", 1000, depth => "c.Email" + Times("!", depth)),
        ("index in index", 400, depth => Around("c[", depth, "c.Email.Length", "].Age") + ".ToString()"),
        ("parentheses", 1000, depth => Around("(", depth, "c.Email", ")")),
        ("casts", 1000, depth => Times("(object)", depth) + "c.Email"),
        ("negations", 1000, depth => Times("!", depth) + "(c.Email == null)"),
        ("minuses", 1000, depth => Times("- ", depth) + "c.Email.Length"),
        ("conditionals", 400, depth => Times("c.Age > 1 ? \"a\" : ", depth) + "c.Email"),
        ("conditionals to the left", 400, depth => Around("(c.Age > 1 ? ", depth, "c.Email", " : \"a\")")),
        ("conditions in conditions", 1000, depth => Around("(", depth, "c.Email == null", " ? false : true)")),
        ("coalescing", 400, depth => Times("c.Email ?? ", depth) + "c.Email"),
        ("logic", 10000, depth => "c.Email == null" + Times(" || c.Email == \"a\"", depth)),
        ("logic mixed", 400, depth => Around("(c.Age > 1 && (c.Age < 2 || ", depth, "c.Email == null", "))")),
        ("interpolations", 14, depth => Around("$\"{", depth, "c.Email", "}\"")),
        ("holes", 2000, depth => "$\"" + Times("{c.Email}", depth) + "\""),
        ("lambdas", 8, depth => Around("Helper.Run(() => ", depth, "c.Email", ")")),
        ("initialisers", 400, depth => Around("new Node { Next = ", depth, "new Node { Text = c.Email }", " }") + Times(".Next", depth) + ".Text"),
        ("constructors", 400, depth => Around("new Pair(", depth, "null", ", c.Email)") + ".Text"),
        ("withs", 400, depth => Around("new Pair(null, c.Email) with { Inner = ", depth, "null", " }") + ".Text"),
        ("collections", 400, depth => Around("new List<object> { ", depth, "c.Email", " }")),
        ("arrays", 300, depth => Around("new object[] { ", depth, "c.Email", " }")),
        ("items", 2000, depth => "new[] { \"\"" + Times(", c.Email", depth) + " }"),
        ("tuples", 60, depth => Around("(", depth, "c.Email", ", 1)")),
        ("anonymous", 50, depth => Around("new { A = ", depth, "c.Email", " }")),
        ("switches", 60, depth => Around("c.Age switch { 1 => \"a\", _ => ", depth, "c.Email", " }")),
        ("arms", 500, depth => "c.Age switch { " + string.Concat(Enumerable.Range(0, depth).Select(i => $"{i} => c.Email, ")) + "_ => \"\" }"),
        ("switched switches", 1000, depth => Around("(", depth, "c.Age", " switch { 1 => 2, _ => 3 })")),
        ("patterns", 60, depth => "(c is " + Around("{ Self: ", depth, "{ Email: var e }", " }") + " ? e : \"\")"),
        ("alternatives", 200, depth => "(c.Age is 0" + string.Concat(Enumerable.Range(1, depth).Select(i => $" or {i}")) + " ? c.Email : \"\")"),
        ("nots", 1000, depth => "(c.Email is " + Times("not ", depth) + "null ? c.Email : \"\")"),
        ("assignments", 400, depth => Times("c.Email = ", depth) + "c.Email"),
        ("type arguments", 1000, depth => "default(" + Around("List<", depth, "Customer", ">") + ")"),
        ("array types", 10000, depth => "default(Customer" + Times("[]", depth) + ")"),
        ("query", 100, depth => "(from x in new[] { c } " + Times("where x.Age > 1 ", depth) + "select x.Email).First()"),
        ("lets", 60, depth => "(from x in new[] { c } " + string.Concat(Enumerable.Range(0, depth).Select(i => $"let y{i} = x.Email ")) + "select x.Email).First()"),
    ];

    private static readonly (string Name, int Depth, Func<int, string> Of)[] Statements =
    [
        ("blocks", 1000, depth => Around("{ ", depth, "log.LogInformation(c.Email);", " }")),
        ("ifs", 1000, depth => Around("if (c.Age > 1) { ", depth, "log.LogInformation(c.Email);", " }")),
        ("ifs without braces", 1000, depth => Times("if (c.Age > 1) ", depth) + "log.LogInformation(c.Email);"),
        ("else ifs", 500, depth => string.Concat(Enumerable.Range(0, depth).Select(i => $"if (c.Age == {i}) log.LogInformation(c.Email); else ")) + "log.LogInformation(c.Email);"),
        ("loops", 1000, depth => Around("while (c.Age > 1) { ", depth, "log.LogInformation(c.Email);", " }")),
        ("foreachs", 25, depth => string.Concat(Enumerable.Range(0, depth).Select(i => $"foreach (var x{i} in new[] {{ c }}) ")) + "log.LogInformation(c.Email);"),
        ("tries", 1000, depth => Around("try { ", depth, "log.LogInformation(c.Email);", " } finally { }")),
        ("catches", 400, depth => Around("try { c.Me(); } catch { ", depth, "log.LogInformation(c.Email);", " }")),
        ("locks", 50, depth => Times("lock (c) ", depth) + "log.LogInformation(c.Email);"),
        ("usings", 60, depth => string.Concat(Enumerable.Range(0, depth).Select(i => $"using (var x{i} = new System.IO.StringReader(c.Email)) ")) + "log.LogInformation(c.Email);"),
        ("switch statements", 200, depth => Around("switch (c.Age) { case 1: ", depth, "log.LogInformation(c.Email);", " break; }")),
        ("cases", 500, depth => "switch (c.Age) { " + string.Concat(Enumerable.Range(0, depth).Select(i => $"case {i}: log.LogInformation(c.Email); break; ")) + "}"),
        ("local functions", 1500, depth => string.Concat(Enumerable.Range(0, depth).Select(i => $"void F{i}() {{ ")) + "log.LogInformation(c.Email);" + string.Concat(Enumerable.Range(0, depth).Reverse().Select(i => $" }} F{i}();"))),
        ("actions", 200, depth => Around("Helper.Do(() => { ", depth, "log.LogInformation(c.Email);", " });")),
        ("statements", 5000, depth => "string t = \"\";\n" + Times("t = c.Email;\n", depth) + "log.LogInformation(t);"),
        ("locals", 5000, depth => "string t0 = c.Email;\n" + string.Concat(Enumerable.Range(0, depth).Select(i => $"string t{i + 1} = t{i};\n")) + $"log.LogInformation(t{depth});"),
        ("labels", 300, depth => string.Concat(Enumerable.Range(0, depth).Select(i => $"l{i}: ")) + "log.LogInformation(c.Email);"),
    ];

    private static readonly (string Name, int Depth, Func<int, string> Of)[] Files =
    [
        ("types", 400, depth => Around("class A { ", depth, Body("c.Email"), " }")),
        ("namespaces", 400, depth => Around("namespace A { ", depth, "class P { " + Body("c.Email") + " }", " }")),
        ("members", 500, depth => "class P { " + string.Concat(Enumerable.Range(0, depth).Select(i => $"[Identifier] public string M{i} {{ get; set; }} = \"\";\n")) + "void M(ILogger log, P p) => log.LogInformation(\"{@P}\", p); }"),
        ("methods that call the next", 1000, depth => "class P { " + string.Concat(Enumerable.Range(0, depth).Select(i => $"string F{i}(string t) => F{i + 1}(t);\n")) + $"string F{depth}(string t) => t; void M(ILogger log, Customer c) => log.LogInformation(F0(c.Email)); }}"),
        ("methods that log by the next", 1000, depth => "class P { " + string.Concat(Enumerable.Range(0, depth).Select(i => $"void F{i}(ILogger log, string t) => F{i + 1}(log, t);\n")) + $"void F{depth}(ILogger log, string t) => log.LogInformation(t); void M(ILogger log, Customer c) => F0(log, c.Email); }}"),
        ("properties that read the next", 100, depth => "class P { Customer C = new(); " + string.Concat(Enumerable.Range(0, depth).Select(i => $"string F{i} => F{i + 1};\n")) + $"string F{depth} => C.Email; void M(ILogger log) => log.LogInformation(F0); }}"),
        ("fields made of the next", 100, depth => "class P { static Customer C = new(); " + string.Concat(Enumerable.Range(0, depth).Select(i => $"static string F{i} = F{i + 1};\n")) + $"static string F{depth} = C.Email; void M(ILogger log) => log.LogInformation(F0); }}"),
        ("delegates that run the next", 100, depth => "class P { " + string.Concat(Enumerable.Range(0, depth).Select(i => $"static Func<string, string> F{i} = t => F{i + 1}(t);\n")) + $"static Func<string, string> F{depth} = t => t; void M(ILogger log, Customer c) => log.LogInformation(F0(c.Email)); }}"),
        ("heirs", 200, depth => "class C0 { [Identifier] public string Email { get; set; } = \"\"; public virtual string Show() => Email; }\n" + string.Concat(Enumerable.Range(0, depth).Select(i => $"class C{i + 1} : C{i} {{ public override string Show() => base.Show(); }}\n")) + $"class P {{ void M(ILogger log, C{depth} c) {{ log.LogInformation(c.Email); log.LogInformation(c.Show()); log.LogInformation(\"{{@C}}\", c); }} }}"),
        ("interfaces", 300, depth => "interface I0 { [Identifier] string Email { get; } }\n" + string.Concat(Enumerable.Range(0, depth).Select(i => $"interface I{i + 1} : I{i} {{ }}\n")) + $"class P {{ void M(ILogger log, I{depth} c) => log.LogInformation(c.Email); }}"),
        ("objects in objects", 1000, depth => string.Concat(Enumerable.Range(0, depth).Select(i => $"class C{i} {{ public C{i + 1} Next {{ get; set; }} = null!; }}\n")) + $"class C{depth} {{ [Identifier] public string Email {{ get; set; }} = \"\"; }} class P {{ void M(ILogger log, C0 c) => log.LogInformation(\"{{@C}}\", c); }}"),
        ("records in records", 1000, depth => string.Concat(Enumerable.Range(0, depth).Select(i => $"record C{i}(C{i + 1} Next);\n")) + $"record C{depth}([property: Identifier] string Email); class P {{ void M(ILogger log, C0 c) => log.LogInformation(\"{{C}}\", c); }}"),
        ("widening types", 10000, depth => "class W<T> { public W<W<T>>? Next { get; set; } public T? Value { get; set; } } class P { void M(ILogger log, W<Customer> c) { log.LogInformation(\"{@C}\", c); log.LogInformation(c.ToString()); log.LogInformation(c" + Times(".Next", Math.Min(depth, 40)) + ".ToString()); } }"),
        ("widening methods", 10000, _ => "class W<T> { public void Go(ILogger log, T value, int n) { log.LogInformation(value!.ToString()); if (n > 0) new W<List<T>>().Go(log, new List<T> { value }, n - 1); } } class P { void M(ILogger log, Customer c) => new W<string>().Go(log, c.Email, 9); }"),
        ("constants", 10000, depth => "class P { " + string.Concat(Enumerable.Range(0, depth).Select(i => $"const int F{i} = F{i + 1};\n")) + $"const int F{depth} = 1; " + Body("c.Email") + " }"),
        ("arguments of attributes", 10000, depth => "[Purpose(\"a\"" + Times(" + \"a\"", depth) + ")] class P { " + Body("c.Email") + " }"),
        ("types of attributes", 400, depth => "class TypeAttribute(Type type) : Attribute { public Type Type => type; } [Type(typeof(" + Around("List<", depth, "Customer", ">") + "))] class P { " + Body("c.Email") + " }"),
        ("many attributes", 10000, depth => "[AttributeUsage(AttributeTargets.All, AllowMultiple = true)] class AAttribute : Attribute { } " + Times("[A] ", depth) + "class P { " + Body("c.Email") + " }"),
        ("member types", 400, depth => "class P { public " + Around("List<", depth, "Customer", ">") + " All = null!; void M(ILogger log, P p) => log.LogInformation(\"{@P}\", p); }"),
        ("constraints", 200, depth => "class P { void M<" + string.Join(", ", Enumerable.Range(0, depth + 1).Select(i => $"T{i}")) + ">(ILogger log, T0 c) " + string.Concat(Enumerable.Range(0, depth).Select(i => $"where T{i} : T{i + 1} ")) + $"where T{depth} : Customer => log.LogInformation(c.Email); }}"),
        ("entities in a row", 100, depth => Entity("public class E0 { public int Id { get; set; } [Identifier] public string? Email { get; set; } }", depth, i => $"public class E{i} {{ public int Id {{ get; set; }} public int ParentId {{ get; set; }} public E{i - 1} Parent {{ get; set; }} = null!; [Identifier] public string? Text {{ get; set; }} }}")),
        ("entities in a hierarchy", 100, depth => Entity("public class E0 { public int Id { get; set; } [Identifier] public string? Email { get; set; } }", depth, i => $"public class E{i} : E{i - 1} {{ [Identifier] public string? Text{i} {{ get; set; }} }}")),
        ("owned in owned", 60, depth => Entity("public class E0 { public int Id { get; set; } public O0 Part { get; set; } = null!; }\n" + string.Concat(Enumerable.Range(0, depth).Select(i => $"[Microsoft.EntityFrameworkCore.Owned] public class O{i} {{ public O{i + 1} Part {{ get; set; }} = null!; }}\n")) + $"[Microsoft.EntityFrameworkCore.Owned] public class O{depth} {{ [Identifier] public string? Text {{ get; set; }} }}", 0, _ => "")),
        ("parts in parts", 100, depth => Parts("public O0 Part { get; set; } = null!;") + string.Concat(Enumerable.Range(0, depth).Select(i => $"public class O{i} {{ public O{i + 1} Part {{ get; set; }} = null!; }}\n")) + $"public class O{depth} {{ [Identifier] public string? Text {{ get; set; }} }}"),
        ("widening parts", 1, _ => Parts("public W<int> Part { get; set; } = null!;") + "public class W<T> { public W<W<T>>? Next { get; set; } [Identifier] public string? Text { get; set; } }"),
        ("widening owned", 1, _ => Entity("public class E0 { public int Id { get; set; } public W<int> Part { get; set; } = null!; } [Microsoft.EntityFrameworkCore.Owned] public class W<T> { public W<W<T>>? Next { get; set; } [Identifier] public string? Text { get; set; } }", 0, _ => "")),
        ("members of an entity", 1000, depth => Entity("public class E0 { public int Id { get; set; } " + string.Concat(Enumerable.Range(0, depth).Select(i => $"[Identifier] public string? Text{i} {{ get; set; }}\n")) + " }", 0, _ => "")),
        ("words about an entity", 1000, depth => Entity("public class E0 { public int Id { get; set; } [Identifier] public string? Email { get; set; } }", 0, _ => "", "m.Entity<E0>().Property(e => e.Email)" + Times(".HasMaxLength(9)", depth) + ";")),
    ];

    /// <summary>All shapes, each with a depth that any compiler survives and is quick with.</summary>
    public static IEnumerable<(string Name, int Depth)> Shapes => Expressions.Concat(Statements).Concat(Files).Select(shape => (shape.Name, shape.Depth));

    /// <summary>A file of the shape. Beside it stands a leak that is not deep.</summary>
    public static string Of(string name, int depth)
    {
        string plain = "class Plain { " + Body("c.Email") + " }\n";
        if (Expressions.FirstOrDefault(shape => shape.Name == name).Of is { } expression)
            return Head + plain + "class P { [Purpose(\"marketing\")] void M(ILogger log, Customer c) { log.LogInformation(\"{T}\", " + expression(depth) + "); } }";
        if (Statements.FirstOrDefault(shape => shape.Name == name).Of is { } statement)
            return Head + plain + "class P { [Purpose(\"marketing\")] void M(ILogger log, Customer c) { " + statement(depth) + " } }";
        return Head + plain + Files.First(shape => shape.Name == name).Of(depth);
    }

    private static string Parts(string member) => "[DataSubject, Retention(\"account-default\"), DataClass(\"customer-account\")] public class Whole { public int Id { get; set; } [Identifier] public string? Email { get; set; } " + member + " }\n";

    private static string Entity(string first, int count, Func<int, string> next, string words = "") =>
        "[DataSubject, Retention(\"account-default\"), DataClass(\"customer-account\")] " + first + "\n" + string.Concat(Enumerable.Range(1, count).Select(i => $"[Retention(\"account-default\"), DataClass(\"customer-account\")] {next(i)}\n")) +
        "public class Db : Microsoft.EntityFrameworkCore.DbContext { " + string.Concat(Enumerable.Range(0, count + 1).Select(i => $"public Microsoft.EntityFrameworkCore.DbSet<E{i}> E{i} => Set<E{i}>();\n")) +
        "protected override void OnModelCreating(Microsoft.EntityFrameworkCore.ModelBuilder m) { " + words + " } }";

    private static string Body(string value) => $"void M(ILogger log, Customer c) {{ log.LogInformation({value}); }}";

    private static string Around(string open, int depth, string inner, string close) => new StringBuilder().Insert(0, open, depth).Append(inner).Insert(open.Length * depth + inner.Length, close, depth).ToString();

    private static string Times(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
