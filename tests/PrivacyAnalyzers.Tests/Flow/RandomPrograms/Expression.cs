namespace PrivacyAnalyzers.Tests.Flow.RandomPrograms;

/// <summary>A text in C#, and whether it holds the person's address.</summary>
internal sealed record Expression(string Code, Func<KnownState, bool> Holds)
{
    /// <summary>A random one, of at most this depth.</summary>
    public static Expression Random(Random random, int depth)
    {
        if (depth <= 0)
            return Leaf(random);
        Expression Next() => Random(random, depth - 1);
        switch (random.Next(36))
        {
            case 0 or 1:
                return Of("({0} + \"-\" + {1})", Next(), Next());
            case 2 or 3:
                return Of("$\"{{{0}}} and {{{1}}}\"", Next(), Next());
            case 4:
                return Of("string.Join(\",\", {0}, {1})", Next(), Next());
            case 5:
                return Of("string.Format(\"{{0}}/{{1}}\", {0}, {1})", Next(), Next());
            case 6:
                return Of("Pass({0})", Next());
            case 7:
                return Of("Twice({0})", Next());
            case 8:
                return Clean("Drop({0})", Next());
            case 9:
                return Clean("Redact({0})", Next());
            case 10:
                return Of("Choose({0}, {1})", Next(), Next());
            case 11:
                return Of("(Flag() ? {0} : {1})", Next(), Next());
            case 12:
                return First("({0}, {1}).Item1", Next(), Next());
            case 13:
                return First("new Pair({0}, {1}).First", Next(), Next());
            case 14:
                return First("new[] {{ {0}, {1} }}[0]", Next(), Next());
            case 15:
                return First("new {{ X = {0}, Y = {1} }}.X", Next(), Next());
            case 16:
                return Of("{0}.ToUpperInvariant()", Next());
            case 17:
                return Of("new StringBuilder({0}).Append({1}).ToString()", Next(), Next());
            case 18:
                return Of("await Task.FromResult({0})", Next()) is var waited ? waited with { Code = $"({waited.Code})" } : waited;
            case 19:
                return WithLambda(random, Of("Apply(x => x + {1}, {0})", Next(), Next()));
            case 20:
                return First("(new Pair({1}, {1}) with {{ First = {0} }}).First", Next(), Next());
            case 21:
                return Of("string.Concat(new List<string> {{ {0}, {1} }}.Where(x => x.Length > 0))", Next(), Next());
            case 22:
                return Of("new[] {{ {0}, {1} }}.Select(x => x + \"!\").First()", Next(), Next());
            case 23:
                return Of("new Holder<string>({0}).Value", Next());
            case 24:
                return WithLambda(random, Of("Carry.Hold({0}).Map(x => x + {1}).Value", Next(), Next()));
            case 25:
                return Of("Carry.Some({0}).OrElse({1})", Next(), Next());
            case 26:
                return WithLambda(random, Of("Carry.Some({0}).Then(x => Carry.Some(x + {1})).OrElse(\"\")", Next(), Next()));
            case 27:
                return Clean("Carry.Ok({0}).Error", Next());
            case 28:
                return Of("Carry.Ok({0}).Match(good => good, bad => bad)", Next());
            case 29:
                return Of("string.Concat(new Page<string>().With({0}).With({1}).Items)", Next(), Next());
            case 30:
                return First("new Both<string, string>({0}, {1}).One", Next(), Next());
            case 31:
                return First("Carry.Both({1}, {0}).Swapped().One", Next(), Next());
            case 32:
                return First("Carry.Both({0}, {1}.Length).One", Next(), Next());
            case 33:
                return Of("Carry.Back({0})", Next());
            default:
                return Leaf(random);
        }
    }

    /// <summary>A lambda of the program cannot wait.</summary>
    private static Expression WithLambda(Random random, Expression made) => made.Code.Contains("await", StringComparison.Ordinal) ? Leaf(random) : made;

    private static Expression Leaf(Random random)
    {
        switch (random.Next(9))
        {
            case 0:
                return new("customer.Email", _ => true);
            case 1:
                return new("customer.Plan", _ => false);
            case 2:
                return new("\"clean\"", _ => false);
            case 3:
                string box = Pick(random, Names.Boxes);
                string field = Pick(random, Names.Fields);
                return new($"{box}.{field}", state => state.Read(box, field));
            case 4:
                return new("string.Concat(list)", state => state["list"]);
            default:
                string text = Pick(random, Names.Texts.Where(each => each != "list").ToArray());
                return new(text, state => state[text]);
        }
    }

    public static string Pick(Random random, string[] names) => names[random.Next(names.Length)];

    private static Expression Of(string format, params Expression[] parts) => new(Format(format, parts), state => parts.Any(part => part.Holds(state)));

    private static Expression First(string format, params Expression[] parts) => new(Format(format, parts), state => parts[0].Holds(state));

    private static Expression Clean(string format, params Expression[] parts) => new(Format(format, parts), _ => false);

    private static string Format(string format, Expression[] parts) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, format, parts.Select(part => (object)part.Code).ToArray());
}
