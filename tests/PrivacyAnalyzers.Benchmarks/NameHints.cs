using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace PrivacyAnalyzers.Benchmarks;

/// <summary>
/// Code that nobody has annotated has no sources, and an engine without sources does nothing. So members whose names say that they hold a
/// person's data become sources, through a catalogue as a user would write one.
/// </summary>
internal static partial class NameHints
{
    private static readonly (string Category, string Last)[] Names =
    [
        ("identifier", "Email EmailAddress Mail Phone PhoneNumber MobileNumber FirstName LastName MiddleName GivenName FamilyName Surname UserName Username UserEmail BillingEmail IpAddress RemoteEndPoint Street PostalCode ZipCode City"),
        ("protected-characteristic", "BirthDate DateOfBirth Gender Nationality"),
        ("credential", "Password PasswordHash MasterPasswordHash AccessToken RefreshToken SecurityStamp ApiKey ClientSecret"),
        ("financial", "CardNumber CardHolderName CardSecurityNumber Iban"),
    ];

    private static readonly Dictionary<string, string> CategoryOf = Names
        .SelectMany(pair => pair.Last.Split(' ').Select(name => (name, pair.Category))).ToDictionary(pair => pair.name, pair => pair.Category, StringComparer.Ordinal);

    /// <summary>The catalogue for a compilation: of the assembly itself and of those measured with it.</summary>
    /// <param name="statement">A statement that goes with it, if there is one.</param>
    public static AnalyzerOptions CatalogFor(Compilation compilation, IReadOnlySet<string> assemblies, string? statement, out int lines)
    {
        var text = new StringBuilder();
        lines = 0;
        var pending = new Stack<INamespaceOrTypeSymbol>(compilation.SourceModule.ReferencedAssemblySymbols.Where(assembly => assemblies.Contains(assembly.Name))
            .Append(compilation.Assembly).Select(assembly => assembly.GlobalNamespace));
        while (pending.TryPop(out INamespaceOrTypeSymbol? container))
        {
            foreach (ISymbol member in container.GetMembers())
            {
                if (member is INamespaceOrTypeSymbol inner)
                    pending.Push(inner);
                else if (member is { IsStatic: false, IsImplicitlyDeclared: false } and (IPropertySymbol { IsIndexer: false } or IFieldSymbol) && HoldsText(member) && CategoryByName(member.Name) is { } category)
                {
                    text.Append(member.GetDocumentationCommentId()).Append("\treturn\tsource:").Append(category).Append('\n');
                    lines++;
                }
            }
        }

        var catalog = new Text("privacy.catalog.txt", text.ToString());
        return new AnalyzerOptions(statement is null ? [catalog] : [catalog, new Text("privacy.yml", File.ReadAllText(statement))]);
    }

    /// <summary>The category that a name says: the whole name, or what remains of it without its first words.</summary>
    private static string? CategoryByName(string name)
    {
        string[] words = [.. Word().Matches(name).Select(word => char.ToUpperInvariant(word.Value[0]) + word.Value[1..])];
        for (int i = 0; i < words.Length; i++)
        {
            if (CategoryOf.TryGetValue(string.Concat(words[i..]), out string? category))
                return category;
        }

        return null;
    }

    private static bool HoldsText(ISymbol member)
    {
        ITypeSymbol type = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
        return type.SpecialType is SpecialType.System_String or SpecialType.System_DateTime || type.Name is "DateOnly" or "IPAddress";
    }

    [GeneratedRegex("[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")]
    private static partial Regex Word();

    private sealed class Text(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
