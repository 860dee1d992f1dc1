using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Generation.Disclosure;
using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Generation.Platform;
using PrivacyAnalyzers.Generation.Retention;
using PrivacyAnalyzers.Generation.Rights;
using PrivacyAnalyzers.Generation.Vocabulary;
using PrivacyAnalyzers.Tests.Meta;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Api;

/// <summary>
/// What users' code may call of what is generated, for one fixed model. A line that goes or changes breaks code that compiled with the version before: it needs a new
/// major version. <c>META_WRITE=1</c> writes the list anew, and its diff says what an upgrade means.
/// </summary>
public class GeneratedApiTests
{
    private const string Model = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;

        namespace Shop;

        [DataSubject, DataClass("customer-account"), Retention("customer-relationship")]
        public class Customer
        {
            public Guid Id { get; set; }
            [Identifier] public string Name { get; set; } = "";
            [Identifier, Retention("account-default")] public string? Email { get; set; }
            [ProtectedCharacteristic, Retention("account-default")] public DateOnly? Born { get; set; }
            [Credential, Retention("account-default")] public string? PasswordHash { get; set; }
            [Consent("survey-opt-in")] public bool Survey { get; set; }
            [OptOut("marketing")] public DateTimeOffset? NoMarketing { get; set; }
            [LegalHold] public bool Held { get; set; }
            [Restriction] public bool Restricted { get; set; }
            [RetentionClock("account-closed")] public DateTimeOffset? ClosedAt { get; set; }
            public Address Home { get; set; } = new();
            public List<Call> Calls { get; } = new();
            public List<Invoice> Invoices { get; } = new();
        }

        [Owned] public class Address { [Identifier, Retention("account-default")] public string? Street { get; set; } }

        [DataClass("customer-usage"), Retention("usage-records")]
        public class Call { public long Id { get; set; } public Guid CustomerId { get; set; } public Customer? Customer { get; set; } [ElectronicActivity] public string? From { get; set; } }

        [DataClass("customer-account"), Retention("invoices")]
        public class Invoice { public int Id { get; set; } public Guid? CustomerId { get; set; } public Customer? Customer { get; set; } [Identifier] public string? BillTo { get; set; } }

        public class Db : DbContext
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Call> Calls => Set<Call>();
            public DbSet<Invoice> Invoices => Set<Invoice>();
        }

        [DataSubject, DataClass("customer-account"), Retention("account-default")]
        public class Visitor { public int Id { get; set; } [Identifier] public string? Email { get; set; } }
        """;

    private static readonly SymbolDisplayFormat Format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeParameters |
            SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeAccessibility,
        SymbolDisplayDelegateStyle.NameAndSignature,
        SymbolDisplayExtensionMethodStyle.StaticMethod,
        SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeExtensionThis | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        SymbolDisplayLocalOptions.None,
        SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeMemberKeyword,
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    [Fact]
    public void What_is_generated_has_the_members_that_it_had()
    {
        GeneratorResult result = new GeneratorTest(Model) { Statement = Statements.Example }.Run(
            new VocabularyGenerator(), new ExportGenerator(), new DisclosureGenerator(), new ErasureGenerator(), new RetentionGenerator(), new RightsGenerator(), new PlatformGenerator());

        string[] lines = result.Output.SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
            .SelectMany(tree => Declared(result.Output.GetSemanticModel(tree), tree)).Select(symbol => symbol.ToDisplayString(Format)).Distinct().Order(StringComparer.Ordinal).ToArray();

        Assert.NotEmpty(lines);
        Repository.ShouldHold(Repository.PathOf("tests", "PrivacyAnalyzers.Tests", "Generation", "Api", "GeneratedApi.txt"), string.Join("\n", lines) + "\n");
    }

    private static IEnumerable<ISymbol> Declared(SemanticModel model, SyntaxTree tree)
    {
        foreach (MemberDeclarationSyntax member in tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>())
        {
            foreach (SyntaxNode node in member is BaseFieldDeclarationSyntax field ? field.Declaration.Variables : (IEnumerable<SyntaxNode>)[member])
            {
                if (model.GetDeclaredSymbol(node) is { } symbol and not INamespaceSymbol && IsForUsers(symbol))
                {
                    yield return symbol;

                    // Of a record the compiler writes the rest.
                    if (symbol is INamedTypeSymbol { IsRecord: true } record)
                    {
                        foreach (ISymbol property in record.GetMembers().Where(each => each is IPropertySymbol { DeclaredAccessibility: Accessibility.Public }))
                            yield return property;
                    }
                }
            }
        }
    }

    /// <summary>Reachable from code of the same project; what is hidden from editors is for generated code alone.</summary>
    private static bool IsForUsers(ISymbol symbol)
    {
        for (ISymbol? each = symbol; each is not null and not INamespaceSymbol; each = each.ContainingSymbol)
        {
            bool isOpen = each.DeclaredAccessibility == Accessibility.Public || (each is INamedTypeSymbol && each.DeclaredAccessibility == Accessibility.Internal);
            if (!isOpen || each is INamedTypeSymbol { IsFileLocal: true } ||
                each.GetAttributes().Any(data => data.AttributeClass?.Name == "EditorBrowsableAttribute"))
            {
                return false;
            }
        }

        return true;
    }
}
