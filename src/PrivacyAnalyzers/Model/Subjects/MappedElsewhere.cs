using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// A library without EF Core whose models are made for a mapper all the same: a context in a project that refers to it stores them. Of the context
/// nothing is known here; that a model has a constructor without parameters which no caller of the type can use tells of the mapper.
/// </summary>
internal static class MappedElsewhere
{
    public static bool AreModelsOf(Compilation compilation) =>
        compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary &&
        compilation.GetTypesByMetadataName("Microsoft.EntityFrameworkCore.DbContext").IsEmpty &&
        new SourceTypes(compilation).All.Any(IsMadeByMapper);

    private static bool IsMadeByMapper(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsStatic: false, IsAbstract: false } &&
        type.InstanceConstructors.Any(static constructor => constructor is { Parameters.IsEmpty: true, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Private or Accessibility.Protected }) &&
        IsMarked(type);

    private static bool IsMarked(INamedTypeSymbol type) =>
        PrivacyAttributes.Find(type, "DataSubjectAttribute") is not null || PrivacyAttributes.Find(type, "DataClassAttribute") is not null || PrivacyAttributes.Find(type, "RetentionAttribute") is not null;
}
