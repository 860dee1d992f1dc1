using System.Globalization;

namespace PrivacyAnalyzers.Tests.Flow.RandomPrograms;

/// <summary>One method made from a seed, with the numbers of the log calls that the person's address may reach.</summary>
internal sealed class RandomProgram
{
    private const int MaxDepth = 3;

    private readonly Random _random;
    private readonly int _first;
    private int _places;
    private int _boxes;
    private SortedSet<int> _found = [];

    private RandomProgram(int seed, int first)
    {
        _random = new Random(seed);
        _first = first;
    }

    public string Code { get; private set; } = "";

    /// <summary>The log calls, by number.</summary>
    public IEnumerable<int> Places => Enumerable.Range(_first, _places);

    /// <summary>Each of these must have a finding.</summary>
    public SortedSet<int> Leaks { get; private set; } = [];

    /// <summary>
    /// No other may have one. Where a variable was put on another box on one of several ways, its old box, with what was put into it on that
    /// way, is out of reach: who keeps it until the ways meet sees more here than can happen.
    /// </summary>
    public SortedSet<int> PossibleLeaks { get; private set; } = [];

    /// <param name="name">The method's.</param>
    /// <param name="first">The number of its first log call.</param>
    public static RandomProgram Of(int seed, string name, int first)
    {
        var program = new RandomProgram(seed, first);
        (string code, Action<KnownState, KnownState?> run) = program.Block(0, 4 + program._random.Next(8));
        program.PossibleLeaks = program.LeaksOf(run, forgets: false);
        program.Leaks = program.LeaksOf(run, forgets: true);
        program.Code = $$"""
                public async Task {{name}}(Customer customer)
                {
                    string a = "", b = "", c = "", d = "";
                    var list = new List<string>();
                    var map = new Dictionary<string, string> { ["x"] = "", ["y"] = "" };
                    var p = new Box();
                    var q = new Box();
                    var held = new Holder<string>("");
                    await Task.CompletedTask;
            {{code}}    }

            """;
        return program;
    }

    private SortedSet<int> LeaksOf(Action<KnownState, KnownState?> run, bool forgets)
    {
        _found = [];
        var start = new KnownState(forgets);
        foreach (string text in Names.Texts)
            start[text] = false;
        foreach (string box in Names.Boxes)
            start.New(box, _boxes++);
        run(start, null);
        return _found;
    }

    /// <summary>A statement's code, and what it does to a state; each state on the way also joins the one that a handler around it starts from.</summary>
    private (string Code, Action<KnownState, KnownState?> Run) Block(int depth, int count)
    {
        var statements = Enumerable.Range(0, count).Select(_ => Statement(depth)).ToList();
        return (string.Concat(statements.Select(statement => statement.Code)), (state, caught) =>
        {
            foreach ((_, Action<KnownState, KnownState?> run) in statements)
            {
                run(state, caught);
                caught?.Join(state);
            }
        });
    }

    private (string Code, Action<KnownState, KnownState?> Run) Statement(int depth)
    {
        string indent = new(' ', 8 + (4 * depth));
        Expression value = Expression.Random(_random, _random.Next(3));
        int kind = _random.Next(depth < MaxDepth ? 21 : 14);

        // Texts that are added to themselves in loops would fill the memory when the program runs.
        if (kind > 3)
            value = value with { Code = $"Cut({value.Code})" };
        switch (kind)
        {
            case 0 or 1 or 2 or 3:
                int place = _first + _places++;
                return ($"{indent}logger.LogInformation(\"{place} {{V}}\", {value.Code});\n", (state, _) =>
                {
                    if (value.Holds(state))
                        _found.Add(place);
                });
            case 4 or 5:
                string field = Expression.Pick(_random, Names.Fields);
                string box = Expression.Pick(_random, Names.Boxes);
                return ($"{indent}{box}.{field} = {value.Code};\n", (state, _) => state.Write(box, field, value.Holds(state)));
            case 6:
                string target = Expression.Pick(_random, Names.Boxes);
                string source = Expression.Pick(_random, Names.Boxes);
                return target == source ? ("", (_, _) => { }) : ($"{indent}{target} = {source};\n", (state, _) => state.Same(target, source));
            case 7:
                return ($"{indent}if (list.Count < 12) list.Add({value.Code});\n", (state, _) => state["list"] |= value.Holds(state));
            case 8:
                string key = _random.Next(2) == 0 ? "map[\"x\"]" : "map[\"y\"]";
                return Set(indent, key, value);
            case 9:
                string given = Expression.Pick(_random, Names.Variables);
                return ($"{indent}Give({value.Code}, out {given});\n", (state, _) => state[given] = value.Holds(state));
            case 10:
                string captured = Expression.Pick(_random, Names.Variables);
                string action = "set" + _random.Next(1_000_000).ToString(CultureInfo.InvariantCulture);
                return value.Code.Contains("await", StringComparison.Ordinal)
                    ? Set(indent, captured, value)
                    : ($"{indent}Action {action} = () => {captured} = {value.Code}; {action}();\n", (state, _) => state[captured] = value.Holds(state));
            case 11:
                return ($"{indent}held = {(_random.Next(2) == 0 ? "new Holder<string>" : "Carry.Hold")}({value.Code});\n", (state, _) => state["held.Value"] = value.Holds(state));
            case 12:
                string taken = Expression.Pick(_random, Names.Variables);
                return _random.Next(2) == 0
                    ? ($"{indent}held.TryTake(out {taken});\n", (state, _) => state[taken] = state["held.Value"])
                    : ($"{indent}Carry.Take(Carry.Hold({value.Code}), out {taken});\n", (state, _) => state[taken] = value.Holds(state));
            case 14 or 15 or 16:
                return Branch(depth, indent);
            case 17:
                return Loop(depth, indent, "while (Flag())", null);
            case 18:
                return Loop(depth, indent, "foreach (string item in list.ToArray())", Expression.Pick(_random, Names.Variables));
            case 19:
                return Handled(depth, indent);
            case 20:
                return Switch(depth, indent);
            default:
                return Set(indent, Expression.Pick(_random, Names.Variables), value);
        }
    }

    private static (string, Action<KnownState, KnownState?>) Set(string indent, string text, Expression value) =>
        ($"{indent}{text} = {value.Code};\n", (state, _) => state[text] = value.Holds(state));

    private (string, Action<KnownState, KnownState?>) Branch(int depth, string indent)
    {
        (string thenCode, Action<KnownState, KnownState?> then) = Block(depth + 1, 1 + _random.Next(3));
        (string elseCode, Action<KnownState, KnownState?> otherwise) = Block(depth + 1, _random.Next(3));
        return ($"{indent}if (Flag())\n{indent}{{\n{thenCode}{indent}}}\n{indent}else\n{indent}{{\n{elseCode}{indent}}}\n", (state, caught) =>
        {
            KnownState other = state.Copy();
            then(state, caught);
            otherwise(other, caught);
            state.Join(other);
        });
    }

    private (string, Action<KnownState, KnownState?>) Switch(int depth, string indent)
    {
        (string Code, Action<KnownState, KnownState?> Run)[] cases = [Block(depth + 2, 1 + _random.Next(2)), Block(depth + 2, 1 + _random.Next(2))];
        return ($"{indent}switch (Number())\n{indent}{{\n{indent}    case 0:\n{cases[0].Code}{indent}        break;\n{indent}    case 1:\n{cases[1].Code}{indent}        break;\n{indent}}}\n", (state, caught) =>
        {
            KnownState before = state.Copy();
            foreach ((_, Action<KnownState, KnownState?> run) in cases)
            {
                KnownState each = before.Copy();
                run(each, caught);
                state.Join(each);
            }
        });
    }

    private (string, Action<KnownState, KnownState?>) Loop(int depth, string indent, string head, string? item)
    {
        (string code, Action<KnownState, KnownState?> body) = Block(depth + 1, 1 + _random.Next(3));
        string each = "item" + depth.ToString(CultureInfo.InvariantCulture);
        string assigned = item is null ? "" : $"{indent}    {item} = {each};\n";
        return ($"{indent}{head.Replace("item", each, StringComparison.Ordinal)}\n{indent}{{\n{assigned}{code}{indent}}}\n", (state, caught) =>
        {
            // The copy of the list is made once, before the first round.
            bool listed = state["list"];
            while (true)
            {
                KnownState round = state.Copy();
                if (item is not null)
                {
                    // A statement like any other: a handler may start from what it leaves.
                    round[item] = listed;
                    caught?.Join(round);
                }

                body(round, caught);
                KnownState before = state.Copy();
                state.Join(round);
                if (state.SameAs(before))
                    return;
            }
        });
    }

    private (string, Action<KnownState, KnownState?>) Handled(int depth, string indent)
    {
        (string tryCode, Action<KnownState, KnownState?> body) = Block(depth + 1, 1 + _random.Next(3));
        (string catchCode, Action<KnownState, KnownState?> handler) = Block(depth + 1, 1 + _random.Next(2));
        return ($"{indent}try\n{indent}{{\n{tryCode}{indent}}}\n{indent}catch (InvalidOperationException)\n{indent}{{\n{catchCode}{indent}}}\n", (state, caught) =>
        {
            KnownState thrown = state.Copy();
            body(state, thrown);
            caught?.Join(thrown);
            handler(thrown, caught);
            state.Join(thrown);
        });
    }
}
