using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Generation.Disclosure;

/// <summary>Writes <c>PrivacyDisclosures</c>: the terms once, each under a name, and the lists that refer to them.</summary>
internal sealed class DisclosureEmitter
{
    private const string Types = "global::PrivacyAnalyzers.";
    private readonly CodeWriter _writer = new();
    private readonly DisclosureFacts _facts;
    private readonly DisclosureModel _model;
    private readonly TermFields _fields = new();

    private DisclosureEmitter(DisclosureModel model)
    {
        _model = model;
        _facts = new DisclosureFacts(model);
    }

    public static string Emit(DisclosureModel model) => new DisclosureEmitter(model).Emit();

    private string Emit()
    {
        GeneratedText.Begin(_writer);
        using (GeneratedText.InNamespace(_writer, _model.Namespace))
        {
            _writer.Line("/// <summary>What this code stores about people, and what the privacy statement says of it.</summary>");
            _writer.Line(GeneratedText.Attribute);
            using (_writer.Braces("internal static class PrivacyDisclosures"))
            {
                Terms();
                Facts();
                Categories("Collected", "Categories of personal data that the code stores.", _facts.Collected);
                Categories("DisclosedForBusinessPurposes", "Categories disclosed to others for the company's business purposes. What it carries for its customers is not among them.", _facts.DisclosedForBusinessPurposes);
                Categories("Sold", "Categories sold to others.", _facts.Sold);
                Schedule();
                Transfers();
                Entries();
            }
        }

        return _writer.ToString();
    }

    /// <summary>Terms come first: static fields are set in the order of the text.</summary>
    private void Terms()
    {
        foreach (PurposeEntry purpose in _facts.Collected.SelectMany(_facts.Purposes))
        {
            if (_fields.Add("Purpose", purpose.Name) is { } field)
                Field("DisclosedPurpose", field, $"{Text(purpose.Name)}, {Text(LegalBases.Name(purpose.Basis))}, {Text(purpose.Consent)}, {Period(purpose.OptOutWithin)}");
        }

        foreach (RecipientEntry recipient in _facts.Collected.SelectMany(_facts.Recipients))
        {
            if (_fields.Add("Recipient", recipient.Name) is { } field)
                Field("DisclosedRecipient", field, $"{Text(recipient.Name)}, {Text(recipient.Kind)}, {List("string", recipient.Regions.Select(Text))}");
        }

        IEnumerable<TransferEntry> transfers = _facts.Statement?.Transfers ?? Enumerable.Empty<TransferEntry>();
        foreach (TransferEntry transfer in transfers)
        {
            if (_fields.Add("Transfer", Key(transfer)) is { } field)
                Field("DisclosedTransfer", field, $"{Text(transfer.From)}, {Text(transfer.To)}, {Text(transfer.Product)}, {List("string", transfer.Mechanisms.Select(Text))}");
        }

        foreach (RetentionRule rule in _model.Entries.Select(entry => entry.Retention).OfType<RetentionRule>())
        {
            if (_fields.Add("Retention", rule.Name) is { } field)
            {
                string? then = rule.Keep is null ? null : rule.Then == RetentionEnd.Delete ? "delete" : "anonymize";
                Field("DisclosedRetention", field, $"{Text(rule.Name)}, {Text(rule.Describe())}, {Period(rule.Duration)}, {Text(rule.After)}, {Period(rule.Within)}, {Text(rule.Ground)}, {Text(then)}");
            }
        }

        foreach (string category in _facts.Collected)
        {
            _fields.Add("Category", category);
            Field("DisclosedCategory", _fields.Of("Category", category), string.Join(", ",
                Text(category),
                List("string", _facts.Sources(category).Select(Text)),
                List(Types + "DisclosedPurpose", _facts.Purposes(category).Select(purpose => _fields.Of("Purpose", purpose.Name))),
                List(Types + "DisclosedRecipient", _facts.Recipients(category).Select(recipient => _fields.Of("Recipient", recipient.Name))),
                Text(_facts.Consent(category))));
        }
    }

    private void Facts()
    {
        PrivacyStatement? statement = _facts.Statement;
        Property("string?", "Statement", "The statement's name; <see langword=\"null\"/> where none was found.", Text(statement?.Title));
        StatementDate date = statement?.Effective ?? default;
        bool isDate = date is { Year: >= 1 and <= 9999, Month: >= 1 and <= 12, Day: >= 1 } && date.Day <= DateTime.DaysInMonth(date.Year, date.Month);
        Property("global::System.DateOnly?", "Effective", "From when the statement is in force.", isDate ? FormattableString.Invariant($"new global::System.DateOnly({date.Year}, {date.Month}, {date.Day})") : "null");
        _writer.Line("/// <summary>The least age of a person who may sign up, by region.</summary>");
        _writer.Line("public static global::System.Collections.Generic.IReadOnlyDictionary<string, int> MinimumAges { get; } = new global::System.Collections.Generic.Dictionary<string, int>");
        using (_writer.Braces("", "};"))
        {
            foreach (MinimumAgeEntry age in statement?.MinimumAges ?? Model.EquatableArray<MinimumAgeEntry>.Empty)
                _writer.Line(FormattableString.Invariant($"[{Text(age.Region)}] = {age.Age},"));
        }

        _writer.Line();
    }

    private void Categories(string name, string description, IReadOnlyList<string> categories) =>
        Property($"global::System.Collections.Generic.IReadOnlyList<{Types}DisclosedCategory>", name, description,
            List(Types + "DisclosedCategory", categories.Select(category => _fields.Of("Category", category))));

    private void Schedule()
    {
        IEnumerable<string> lines = _model.Entries.Where(entry => entry.Retention is not null)
            .GroupBy(entry => entry.Retention!.Name, StringComparer.Ordinal)
            .OrderBy(group => StatedOrder(group.Key)).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"new {Types}ScheduledRetention({_fields.Of("Retention", group.Key)}, " +
                $"{List("string", Sorted(group.Select(entry => entry.Category)))}, {List("string", Sorted(group.Select(entry => entry.Type)))})");
        Lines("ScheduledRetention", "RetentionSchedule", "How long what is kept, and what happens then.", lines);
    }

    private void Transfers() =>
        Lines("DisclosedTransfer", "Transfers", "On what transfers between regions rest.",
            (_facts.Statement?.Transfers ?? Model.EquatableArray<TransferEntry>.Empty).Select(transfer => _fields.Of("Transfer", Key(transfer))).Distinct());

    private void Entries() => Lines("DisclosedMember", "Entries", "Every stored member that is personal data.", _model.Entries.Select(entry =>
    {
        DataClassEntry? dataClass = _facts.DataClass(entry);
        string roles = (dataClass?.IsController, dataClass?.IsProcessor) switch
        {
            (true, true) => $"{Types}DisclosedRoles.Controller | {Types}DisclosedRoles.Processor",
            (true, _) => Types + "DisclosedRoles.Controller",
            (_, true) => Types + "DisclosedRoles.Processor",
            _ => Types + "DisclosedRoles.None",
        };
        string[] lines =
        {
            $"new {Types}DisclosedMember",
            "{",
            $"    Type = {Text(entry.Type)},",
            $"    Member = {Text(entry.Member)},",
            $"    Category = {Text(entry.Category)},",
            $"    DataClass = {Text(entry.DataClass)},",
            $"    Roles = {roles},",
            $"    Sources = {_fields.Of("Category", entry.Category)}.Sources,",
            $"    Purposes = {_fields.Of("Category", entry.Category)}.Purposes,",
            $"    Recipients = {List(Types + "DisclosedRecipient", _facts.Recipients(entry).Select(recipient => _fields.Of("Recipient", recipient.Name)))},",
            $"    Transfers = {List(Types + "DisclosedTransfer", _facts.Transfers(entry).Select(transfer => _fields.Of("Transfer", Key(transfer))).Distinct())},",
            $"    Consent = {Text(_facts.Consent(entry.Category))},",
            $"    Retention = {(entry.Retention is { } rule ? _fields.Of("Retention", rule.Name) : "null")},",
            "}",
        };
        return string.Join("\n", lines);
    }));

    private int StatedOrder(string rule)
    {
        int index = 0;
        foreach (RetentionEntry entry in _facts.Statement?.Retention ?? Model.EquatableArray<RetentionEntry>.Empty)
        {
            if (entry.Name == rule)
                return index;
            index++;
        }

        return int.MaxValue;
    }

    private void Field(string type, string name, string arguments)
    {
        _writer.Line($"private static readonly {Types}{type} {name} = new({arguments});");
        _writer.Line();
    }

    private void Property(string type, string name, string description, string value)
    {
        _writer.Line($"/// <summary>{description}</summary>");
        _writer.Line($"public static {type} {name} {{ get; }} = {value};");
        _writer.Line();
    }

    private void Lines(string type, string name, string description, IEnumerable<string> lines)
    {
        _writer.Line($"/// <summary>{description}</summary>");
        _writer.Line($"public static global::System.Collections.Generic.IReadOnlyList<{Types}{type}> {name} {{ get; }} = new {Types}{type}[]");
        using (_writer.Braces("", "};"))
        {
            foreach (string line in lines)
                _writer.Line(line + ",");
        }

        _writer.Line();
    }

    private static string Key(TransferEntry transfer) => $"{transfer.From}\0{transfer.To}\0{transfer.Product}";

    private static IEnumerable<string> Sorted(IEnumerable<string> names) => names.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).Select(name => Text(name));

    private static string Text(string? text) => GeneratedText.Literal(text);

    private static string Period(Period? period) => period is { } given ? GeneratedText.Period(given) : "null";

    private static string List(string type, IEnumerable<string> items)
    {
        string joined = string.Join(", ", items);
        return joined.Length == 0 ? $"global::System.Array.Empty<{type}>()" : $"new {type}[] {{ {joined} }}";
    }

    /// <summary>Names the fields of terms, by number: two names of a statement may become one identifier.</summary>
    private sealed class TermFields
    {
        private readonly Dictionary<(string Kind, string Name), string> _names = new();

        /// <summary>The new field's name; <see langword="null"/> where the term has one.</summary>
        public string? Add(string kind, string name)
        {
            if (_names.ContainsKey((kind, name)))
                return null;
            string field = kind + (_names.Keys.Count(key => key.Kind == kind) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            _names.Add((kind, name), field);
            return field;
        }

        public string Of(string kind, string name) => _names[(kind, name)];
    }
}
