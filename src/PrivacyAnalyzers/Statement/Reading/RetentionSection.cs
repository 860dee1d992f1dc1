namespace PrivacyAnalyzers.Statement.Reading;

/// <summary>
/// <c>retention</c>: how long, from when, and what then. A rule that cannot be read whole counts as kept by law, so that nothing
/// is ever deleted on the word of a faulty line.
/// </summary>
internal static class RetentionSection
{
    public static IEnumerable<RetentionEntry> Read(Fields root, References references, Faults faults)
    {
        foreach ((Written name, Fields fields) in root.Named("retention", Shape.Retention))
        {
            references.Declare("retention", name);
            int before = faults.Count;
            RetentionEntry entry = Rule(name, fields, references, faults);
            if (faults.Count != before || fields.HasFaultyKeys)
                entry = entry with { Keep = KeepKind.ByLaw, Duration = null, After = null, Within = null, Ground = "legal-obligation" };
            yield return entry;
        }
    }

    private static RetentionEntry Rule(Written name, Fields fields, References references, Faults faults)
    {
        string? written = fields.Scalar("keep", Keep)?.Value;
        KeepKind keep = written switch
        {
            ClosedLists.Instructed => KeepKind.Instructed,
            ClosedLists.ByLaw => KeepKind.ByLaw,
            _ => KeepKind.Period,
        };
        Period? duration = keep == KeepKind.Period ? Duration(fields, faults) : null;
        Written? after = fields.Name("after");
        Period? within = fields.Period("within");
        string? ground = fields.OneOf("ground", ClosedLists.Grounds);
        RetentionEnd then = fields.OneOf("then", ClosedLists.Ends) == ClosedLists.Anonymize ? RetentionEnd.Anonymize : RetentionEnd.Delete;
        if (after is { } clock)
            references.Declare("after", clock);

        // What the other keys mean depends on one that can be read.
        bool isKnown = written is not null && (keep != KeepKind.Period || duration is not null);
        string needed = keep switch { KeepKind.Instructed => "within", KeepKind.ByLaw => "ground", _ => "after" };
        foreach (string key in new[] { "after", "within", "ground" })
        {
            if (isKnown && key == needed && !fields.Has(key))
                faults.Add(fields.ValuePosition("keep"), $"'{fields.PathOf("keep")}' is {What(keep)}: it needs '{key}', {Meaning(key)}");
            else if (isKnown && key != needed && fields.Has(key))
                faults.Add(fields.KeyPosition(key), $"'{fields.PathOf(key)}' has no meaning where 'keep' is {What(keep)}");
        }

        return new RetentionEntry(name.Text, name.Position, keep, duration, after?.Text, within, ground, then);
    }

    private const string Keep = Forms.Period + ", instructed or by-law";

    private static Period? Duration(Fields fields, Faults faults)
    {
        if (fields.Scalar("keep", Keep) is not { } scalar)
            return null;
        Period? period = Scalars.ParsePeriod(scalar.Value);
        if (period is null)
        {
            string? nearest = NearestName.Find(scalar.Value, new[] { ClosedLists.Instructed, ClosedLists.ByLaw });
            faults.Add(scalar.Position, $"{Faults.Quote(scalar.Value)} in '{fields.PathOf("keep")}' is not {(nearest is null ? Keep : $"valid; did you mean '{nearest}'?")}");
        }

        return period;
    }

    private static string What(KeepKind keep) => keep switch
    {
        KeepKind.Instructed => "'instructed'",
        KeepKind.ByLaw => "'by-law'",
        _ => "a period",
    };

    private static string Meaning(string key) => key switch
    {
        "within" => "how soon after the instruction the data is gone",
        "ground" => "the law's reason",
        _ => "the event from which the period counts",
    };
}
