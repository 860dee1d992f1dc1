using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>Reads one chain that begins with <c>HasOne</c> or <c>HasMany</c>.</summary>
internal static class FluentRelation
{
    public static RelationFact? Read(InvocationExpressionSyntax start, IMethodSymbol method, INamedTypeSymbol entity, SemanticModel model, CancellationToken cancellation)
    {
        if (method.ReturnType is not INamedTypeSymbol { TypeArguments: { Length: 2 } arguments } || arguments[1] is not INamedTypeSymbol other)
            return null;
        other = FluentFacts.WithoutAnnotation(other);
        bool startsWithOne = FluentSyntax.NameOf(start) == "HasOne";
        IReadOnlyList<string> selected = FluentSyntax.Members(start, model, cancellation);
        string? near = selected.Count > 0 ? selected[0] : null;

        // HasOne: this entity is the dependent unless a later call says otherwise. HasMany: the other is.
        RelationFact relation = startsWithOne
            ? new RelationFact(entity, other) { Navigation = near }
            : new RelationFact(other, entity) { Inverse = near };
        foreach (InvocationExpressionSyntax next in FluentSyntax.Following(start))
        {
            IReadOnlyList<string> members = FluentSyntax.Members(next, model, cancellation);
            string? far = members.Count > 0 ? members[0] : null;
            switch (FluentSyntax.NameOf(next))
            {
                case "WithMany":
                    relation.IsManyToMany = !startsWithOne;
                    relation.Inverse ??= far;
                    break;
                case "WithOne":
                    if (startsWithOne)
                    {
                        relation.IsUnique = true;
                        relation.IsSideOpen = true;
                        relation.Inverse = far;
                    }
                    else
                    {
                        relation.Navigation = far;
                    }

                    break;
                case "HasForeignKey":
                    if (relation.IsSideOpen && FluentSyntax.MethodOf(next, model, cancellation)?.TypeArguments.FirstOrDefault() is INamedTypeSymbol side)
                    {
                        relation.IsSideOpen = false;
                        if (!SymbolEqualityComparer.Default.Equals(side, relation.Dependent))
                        {
                            (relation.Dependent, relation.Principal) = (relation.Principal, relation.Dependent);
                            (relation.Navigation, relation.Inverse) = (relation.Inverse, relation.Navigation);
                        }
                    }

                    if (members.Count > 0)
                        relation.ForeignKey = members;
                    break;
                case "HasPrincipalKey" when members.Count > 0:
                    relation.PrincipalKey = members;
                    break;
                case "IsRequired":
                    relation.IsRequired = FluentSyntax.IsOn(next);
                    break;
            }
        }

        return relation;
    }
}
