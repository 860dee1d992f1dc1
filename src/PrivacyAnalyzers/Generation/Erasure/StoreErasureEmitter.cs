using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Model.Subjects;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>
/// Writes <c>EraseCustomerAsync</c> and its preview for a person whom no context stores: the plan, as data, for the runtime to carry out in any
/// <c>IPersonalDataStore</c>.
/// </summary>
internal sealed class StoreErasureEmitter
{
    private const string Space = "global::PrivacyAnalyzers.";
    private const string Receipt = "global::System.Threading.Tasks.Task<global::PrivacyAnalyzers.ErasureReceipt>";
    private const string Token = "global::System.Threading.CancellationToken cancellationToken = default";

    private readonly CodeWriter _writer = new();
    private readonly PlainSubjectModel _holder;
    private readonly ContextModel _model;
    private readonly SubjectModel _subject;
    private readonly StorePlan _plan;

    private StoreErasureEmitter(PlainSubjectModel holder, ContextModel model, SubjectModel subject)
    {
        _holder = holder;
        _model = model;
        _subject = subject;
        _plan = StorePlan.Of(model, subject);
    }

    public static string Emit(PlainSubjectModel holder, ContextModel model, SubjectModel subject)
    {
        var emitter = new StoreErasureEmitter(holder, model, subject);
        emitter.Emit();
        return emitter._writer.ToString();
    }

    private string Access => _holder.IsPublic ? "public" : "internal";

    private void Emit()
    {
        GeneratedText.Begin(_writer);
        using (GeneratedText.InNamespace(_writer, _holder.Type.Namespace))
        {
            _writer.Line($"/// <summary>What people may ask of one <c>{GeneratedText.Xml(_holder.Type.Name)}</c>.</summary>");
            using (_writer.Braces($"{Access} static partial class {_holder.HolderName}"))
            {
                Entrances();
                _writer.Line();
                _writer.Line("// Made when it is first asked for.");
                _writer.Line(GeneratedText.Attribute);
                using (_writer.Braces("private static class ErasurePlanHolder"))
                    Plan();
            }
        }
    }

    private void Entrances()
    {
        string name = GeneratedText.Xml(_holder.Type.Name);
        string parameters = $"this {Space}IPersonalDataStore store, {Space}VerifiedRequest<{_subject.Type.Global}> request";
        string ground = $"{Space}ErasureGround ground = {Space}ErasureGround.Request";
        string key = $"request.Authorize<{_subject.KeyType}>({Space}SubjectRights.Erasure)";

        Summary($"Erases one <c>{name}</c>: deletes or anonymises every row that leads there, as the statement says. All of it happens, or nothing.", hasSteps: true);
        _writer.Line(GeneratedText.Attribute);
        using (_writer.Braces($"{Access} static {Receipt} Erase{_subject.UniqueName}Async({parameters}, {ground}, global::System.Collections.Generic.IReadOnlyList<{Space}IErasureStep>? steps = null, {Space}IErasureJournal? journal = null, {Token})"))
        {
            Guard();
            _writer.Line($"return ErasurePlanHolder.Plan.EraseAsync(store, request, {key}, ground, steps, journal, cancellationToken);");
        }

        _writer.Line();
        Summary($"What <c>Erase{_subject.UniqueName}Async</c> would do now. It reads, and changes nothing.", hasSteps: false);
        _writer.Line(GeneratedText.Attribute);
        using (_writer.Braces($"{Access} static {Receipt} Preview{_subject.UniqueName}ErasureAsync({parameters}, {ground}, {Token})"))
        {
            Guard();
            _writer.Line($"return ErasurePlanHolder.Plan.PreviewAsync(store, request, {key}, ground, cancellationToken);");
        }
    }

    private void Guard()
    {
        _writer.Line("global::System.ArgumentNullException.ThrowIfNull(store);");
        _writer.Line("global::System.ArgumentNullException.ThrowIfNull(request);");
    }

    private void Summary(string text, bool hasSteps)
    {
        _writer.Line($"/// <summary>{text}</summary>");
        _writer.Line("/// <param name=\"store\">Where the rows are.</param>");
        _writer.Line("/// <param name=\"request\">Whose data, by a verified request.</param>");
        _writer.Line("/// <param name=\"ground\">Why it is erased.</param>");
        if (hasSteps)
        {
            _writer.Line("/// <param name=\"steps\">What has to happen outside this store.</param>");
            _writer.Line("/// <param name=\"journal\">Where the state of the steps is kept.</param>");
        }

        _writer.Line("/// <param name=\"cancellationToken\">Ends it, and nothing is changed.</param>");
    }

    private void Plan()
    {
        _writer.Line($"internal static readonly {Space}ErasurePlan Plan = Make();");
        _writer.Line();
        using (_writer.Braces($"private static {Space}ErasurePlan Make()"))
        {
            if (_plan.Obstacles.Count > 0)
            {
                _writer.Line($"return new {Space}ErasurePlan({GeneratedText.Literal(_subject.UniqueName)}, global::System.Array.Empty<{Space}PlannedRows>(), {GeneratedText.Literal(string.Join("; ", _plan.Obstacles))});");
                return;
            }

            foreach (EntityPlan plan in _plan.Plan.Entities)
                Rows(plan);
            foreach (EntityPlan plan in _plan.Plan.Entities)
            {
                foreach (RelationModel relation in plan.Entity.Relations)
                    Reference(plan, relation);
            }

            _writer.Line($"return new {Space}ErasurePlan({GeneratedText.Literal(_subject.UniqueName)}, new {Space}PlannedRows[] {{ {string.Join(", ", _plan.Plan.Entities.Select(Name))} }});");
        }

        foreach (EntityPlan entity in _plan.Plan.Entities.Where(_ => _plan.Obstacles.Count == 0))
        {
            if (Clears(entity.Entity))
                Clearing(entity.Entity);
        }
    }

    private void Rows(EntityPlan plan)
    {
        EntityModel entity = plan.Entity;
        string type = entity.Type.Global;
        using (_writer.Braces($"var {Name(plan)} = new {Space}PlannedRows<{type}>({GeneratedText.Literal(entity.UniqueName)})", "};"))
        {
            _writer.Line($"Key = static row => {Boxed("row", entity, entity.Key)},");
            _writer.Line($"Rule = {GeneratedText.Literal(entity.Retention?.Name)},");
            if (plan.Fate == RowFate.Delete)
                _writer.Line("IsDeleted = true,");
            if (plan.Path.IsSelf)
            {
                _writer.Line($"SubjectMembers = {Strings(_subject.Key.Select(part => part.Name))},");
                _writer.Line($"SubjectKey = static row => {Boxed("row", entity, _subject.Key.Select(part => part.Name))},");
            }

            string[] holds = StoredValue.Of(entity).Where(value => value.Member is { IsLegalHold: true, IsMapped: true })
                .Select(value => (value.Owner is null ? "" : $"row.{value.Owner} != null && ") + $"row.{value.Access}" + (value.Member.IsNullable ? " == true" : "")).ToArray();
            if (holds.Length > 0)
                _writer.Line($"Hold = static row => {string.Join(" || ", holds)},");
            if (Clears(entity))
                _writer.Line($"Clearing = Clear_{entity.UniqueName},");
            if (plan.Fate == RowFate.Retain)
                _writer.Line($"Kept = new {Space}KeptByLaw[] {{ {string.Join(", ", plan.Kept.Select(kept => $"new({GeneratedText.Literal(kept.Rule.Name)}, {GeneratedText.Literal(kept.Rule.Ground ?? "legal-obligation")}, {Strings(kept.Members)})"))} }},");
            _writer.Line($"Personal = {Strings(plan.Personal)},");
            if (plan.Deadlines.Count > 0)
                _writer.Line($"Deadlines = new {Space}PlannedDeadline[] {{ {string.Join(", ", plan.Deadlines.Select(Deadline))} }},");
            if (Anonymization.OfRow(entity).ToArray() is { Length: > 0 } faults)
                _writer.Line($"Fault = {GeneratedText.Literal(ErasureActs.RefusalOf(entity.UniqueName, faults))},");
        }
    }

    private void Reference(EntityPlan plan, RelationModel relation)
    {
        EntityPlan[] principals = StorePlan.Principals(_model, _plan.Plan, relation).ToArray();
        if (principals.Length == 0)
            return;
        string[] target = StorePlan.PrincipalKey(_model, relation).ToArray();
        using (_writer.Braces($"{Name(plan)}.References.Add(new {Space}PlannedReference(new {Space}PlannedRows[] {{ {string.Join(", ", principals.Select(Name))} }}, {Strings(relation.ForeignKey)}, {Strings(target)})", "});"))
        {
            _writer.Line($"Value = static row => {Held(plan.Type, relation.ForeignKey.ToArray())},");
            _writer.Line($"PrincipalValue = static row => {Boxed($"(({relation.Principal})row)", principals[0].Entity, target)},");
            if (relation.IsRequired)
                _writer.Line("IsRequired = true,");
            if (plan.Steps.Count > 0 && plan.Steps[0] == relation)
                _writer.Line("IsWay = true,");
            MemberModel[] released = StorePlan.Released(plan.Entity, relation);
            if (released.Length > 0)
                _writer.Line($"Release = static row => {{ {string.Join(" ", released.Select(member => $"(({plan.Type})row).{member.Identifier} = null;"))} }},");
        }
    }

    private void Clearing(EntityModel entity)
    {
        _writer.Line();
        using (_writer.Braces($"private static bool Clear_{entity.UniqueName}({entity.Type.Global} row, bool isTried)"))
        {
            _writer.Line("bool isLeft = false;");
            ObjectClearing.Write(_writer, entity.Members, entity.Components, "row", Anonymization.IsClearedInRow, (type, access, value, isSequence) =>
            {
                string isThere = isSequence
                    ? $"global::System.Linq.Enumerable.Any({access})"
                    : value == "null" ? $"{access} is not null"
                    : type.TrimEnd('?') == "byte[]" ? $"{access} is null || !global::System.Linq.Enumerable.SequenceEqual({access}, {value})" : $"!global::System.Collections.Generic.EqualityComparer<{type}>.Default.Equals({access}, {value})";
                using (_writer.Braces($"if ({isThere})"))
                {
                    _writer.Line("isLeft = true;");
                    _writer.Line("if (!isTried)");
                    using (_writer.Indented())
                        _writer.Line($"{access} = {value};");
                }
            });
            _writer.Line("return isLeft;");
        }
    }

    private static bool Clears(EntityModel entity) =>
        !Anonymization.OfRow(entity).Any() && entity.Members.Concat(entity.Components.SelectMany(StoredCollection.Classified)).Any(Anonymization.IsClearedInRow);

    private static string Deadline(RetentionRule rule)
    {
        Period within = rule.Within!.Value;
        return $"new({GeneratedText.Literal(rule.Name)}, {GeneratedText.Literal(within.ToString())}, {GeneratedText.Period(within)})";
    }

    private static string Name(EntityPlan plan) => "rows" + plan.Name;

    private static string Boxed(string row, EntityModel entity, IEnumerable<string> members)
    {
        string[] names = members.Select(name => $"{row}.{TypeNames.Escape(name)}{(entity.FindMember(name) is { IsNullable: false } ? "" : "!")}").ToArray();
        return names.Length == 1 ? $"(object){names[0]}" : $"(object)({string.Join(", ", names)})";
    }

    /// <summary>A reference of several parts leads nowhere where one of them does.</summary>
    private static string Held(string type, string[] members) => members.Length == 1
        ? $"(object?)(({type})row).{TypeNames.Escape(members[0])}"
        : $"({type})row is {{ {string.Join(", ", members.Select((name, i) => FormattableString.Invariant($"{TypeNames.Escape(name)}: {{ }} part{i}")))} }} ? (object?)({string.Join(", ", members.Select((_, i) => FormattableString.Invariant($"part{i}")))}) : null";

    private static string Strings(IEnumerable<string> names)
    {
        string[] all = names.Select(GeneratedText.Literal).ToArray();
        return all.Length == 0 ? "global::System.Array.Empty<string>()" : $"new string[] {{ {string.Join(", ", all)} }}";
    }
}
