using System.Text;

namespace PrivacyAnalyzers.Tests.Generation.Canary;

/// <summary>Writes a model as a user would: entities, a context, and the calls that a test makes.</summary>
internal static class SpecSource
{
    public const string Statement = Erasure.Shop.Statement;

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;
        using System.IO;
        using System.Linq;
        using System.Threading.Tasks;
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;

        """;

    public static string Write(ModelSpec model, string space)
    {
        var text = new StringBuilder(Usings);
        text.Append($"namespace {space};\n\n");
        foreach (EntitySpec entity in model.Entities)
        {
            Entity(text, model, entity);
            foreach (ComponentSpec component in entity.Components)
                Component(text, component);
        }

        Context(text, model);
        Script(text, model);
        return text.ToString();
    }

    private static void Entity(StringBuilder text, ModelSpec model, EntitySpec entity)
    {
        if (entity == model.Subject)
            text.Append("[DataSubject]\n");
        if (entity.OwnRule is { } rule)
            text.Append($"[Retention(\"{rule}\")]\n");
        if (entity.Base is null && entity.Key == KeyKind.Pair)
            text.Append($"[PrimaryKey({string.Join(", ", entity.KeyNames.Select(name => $"\"{name}\""))})]\n");
        foreach (MemberSpec unique in entity.Members.Where(member => member.IsUnique && entity.Base is null))
            text.Append($"[Index(\"{unique.Name.TrimStart('@')}\", IsUnique = true)]\n");
        text.Append($"public {(entity.IsAbstract ? "abstract " : "")}class {entity.Name}{(entity.Base is { } up ? " : " + up.Name : "")}\n{{\n");
        if (entity.Base is null)
            Key(text, entity);
        foreach (MemberSpec member in entity.Members)
            Member(text, member);
        foreach (ComponentSpec component in entity.Components)
        {
            string type = component.IsMany ? $"List<{component.TypeName}>" : component.TypeName + (component.IsNullable ? "?" : "");
            text.Append($"    public {type} {component.Name} {{ get; set; }}{(component.IsNullable ? "" : " = new();")}\n");
        }

        foreach (RefSpec reference in entity.Refs)
            Reference(text, model, reference);
        foreach (RefSpec inverse in model.Entities.SelectMany(other => other.Refs).Where(reference => reference.Principal == entity && reference.HasInverse))
        {
            text.Append(inverse.Shape == RefShape.OneToOne
                ? $"    public {inverse.Dependent.Name}? {inverse.Inverse} {{ get; set; }}\n"
                : $"    public List<{inverse.Dependent.Name}> {inverse.Inverse} {{ get; }} = new();\n");
        }

        if (entity.HasTopics)
            text.Append("    public List<Topic> Topics { get; } = new();\n");
        if (entity.Name == "Topic")
        {
            text.Append("    public string? Title { get; set; }\n");
            foreach (EntitySpec other in model.Entities.Where(other => other.HasTopics))
                text.Append($"    public List<{other.Name}> Of{other.Name} {{ get; }} = new();\n");
        }

        if (entity.Filter is FilterKind.SoftDelete or FilterKind.NamedSoftDelete)
            text.Append("    public bool IsDeleted { get; set; }\n");
        if (entity.Filter == FilterKind.NamedTenant)
            text.Append("    public int Tenant { get; set; }\n");
        if (entity.HasHold)
            text.Append("    [LegalHold] public bool OnHold { get; set; }\n");
        if (entity.HasClock)
            text.Append("    [RetentionClock(\"account-closed\")] public DateTime? ClosedAt { get; set; }\n");
        text.Append("}\n\n");
    }

    private static void Key(StringBuilder text, EntitySpec entity)
    {
        if (entity.HasSubjectKey)
            text.Append("    [SubjectKey] public string Handle { get; set; } = \"\";\n");
        if (entity.Key == KeyKind.Pair)
            text.Append(entity.Parent is null ? "    public int First { get; set; }\n    public long Second { get; set; }\n" : "    public int Number { get; set; }\n");
        else
            text.Append($"    public {entity.KeyTypes[0]} Id {{ get; set; }}{(entity.Key == KeyKind.Text ? " = \"\";" : "")}\n");
    }

    private static void Member(StringBuilder text, MemberSpec member)
    {
        var attributes = new List<string>();
        if (member.Category is { } category)
            attributes.Add(category);
        if (member.OwnRule is { } rule)
            attributes.Add($"Retention(\"{rule}\")");
        if (member.With is { } with)
            attributes.Add($"Anonymize(With = {with})");
        string initial = member.IsNullable ? "" : member.Kind switch
        {
            MemberKind.Text => " = \"\";",
            MemberKind.Bytes => " = [];",
            MemberKind.Texts => " = new();",
            _ => "",
        };
        text.Append($"    {(attributes.Count > 0 ? $"[{string.Join(", ", attributes)}] " : "")}public {member.TypeName} {member.Name} {{ get; set; }}{initial}\n");
    }

    private static void Reference(StringBuilder text, ModelSpec model, RefSpec reference)
    {
        string link = reference.IsLinked ? $"[SubjectLink(typeof({model.Subject.Name}))] " : "";
        string optional = reference.IsRequired ? "" : "?";
        if (reference.HasForeignKey && !(reference.IsKey && reference.Shape == RefShape.OneToOne))
        {
            IReadOnlyList<string> types = reference.Principal.KeyTypes;
            for (int i = 0; i < types.Count; i++)
            {
                string initial = types[i] == "string" && reference.IsRequired ? " = \"\";" : "";
                text.Append($"    {link}public {types[i]}{optional} {reference.ForeignKey[i]} {{ get; set; }}{initial}\n");
            }
        }

        if (!reference.HasNavigation)
            return;
        string onNavigation = reference.HasForeignKey && !(reference.IsKey && reference.Shape == RefShape.OneToOne) ? "" : link;

        // Without a foreign key of its own, the navigation's nullability says whether the reference is required.
        bool isNullable = reference.HasForeignKey || !reference.IsRequired;
        text.Append($"    {onNavigation}public {reference.Principal.Name}{(isNullable ? "?" : "")} {reference.Name} {{ get; set; }}{(isNullable ? "" : " = null!;")}\n");
    }

    private static void Component(StringBuilder text, ComponentSpec component)
    {
        text.Append($"public class {component.TypeName}\n{{\n");
        foreach (MemberSpec member in component.Members)
            Member(text, member);
        text.Append("}\n\n");
    }

    private static void Context(StringBuilder text, ModelSpec model)
    {
        text.Append("public class Db(DbContextOptions<Db> options) : DbContext(options)\n{\n    public int CurrentTenant { get; set; } = 1;\n");
        foreach (EntitySpec entity in model.Entities.Where(entity => entity.HasSet))
            text.Append($"    public DbSet<{entity.Name}> {entity.Name}Set => Set<{entity.Name}>();\n");
        text.Append("    protected override void OnModelCreating(ModelBuilder b)\n    {\n");
        foreach (EntitySpec entity in model.Entities)
        {
            if (!entity.HasSet)
                text.Append($"        b.Entity<{entity.Name}>();\n");
            string? filter = entity.Filter switch
            {
                FilterKind.SoftDelete => "row => !row.IsDeleted",
                FilterKind.NamedSoftDelete => "\"SoftDelete\", row => !row.IsDeleted",
                FilterKind.NamedTenant => "\"Tenant\", row => row.Tenant == CurrentTenant",
                _ => null,
            };
            if (filter is not null)
                text.Append($"        b.Entity<{entity.Name}>().HasQueryFilter({filter});\n");
            if (entity.HasTopics)
                text.Append($"        b.Entity<{entity.Name}>().HasMany(row => row.Topics).WithMany(topic => topic.Of{entity.Name});\n");
            foreach (ComponentSpec component in entity.Components)
                text.Append($"        b.Entity<{entity.Name}>().{Configure(entity, component)};\n");
            foreach (RefSpec reference in entity.Refs)
                Configure(text, reference);
        }

        if (model.Configuration == "Restrict")
            text.Append("        foreach (var key in b.Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys()).Where(k => !k.IsOwnership)) key.DeleteBehavior = DeleteBehavior.Restrict;\n");
        text.Append("    }\n}\n\n");
    }

    private static string Configure(EntitySpec entity, ComponentSpec component) => component.Storage switch
    {
        Storage.OwnedInline => $"OwnsOne(row => row.{component.Name})",
        Storage.OwnedTable => $"OwnsOne(row => row.{component.Name}, part => part.ToTable(\"{entity.Name}{component.Name}\"))",
        Storage.OwnedMany => $"OwnsMany(row => row.{component.Name}, part => {{ part.Property<int>(\"Id\"); part.HasKey(\"Id\"); }})",
        Storage.OwnedJson => $"OwnsOne(row => row.{component.Name}, part => part.ToJson())",
        Storage.OwnedManyJson => $"OwnsMany(row => row.{component.Name}, part => part.ToJson())",
        Storage.Complex => $"ComplexProperty(row => row.{component.Name})",
        Storage.ComplexJson => $"ComplexProperty(row => row.{component.Name}, part => part.ToJson())",
        _ => $"ComplexCollection(row => row.{component.Name}, part => part.ToJson())",
    };

    private static void Configure(StringBuilder text, RefSpec reference)
    {
        string dependent = reference.Dependent.Name;
        string navigation = reference.HasNavigation ? $"row => row.{reference.Name}" : "";
        string one = $"b.Entity<{dependent}>().HasOne{(reference.HasNavigation ? "" : $"<{reference.Principal.Name}>")}({navigation})";
        switch (reference.Shape)
        {
            case RefShape.Fluent:
                string key = reference.ForeignKey.Count == 1 ? $"row.{reference.ForeignKey[0]}" : $"new {{ {string.Join(", ", reference.ForeignKey.Select(name => "row." + name))} }}";
                text.Append($"        {one}.WithMany().HasForeignKey(row => {key}){(reference.OnDelete is { } act ? $".OnDelete(DeleteBehavior.{act})" : "")};\n");
                break;
            case RefShape.OneToOne:
                text.Append($"        {one}.WithOne(row => row.{reference.Inverse}).HasForeignKey<{dependent}>(\"{reference.ForeignKey[0]}\");\n");
                break;
            case RefShape.InverseOnly:
                text.Append($"        b.Entity<{reference.Principal.Name}>().HasMany(row => row.{reference.Inverse}).WithOne().HasForeignKey(row => row.{reference.ForeignKey[0]});\n");
                break;
            case RefShape.NavigationOnly or RefShape.Both when reference.IsConfigured:
                text.Append($"        {one}.WithMany();\n");
                break;
            case RefShape.WithInverse when reference.IsConfigured:
                text.Append($"        {one}.WithMany(row => row.{reference.Inverse});\n");
                break;
        }
    }

    private static void Script(StringBuilder text, ModelSpec model)
    {
        string subject = model.Subject.Name;
        string key = model.Subject.HasSubjectKey ? "string" : model.Subject.Key == KeyKind.Pair ? "(int, long)" : model.Subject.KeyTypes[0];
        text.Append($$"""
            public static class Script
            {
                public static DbContext Open(System.Data.Common.DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor[] interceptors) =>
                    new Db(Options(connection, interceptors));
                private static DbContextOptions<Db> Options(System.Data.Common.DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor[] interceptors)
                {
                    var options = new DbContextOptionsBuilder<Db>();
                    _ = connection is Microsoft.Data.Sqlite.SqliteConnection ? options.UseSqlite(connection) : options.UseNpgsql(connection);
                    return options.AddInterceptors(interceptors).Options;
                }
                private static Task<VerifiedRequest<{{subject}}>> Verified(IRequestVerifier verifier, object key, TimeProvider time) => VerifiedRequest.VerifyAsync<{{subject}}>(verifier, ({{key}})key, timeProvider: time);
                public static async Task<ErasureReceipt> Erase(DbContext db, IRequestVerifier verifier, object key, TimeProvider time) => await ((Db)db).Erase{{subject}}Async(await Verified(verifier, key, time));
                public static async Task<ErasureReceipt> Preview(DbContext db, IRequestVerifier verifier, object key, TimeProvider time) => await ((Db)db).Preview{{subject}}ErasureAsync(await Verified(verifier, key, time));
                public static async Task<int> Export(DbContext db, IRequestVerifier verifier, object key, TimeProvider time, Stream stream)
                {
                    await ((Db)db).Write{{subject}}ExportAsync(await Verified(verifier, key, time), stream);
                    return 0;
                }
                public static Task<RetentionReceipt> Sweep(DbContext db, DateTimeOffset asOf, int batch) => batch == 0 ? ((Db)db).SweepRetentionAsync(asOf) : ((Db)db).SweepRetentionAsync(asOf, batch);
            }

            """);
    }
}
