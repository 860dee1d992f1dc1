using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Export;

/// <summary>
/// Writes the comparison of the query filters that were read with those that EF Core has. Where queries ignore filters by name, one that was not read
/// stays on: if it hides rows, they would be neither exported nor erased. Only EF Core 10 names filters; before, all are ignored.
/// </summary>
internal static class FilterAssertion
{
    private const string Expressions = "global::System.Linq.Expressions";

    /// <summary>The call that refuses; <see langword="null"/> where all queries ignore all filters.</summary>
    public static string? Call(ContextModel context) => Ignored(context).Count > 0 ? "AssertFilters(db);" : null;

    public static string FileName(ContextModel context) => GeneratedNames.File(context.Type, "Filters");

    public static string Emit(ContextModel context)
    {
        var writer = new CodeWriter();
        GeneratedText.Begin(writer);
        writer.Line("using System.Linq;");
        writer.Line();
        ContextHolder.Write(writer, context, () => Write(writer, context));
        return writer.ToString();
    }

    /// <summary>By entity, the names of the filters that a query for its rows is sure to ignore, of those whose queries do not ignore all.</summary>
    private static IReadOnlyList<(EntityModel Entity, IReadOnlyList<string> Names)> Ignored(ContextModel context)
    {
        if (context.EfCoreMajor < 10)
            return Array.Empty<(EntityModel, IReadOnlyList<string>)>();
        IReadOnlyList<FilterModel> all = ContextIndex.Of(context).Filters;
        if (all.Count == 0)
            return Array.Empty<(EntityModel, IReadOnlyList<string>)>();
        return context.Subjects.SelectMany(subject => subject.Paths)
            .Select(path => (Path: path, Read: Involved(context, path).Distinct().ToArray()))
            .SelectMany(each => each.Path.Steps.Select(step => step.Principal).Append(each.Path.Entity).Select(name => (Name: name, Read: (IEnumerable<FilterModel>)each.Read)))
            .GroupBy(reader => reader.Name)
            .Select(readers => (Entity: context.Find(readers.Key)!, Sets: readers.Select(reader => reader.Read).Append(all).Select(QueryFilters.Names).OfType<IReadOnlyList<string>>().ToArray()))
            .Where(entity => entity.Sets.Length > 0)
            .Select(entity => (entity.Entity, entity.Sets.Aggregate((IEnumerable<string>)entity.Sets[0], (names, more) => names.Intersect(more)).ToArray() as IReadOnlyList<string>))
            .OrderBy(entity => entity.Entity.Type.Global, StringComparer.Ordinal)
            .ToArray();
    }

    private static IEnumerable<FilterModel> Involved(ContextModel context, SubjectPath path) =>
        path.Steps.Select(step => step.Principal).Append(path.Entity).Select(context.Find).OfType<EntityModel>().SelectMany(entity => entity.Filters);

    private static void Write(CodeWriter writer, ContextModel context)
    {
        writer.Line("// The query filters that are sure to be ignored, by the type whose rows they would hide from a person.");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces("private static readonly global::System.Collections.Generic.Dictionary<global::System.Type, string[]> s_ignoredFilters = new()", "};"))
        {
            foreach ((EntityModel entity, IReadOnlyList<string> names) in Ignored(context))
                writer.Line($"[typeof({entity.Type.Global})] = new string[] {{ {string.Join(", ", names.Select(GeneratedText.Literal))} }},");
        }

        writer.Line();
        writer.Line($$"""
            {{GeneratedText.Attribute}}
            private static global::Microsoft.EntityFrameworkCore.Metadata.IModel? s_assertedFilters;

            // A filter that depends on more than the row separates tenants and stays; another one hides rows from their owner.
            {{GeneratedText.Attribute}}
            private static void AssertFilters({{context.Type.Global}} db)
            {
                if (object.ReferenceEquals(s_assertedFilters, db.Model))
                    return;
                foreach (var entity in db.Model.GetEntityTypes().Where(entity => s_ignoredFilters.ContainsKey(entity.ClrType)))
                {
                    foreach (var filter in entity.GetRootType().GetDeclaredQueryFilters().Where(filter => filter.Expression is not null && !s_ignoredFilters[entity.ClrType].Contains(filter.Key)))
                    {
                        if (FilterReach.LooksAtRowOnly(filter.Expression!))
                            throw new global::System.NotSupportedException($"Nothing was changed: {entity.ClrType.Name} has a query filter {(filter.Key is null ? "without a name" : "'" + filter.Key + "'")} that hides rows and that generated code does not know; write it in OnModelCreating as a lambda, with its name, in Entity<{entity.ClrType.Name}>().HasQueryFilter");
                    }
                }

                s_assertedFilters = db.Model;
            }

            {{GeneratedText.Attribute}}
            private sealed class FilterReach : {{Expressions}}.ExpressionVisitor
            {
                private bool _needsMore;

                public static bool LooksAtRowOnly({{Expressions}}.LambdaExpression filter)
                {
                    var reach = new FilterReach();
                    reach.Visit(filter.Body);
                    return !reach._needsMore;
                }

                // A context, or what a lambda captured.
                protected override {{Expressions}}.Expression VisitConstant({{Expressions}}.ConstantExpression node)
                {
                    _needsMore |= !node.Type.IsValueType && node.Value is not null && !IsFramework(node.Value.GetType());
                    return node;
                }

                protected override {{Expressions}}.Expression VisitMember({{Expressions}}.MemberExpression node)
                {
                    _needsMore |= node.Expression is null && !IsFramework(node.Member.DeclaringType);
                    return base.VisitMember(node);
                }

                protected override {{Expressions}}.Expression VisitMethodCall({{Expressions}}.MethodCallExpression node)
                {
                    _needsMore |= node.Object is null && !IsFramework(node.Method.DeclaringType) && !node.Method.IsDefined(typeof(global::System.Runtime.CompilerServices.ExtensionAttribute), false);
                    return base.VisitMethodCall(node);
                }

                // A query of another set.
                protected override {{Expressions}}.Expression VisitExtension({{Expressions}}.Expression node)
                {
                    _needsMore = true;
                    return node;
                }

                private static bool IsFramework(global::System.Type? type) =>
                    type?.Namespace is { } space && (space == "System" || space == "Microsoft.EntityFrameworkCore" || space.StartsWith("System.", global::System.StringComparison.Ordinal));
            }
            """);
    }
}
