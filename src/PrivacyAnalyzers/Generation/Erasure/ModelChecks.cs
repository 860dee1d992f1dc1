using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>
/// The text of <c>AssertModel</c>. A difference between EF Core's model and what the code was made for is refused where rows could be lost, kept or
/// mistaken for others'; one that changes nothing for a person is not, since the model is a legal one.
/// </summary>
internal static class ModelChecks
{
    private const string Type = "global::Microsoft.EntityFrameworkCore.Metadata.IEntityType";

    public static string Text(ContextModel context) => $$"""
        // What EF Core knows and this code does not must not be forgotten: it refuses before a row is touched. A model is compared once.
        {{GeneratedText.Attribute}}
        private static global::Microsoft.EntityFrameworkCore.Metadata.IModel? s_asserted;

        {{GeneratedText.Attribute}}
        private static void AssertModel({{context.Type.Global}} db)
        {
            if (object.ReferenceEquals(s_asserted, db.Model))
                return;{{(FilterAssertion.Call(context) is { } filters ? "\n    " + filters : "")}}
            foreach (var entity in db.Model.GetEntityTypes())
            {
                if (!entity.IsOwned() && s_aboutPeople.TryGetValue(entity.ClrType, out string? key))
                    AssertRows(entity, key);
                AssertReferences(entity, isChanged: true);
                if (!entity.IsOwned() && s_members.TryGetValue(entity.ClrType, out string[]? members))
                {
                    foreach (string member in members)
                        AssertMember(entity, member);
                }
            }

            s_asserted = db.Model;
        }

        // For an export: what leads to a person by ways that this code does not know would be missing from it.
        {{GeneratedText.Attribute}}
        private static global::Microsoft.EntityFrameworkCore.Metadata.IModel? s_assertedReadable;

        static partial void AssertReadable({{context.Type.Global}} db)
        {
            if (object.ReferenceEquals(s_assertedReadable, db.Model))
                return;
            foreach (var entity in db.Model.GetEntityTypes())
            {
                if (!entity.IsOwned() && s_aboutPeople.TryGetValue(entity.ClrType, out string? key))
                    AssertKey(entity, key);
                AssertReferences(entity, isChanged: false);
            }

            s_assertedReadable = db.Model;
        }

        {{GeneratedText.Attribute}}
        private static void AssertRows({{Type}} entity, string? key)
        {
            string name = entity.ClrType.Name;
            string actual = Names(entity.FindPrimaryKey()?.Properties);
            bool isStored = actual.Length > 0 && entity.GetTableName() is not null;
            if (key is not null && (entity.GetMappingStrategy() is "TPT" or "TPC" || entity.GetTableMappings().Count() > 1))
                throw Refusal($"rows of {name} are stored in several tables, which set-based statements cannot change (PRIV3001)");
            if (key is null && isStored)
                throw Refusal($"rows of {name} have a key and a table, and generated code only reads them; leave out HasNoKey and [Keyless], and map a view to a type of its own");
            if (key is null)
                return;
            if (!isStored)
                throw Refusal($"rows of {name} have no key or no table, so that they can only be read, which generated code does not know; say so with [Keyless], or with HasNoKey or ToView on Entity<{name}>() in OnModelCreating");
            if (entity.GetViewName() is not null || entity.GetFunctionName() is not null || entity.GetSqlQuery() is not null)
                throw Refusal($"rows of {name} are written to a table and read from elsewhere, so that rows which are not shown there would be forgotten; map {name} to its table alone, and what else there is to read to a type of its own");
            if (entity.GetTableMappings().SelectMany(mapping => mapping.Table.EntityTypeMappings).Select(mapping => mapping.TypeBase).OfType<{{Type}}>().FirstOrDefault(other => !other.IsOwned() && other.GetRootType() != entity.GetRootType()) is { } neighbour)
                throw Refusal($"rows of {name} share their table with {neighbour.ClrType.Name}, and set-based statements cannot delete such rows; let one own the other (OwnsOne), or give each a table");
            AssertKey(entity, key);
        }

        {{GeneratedText.Attribute}}
        private static void AssertKey({{Type}} entity, string? key)
        {
            string name = entity.ClrType.Name;
            string actual = Names(entity.FindPrimaryKey()?.Properties);
            if (key is { Length: > 0 } && key != actual)
                throw Refusal($"the key of {name} is {actual}, and generated code was made for {key}; say so with [PrimaryKey] on {name}, or with Entity<{name}>().HasKey(…) in OnModelCreating");
        }

        {{GeneratedText.Attribute}}
        private static void AssertReferences({{Type}} entity, bool isChanged)
        {
            string name = entity.IsPropertyBag ? entity.Name : entity.ClrType.Name;
            foreach (var key in entity.GetDeclaredForeignKeys())
            {
                // Rows that are written nowhere, and the links of a many-to-many relation, keep no row of a person.
                if (key.IsOwnership || !key.PrincipalEntityType.GetDerivedTypesInclusive().Any(type => s_aboutPeople.ContainsKey(type.ClrType)) || !entity.GetDerivedTypesInclusive().Any(type => type.GetTableName() is not null || type.IsMappedToJson()) ||
                    (entity.IsPropertyBag && key.GetReferencingSkipNavigations().Any()))
                    continue;
                string principal = key.PrincipalEntityType.ClrType.Name;
                string names = Names(key.Properties);
                if (entity.IsPropertyBag)
                    throw Refusal($"{name} refers to {principal} by {names} and has no class, so that generated code cannot know it; map a class to it");
                if (entity.IsOwned())
                    throw Refusal($"{name} refers to {principal} by {names}, and generated code follows no reference out of an owned type; make {name} an entity, or keep its value without a navigation");
                if (!s_references.TryGetValue((entity.ClrType, names), out var known) && !s_references.TryGetValue((entity.ClrType, "@" + key.DependentToPrincipal?.Name), out known) && !s_references.TryGetValue((entity.ClrType, "~" + key.PrincipalToDependent?.Name), out known))
                    throw Refusal($"{name} refers to {principal} by {names}, which generated code does not know; say so in OnModelCreating with Entity<{name}>() and HasForeignKey, by a navigation, or with [SubjectLink]");
                if (known.Principal.Length > 0 && known.Principal != Names(key.PrincipalKey.Properties))
                    throw Refusal($"{name} refers by {names} to {Names(key.PrincipalKey.Properties)} of {principal}, and generated code was made for {known.Principal}; say so in OnModelCreating with Entity<{name}>(), HasForeignKey and HasPrincipalKey");
                if (isChanged && key.IsRequired && !known.IsRequired)
                    throw Refusal($"{name} cannot be without the {principal} that it refers to by {names}, which generated code does not know; say so with [Required] on that member");
            }
        }

        {{GeneratedText.Attribute}}
        private static void AssertMember({{Type}} entity, string member)
        {
            char kind = member[member.Length - 1];
            string path = member.TrimEnd('?', '*', '+', '-', '/', '#');
            string name = entity.ClrType.Name + "." + path;
            string[] names = path.Split('.');
            global::Microsoft.EntityFrameworkCore.Metadata.ITypeBase? owner = entity;
            for (int i = 0; i < names.Length - 1; i++)
                owner = Part(owner, names[i]);
            if (kind is '/' or '#')
            {
                var part = Part(owner, names[names.Length - 1]) as {{Type}};
                if (part is not null && !part.IsOwned())
                    throw Refusal($"{name} has rows of its own, which generated code takes for a part of the row; say so with Entity<{part.ClrType.Name}>() in OnModelCreating");
                if (kind == '#' && part is not null && part.IsMappedToJson())
                    throw Refusal($"{name} is stored as JSON, which generated code does not know; say so with ToJson on the builder that OwnsOne or OwnsMany has");
                return;
            }

            var property = owner?.FindProperty(names[names.Length - 1]);
            if (kind == '-')
            {
                if (property is not null)
                    throw Refusal($"{name} is stored, which generated code does not know; say so with Property on its type's builder in OnModelCreating");
                return;
            }

            if (property is null)
                throw Refusal($"{name} is not stored, or not there, which generated code does not know; say so with [NotMapped], or with Ignore, or Property and HasConversion, on its type's builder in OnModelCreating");
            if (kind == '?' && !property.IsNullable)
                throw Refusal($"{name} may not be null, which generated code does not know; say so with [Required]");
            if (kind == '+' && property.GetElementType() is null)
                throw Refusal($"{name} is stored by a conversion, and no query can tell whether it is empty; make it nullable, or give [Anonymize(With = …)]");
            if (property.GetContainingKeys().Any(key => key.GetReferencingForeignKeys().Any()))
                throw Refusal($"rows refer to {name}, so that it cannot be replaced, which generated code does not know; say so with HasPrincipalKey in OnModelCreating");
            if (kind is not ('?' or '*') && (property.GetContainingKeys().Any() || property.GetContainingIndexes().Any(index => index.IsUnique && (index.Properties.Count == 1 || !index.Properties.Any(other => other.IsPrimaryKey() && other.FindContainingPrimaryKey()!.Properties.Count == 1)))))
                throw Refusal($"{name} is unique, which generated code does not know; say so with [Index(…, IsUnique = true)]");
        }

        {{GeneratedText.Attribute}}
        private static global::Microsoft.EntityFrameworkCore.Metadata.ITypeBase? Part(global::Microsoft.EntityFrameworkCore.Metadata.ITypeBase? owner, string name) =>
            owner?.FindComplexProperty(name)?.ComplexType ?? (global::Microsoft.EntityFrameworkCore.Metadata.ITypeBase?)(owner as {{Type}})?.FindNavigation(name)?.TargetEntityType;

        {{GeneratedText.Attribute}}
        private static string Names(global::System.Collections.Generic.IEnumerable<global::Microsoft.EntityFrameworkCore.Metadata.IProperty>? properties) =>
            properties is null ? "" : string.Join(",", properties.Select(property => property.Name));

        {{GeneratedText.Attribute}}
        private static global::System.NotSupportedException Refusal(string difference) => new("Nothing was changed: " + difference);
        """;
}
