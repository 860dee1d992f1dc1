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
        switch (random.Next(24))
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
                return Of("Apply(x => x + {1}, {0})", Next(), Next()) is var applied && applied.Code.Contains("await", StringComparison.Ordinal) ? Leaf(random) : applied;
            case 20:
                return First("(new Pair({1}, {1}) with {{ First = {0} }}).First", Next(), Next());
            case 21:
                return Of("string.Concat(new List<string> {{ {0}, {1} }}.Where(x => x.Length > 0))", Next(), Next());
            case 22:
                return Of("new[] {{ {0}, {1} }}.Select(x => x + \"!\").First()", Next(), Next());
            default:
                return Leaf(random);
        }
    }

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
