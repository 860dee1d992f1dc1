using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PrivacyAnalyzers.Model.Subjects;

/// <summary>
/// Reads <c>OnModelCreating</c> and the configurations it applies, as far as they are plain: calls on EF Core's builders with lambdas
/// or names. The builders' type arguments say what each call is about, so no data flow is needed.
/// </summary>
internal sealed class FluentReader(Compilation compilation, CancellationToken cancellation)
{
    private readonly FluentFacts _facts = new();
    private readonly HashSet<ISymbol> _read = new(SymbolEqualityComparer.Default);

    public static FluentFacts Read(INamedTypeSymbol context, IEnumerable<INamedTypeSymbol> entities, Compilation compilation, CancellationToken cancellation)
    {
        var reader = new FluentReader(compilation, cancellation);
        for (INamedTypeSymbol? type = context; type is not null && !EfCore.IsEf(type, "DbContext"); type = type.BaseType)
            reader.ReadMethods(type.OriginalDefinition);
        foreach (INamedTypeSymbol entity in entities)
        {
            if (EfCore.FindAttribute(entity, "EntityTypeConfigurationAttribute") is { } attribute)
                reader.ReadConfiguration(attribute.ConstructorArguments.Select(argument => argument.Value).OfType<INamedTypeSymbol>().FirstOrDefault() ?? attribute.AttributeClass?.TypeArguments.OfType<INamedTypeSymbol>().FirstOrDefault());
        }

        return reader._facts;
    }

    /// <summary>Methods that are handed a builder: <c>OnModelCreating</c>, <c>Configure</c>, and helpers beside them.</summary>
    private void ReadMethods(INamedTypeSymbol? type)
    {
        if (type is null || !_read.Add(type))
            return;
        foreach (IMethodSymbol method in WrittenOrder.Members(type).OfType<IMethodSymbol>())
        {
            if (!method.Parameters.Any(parameter => parameter.Type.Name is "ModelBuilder" or "ModelConfigurationBuilder" or "EntityTypeBuilder" or "OwnedNavigationBuilder"))
                continue;
            foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
            {
                SyntaxNode node = reference.GetSyntax(cancellation);
                if (!compilation.ContainsSyntaxTree(node.SyntaxTree))
                    continue;
#pragma warning disable RS1030 // A configuration stands in any file: the model of the file under analysis does not reach it.
                SemanticModel model = compilation.GetSemanticModel(node.SyntaxTree);
#pragma warning restore RS1030
                foreach (InvocationExpressionSyntax invocation in node.DescendantNodes().OfType<InvocationExpressionSyntax>())
                {
                    cancellation.ThrowIfCancellationRequested();
                    ReadCall(invocation, model);
                }
            }
        }
    }

    private void ReadConfiguration(INamedTypeSymbol? configuration)
    {
        // Whoever is configured is in the model: that is how EF Core hands out the builder.
        foreach (INamedTypeSymbol configured in configuration?.AllInterfaces.Where(i => EfCore.IsEf(i, "IEntityTypeConfiguration")) ?? [])
        {
            if (configured.TypeArguments.FirstOrDefault() is INamedTypeSymbol { TypeKind: TypeKind.Class } entity)
                _facts.Of(entity).IsEntity = true;
        }

        for (INamedTypeSymbol? type = configuration?.OriginalDefinition; type is not null && type.SpecialType == SpecialType.None; type = type.BaseType?.OriginalDefinition)
            ReadMethods(type);
    }

    private void ReadCall(InvocationExpressionSyntax call, SemanticModel model)
    {
        string? name = FluentSyntax.NameOf(call);
        switch (name)
        {
            case "Entity" or "Owned" or "Ignore" or "HasKey" or "HasAlternateKey" or "HasNoKey" or "ToView" or "HasIndex" or "HasQueryFilter" or "HasOne" or "HasMany" or "OwnsOne" or "OwnsMany" or
                "ComplexProperty" or "ComplexCollection" or "Property" or "PrimitiveCollection" or "Navigation" or "ToJson" or "ToTable" or "SplitToTable" or "UseTptMappingStrategy" or "UseTpcMappingStrategy" or "UsingEntity" or "HasValue" or "Properties" or "ApplyConfiguration" or "ApplyConfigurationsFromAssembly":
                break;
            default:
                return;
        }

        if (FluentSyntax.MethodOf(call, model, cancellation) is not { } method)
            return;

        // Relational extensions such as `ToView` take the builder as their receiver.
        if ((method.ReducedFrom is null ? method.ContainingType : method.ReceiverType) is not INamedTypeSymbol builder)
            return;

        // `Property("Name")` is declared by the builder's base, which does not say of which entity it is.
        if (builder is { Name: "EntityTypeBuilder", IsGenericType: false } && call.Expression is MemberAccessExpressionSyntax { Expression: { } receiver })
            builder = model.GetTypeInfo(receiver, cancellation).Type as INamedTypeSymbol ?? builder;
        if (name is "ToJson" or "ToTable" or "SplitToTable" or "UseTptMappingStrategy" or "UseTpcMappingStrategy")
            ReadMapping(name, builder, hasName: !call.ArgumentList.Arguments.Any(argument => model.GetConstantValue(argument.Expression, cancellation) is { HasValue: true, Value: null }));
        else if (name == "UsingEntity")
            ReadJoin(method);
        else if (builder.Name is "DiscriminatorBuilder" or "ModelConfigurationBuilder")
            ReadType(builder, call, method, model);
        else if (builder.Name == "ModelBuilder")
            ReadModelCall(name, call, method, model);
        else if (FluentSyntax.EntityOf(builder) is { } entity)
            ReadEntityCall(name, call, method, FluentFacts.WithoutAnnotation(entity), model);
    }

    /// <summary>A class of a hierarchy that <c>HasValue</c> names, or a type whose values each fill a column.</summary>
    private void ReadType(INamedTypeSymbol builder, InvocationExpressionSyntax call, IMethodSymbol method, SemanticModel model)
    {
        if (TypeIn(call, method, model) is not { } type)
            return;
        if (builder.Name == "ModelConfigurationBuilder")
            _facts.Scalars.Add(FluentFacts.WithoutAnnotation(type));
        else if (type.TypeKind == TypeKind.Class)
            _facts.Of(type).IsEntity = true;
    }

    /// <summary>The type that a call is about, as its type argument or by <c>typeof</c>.</summary>
    private INamedTypeSymbol? TypeIn(InvocationExpressionSyntax call, IMethodSymbol method, SemanticModel model) =>
        method.TypeArguments.FirstOrDefault() as INamedTypeSymbol ??
        (call.ArgumentList.Arguments.FirstOrDefault()?.Expression is TypeOfExpressionSyntax typeOf ? model.GetTypeInfo(typeOf.Type, cancellation).Type as INamedTypeSymbol : null);

    private void ReadModelCall(string name, InvocationExpressionSyntax call, IMethodSymbol method, SemanticModel model)
    {
        if (name == "ApplyConfiguration")
        {
            if (call.ArgumentList.Arguments.FirstOrDefault() is { } argument)
                ReadConfiguration(model.GetTypeInfo(argument.Expression, cancellation).Type as INamedTypeSymbol);
            return;
        }

        if (name == "ApplyConfigurationsFromAssembly")
        {
            foreach (INamedTypeSymbol type in new SourceTypes(compilation).All)
            {
                cancellation.ThrowIfCancellationRequested();
                if (type.AllInterfaces.Any(i => EfCore.IsEf(i, "IEntityTypeConfiguration")))
                    ReadConfiguration(type);
            }

            return;
        }

        if (TypeIn(call, method, model) is not { TypeKind: TypeKind.Class } target)
            return;
        EntityFacts facts = _facts.Of(target);
        switch (name)
        {
            case "Entity":
                facts.IsEntity = true;
                break;
            case "Owned":
                facts.IsOwned = true;
                break;
            case "Ignore":
                facts.IsIgnored = true;
                break;
        }
    }

    private void ReadEntityCall(string name, InvocationExpressionSyntax call, IMethodSymbol method, INamedTypeSymbol entity, SemanticModel model)
    {
        EntityFacts facts = _facts.Of(entity);
        IReadOnlyList<string> members = FluentSyntax.Members(call, model, cancellation);
        switch (name)
        {
            case "HasKey" when members.Count > 0:
                facts.Key = members;
                break;
            case "HasAlternateKey":
                facts.Unique.UnionWith(MemberReader.UniqueAmong(members.ToArray(), ModelKeys.Primary(entity, new[] { facts }, compilation).ToArray()));
                facts.Required.UnionWith(members);
                break;
            case "HasNoKey":
                facts.IsKeyless = true;
                break;
            case "ToView":
                facts.HasView = true;
                break;
            case "Ignore":
                facts.Ignored.UnionWith(members);
                break;
            case "HasIndex" when FluentSyntax.Following(call).Any(next => FluentSyntax.NameOf(next) == "IsUnique" && FluentSyntax.IsOn(next)):
                facts.Unique.UnionWith(MemberReader.UniqueAmong(members.ToArray(), ModelKeys.Primary(entity, new[] { facts }, compilation).ToArray()));
                break;
            case "OwnsOne" or "OwnsMany":
                facts.Owned.UnionWith(members);
                break;
            case "ComplexProperty" or "ComplexCollection":
                facts.Complex.UnionWith(members);
                break;
            case "Property" or "PrimitiveCollection" when members.Count == 1:
                ReadProperty(call, facts, members[0], model);
                break;
            case "Navigation" when members.Count == 1 && FluentSyntax.Following(call).Any(next => FluentSyntax.NameOf(next) == "IsRequired" && FluentSyntax.IsOn(next)):
                facts.Required.Add(members[0]);
                break;
            case "HasQueryFilter":
                ReadFilter(call, facts, model);
                break;
            case "HasOne" or "HasMany":
                if (FluentRelation.Read(call, method, entity, model, cancellation) is { } relation)
                    _facts.Relations.Add(relation);
                break;
        }
    }

    /// <summary>Where rows are stored. Complex types may be JSON too, and can be updated there.</summary>
    private void ReadMapping(string name, INamedTypeSymbol builder, bool hasName)
    {
        if (builder is { Name: "OwnedNavigationBuilder", TypeArguments: { Length: 2 } arguments } && arguments[0] is INamedTypeSymbol owner && arguments[1] is INamedTypeSymbol owned)
            (name == "ToJson" ? _facts.Of(owner).JsonOwned : _facts.Of(owner).OwnedApart).Add(FluentFacts.WithoutAnnotation(owned));
        if (builder.Name != "EntityTypeBuilder" || FluentSyntax.EntityOf(builder) is not { } entity)
            return;
        EntityFacts facts = _facts.Of(FluentFacts.WithoutAnnotation(entity));
        facts.HasTable |= name == "ToTable" && hasName;
        facts.IsSpread |= name is not ("ToTable" or "ToJson");
    }

    /// <summary>The class that holds the links of a many-to-many relation.</summary>
    private void ReadJoin(IMethodSymbol method)
    {
        if (method.TypeArguments.FirstOrDefault() is INamedTypeSymbol { TypeKind: TypeKind.Class } join && !MemberShape.IsUnderSystem(join.ContainingNamespace))
            _facts.Of(join).IsEntity = true;
    }

    private void ReadProperty(InvocationExpressionSyntax call, EntityFacts facts, string member, SemanticModel model)
    {
        facts.Values.Add(member);
        foreach (InvocationExpressionSyntax next in FluentSyntax.Following(call))
        {
            switch (FluentSyntax.NameOf(next))
            {
                case "IsRequired" when FluentSyntax.IsOn(next):
                    facts.Required.Add(member);
                    break;
                case "HasMaxLength" when next.ArgumentList.Arguments.Count == 1 && model.GetConstantValue(next.ArgumentList.Arguments[0].Expression, cancellation).Value is int length:
                    facts.MaxLengths[member] = length;
                    break;
            }
        }
    }

    private void ReadFilter(InvocationExpressionSyntax call, EntityFacts facts, SemanticModel model)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        if (arguments.Count == 0)
            return;
        LambdaExpressionSyntax? lambda = arguments.Select(argument => argument.Expression).OfType<LambdaExpressionSyntax>().FirstOrDefault();
        string? name = arguments.Count > 1 ? model.GetConstantValue(arguments[0].Expression, cancellation).Value as string : null;
        facts.Filters.Add(new FilterModel(name, lambda is not null && FilterReach.LooksAtRowOnly(lambda, model, cancellation)));
    }
}
