using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PrivacyAnalyzers.Model;

/// <summary>
/// Which members hold an EF Core owned or complex type, so that its values are stored inside the owner's row: the type is marked
/// <c>[Owned]</c> or <c>[ComplexType]</c>, or the model is configured so (<c>OwnsOne(c =&gt; c.Home)</c>). The configuration is read by its
/// written names, without binding: the name of the member and the type of the member decide together.
/// </summary>
internal sealed class OwnedTypes(Compilation compilation, SourceTypes types)
{
    // Weak by tree: an editor keeps the tree while the file is unchanged.
    private static readonly ConditionalWeakTable<SyntaxTree, Configured> Read = new();

    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<ISymbol>> _owners = new(SymbolEqualityComparer.Default);
    private Configured? _configured;
    private bool? _isConfiguredElsewhere;

    /// <summary>The members, of any type of the compilation, in which values of this type are owned.</summary>
    public ImmutableArray<ISymbol> OwnersOf(INamedTypeSymbol type, CancellationToken cancellation) =>
        _owners.TryGetValue(type, out ImmutableArray<ISymbol> known) ? known : _owners.GetOrAdd(type, Find(type, cancellation));

    private ImmutableArray<ISymbol> Find(INamedTypeSymbol type, CancellationToken cancellation)
    {
        bool isOwned = IsMarked(type);
        Configured configured = _configured ??= ReadAll(cancellation);
        isOwned |= configured.Types.Contains(type.Name);
        bool isPart = !isOwned && IsConfiguredElsewhere && IsWithoutKey(type);
        if (!isOwned && !isPart && configured.Members.IsEmpty)
            return ImmutableArray<ISymbol>.Empty;

        ImmutableArray<ISymbol>.Builder owners = ImmutableArray.CreateBuilder<ISymbol>();
        foreach (INamedTypeSymbol each in types.All)
        {
            cancellation.ThrowIfCancellationRequested();
            if (isPart && IsWithoutKey(each) && !IsStoredByMark(each))
                continue;
            foreach (ISymbol member in each.GetMembers())
            {
                if (member is (IPropertySymbol or IFieldSymbol) and { IsImplicitlyDeclared: false, IsStatic: false } &&
                    (isOwned || isPart || configured.Members.Contains(member.Name)) && Holds(member, type))
                {
                    owners.Add(member);
                }
            }
        }

        return owners.ToImmutable();
    }

    /// <summary>Where EF Core is not known, a project that refers to this one configures the model: a value without a key has no row of its own there.</summary>
    private bool IsConfiguredElsewhere => _isConfiguredElsewhere ??= compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary && compilation.GetTypesByMetadataName("Microsoft.EntityFrameworkCore.DbContext").IsEmpty;

    private static bool IsWithoutKey(INamedTypeSymbol type)
    {
        if (PrivacyAttributes.Find(type, "DataSubjectAttribute") is not null)
            return false;
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().Any(static member => member is IPropertySymbol && MemberShape.IsKey(member)))
                return false;
        }

        return true;
    }

    private static bool IsStoredByMark(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (PrivacyAttributes.Find(current, "DataClassAttribute") is not null || PrivacyAttributes.Find(current, "RetentionAttribute") is not null || PrivacyAttributes.Find(current, "TransientAttribute") is not null)
                return true;
        }

        return false;
    }

    private static bool Holds(ISymbol member, INamedTypeSymbol type)
    {
        if (MemberShape.TypeOf(member) is not { } held)
            return false;
        held = MemberShape.ElementType(held) ?? held;
        if (held is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            held = nullable.TypeArguments[0];
        return SymbolEqualityComparer.Default.Equals(held.OriginalDefinition, type);
    }

    private static bool IsMarked(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (AttributeData attribute in current.GetAttributes())
            {
                if (attribute.AttributeClass is { } found &&
                    ((found.Name == "OwnedAttribute" && MetadataNames.IsIn(found, "Microsoft.EntityFrameworkCore")) ||
                     (found.Name == "ComplexTypeAttribute" && MetadataNames.IsIn(found, "System.ComponentModel.DataAnnotations.Schema"))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private Configured ReadAll(CancellationToken cancellation)
    {
        if (!KnownTypes.Has(compilation, KnownTypes.DbContext))
            return Configured.None;
        ImmutableHashSet<string>.Builder members = ImmutableHashSet.CreateBuilder<string>();
        ImmutableHashSet<string>.Builder owned = ImmutableHashSet.CreateBuilder<string>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            Configured read = Read.GetValue(tree, key => ReadOne(key, cancellation));
            members.UnionWith(read.Members);
            owned.UnionWith(read.Types);
        }

        return new Configured(members.ToImmutable(), owned.ToImmutable());
    }

    private static Configured ReadOne(SyntaxTree tree, CancellationToken cancellation)
    {
        ImmutableHashSet<string>.Builder members = ImmutableHashSet.CreateBuilder<string>();
        ImmutableHashSet<string>.Builder types = ImmutableHashSet.CreateBuilder<string>();
        foreach (SyntaxNode node in tree.GetRoot(cancellation).DescendantNodes())
        {
            if (node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: { } name } } call)
                continue;
            switch (name.Identifier.ValueText)
            {
                case "OwnsOne" or "OwnsMany" or "ComplexProperty" or "ComplexCollection":
                    members.UnionWith(call.ArgumentList.Arguments.Select(argument => MemberName(argument.Expression)).OfType<string>());
                    break;
                case "Owned" or "ComplexProperties" when TypeName(name, call) is { } type:
                    types.Add(type);
                    break;
            }
        }

        return members.Count + types.Count == 0 ? Configured.None : new Configured(members.ToImmutable(), types.ToImmutable());
    }

    /// <summary><c>c =&gt; c.Home</c>, <c>"Home"</c>, <c>nameof(Customer.Home)</c>.</summary>
    private static string? MemberName(ExpressionSyntax expression) => expression switch
    {
        LambdaExpressionSyntax { ExpressionBody: { } body } => MemberName(body),
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        PostfixUnaryExpressionSyntax postfix => MemberName(postfix.Operand),
        ParenthesizedExpressionSyntax parenthesized => MemberName(parenthesized.Expression),
        CastExpressionSyntax cast => MemberName(cast.Expression),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal.Token.ValueText,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: { Count: 1 } arguments } =>
            arguments[0].Expression is IdentifierNameSyntax plain ? plain.Identifier.ValueText : MemberName(arguments[0].Expression),
        _ => null,
    };

    private static string? TypeName(SimpleNameSyntax name, InvocationExpressionSyntax call)
    {
        TypeSyntax? type = name is GenericNameSyntax { TypeArgumentList.Arguments: { Count: > 0 } arguments }
            ? arguments[arguments.Count - 1]
            : call.ArgumentList.Arguments.FirstOrDefault()?.Expression is TypeOfExpressionSyntax typeOf ? typeOf.Type : null;
        return type switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => null,
        };
    }

    private sealed record Configured(ImmutableHashSet<string> Members, ImmutableHashSet<string> Types)
    {
        public static readonly Configured None = new(ImmutableHashSet<string>.Empty, ImmutableHashSet<string>.Empty);
    }
}
