using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Model;

namespace PrivacyAnalyzers.Flow;

/// <summary>Says of a called member what the catalogue, its attributes and its base types say of it. Asked once a definition.</summary>
internal sealed class CallFactReader
{
    private readonly ConcurrentDictionary<ISymbol, CallFacts> _facts = new(SymbolKeys.Comparer);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableDictionary<string, CatalogLine>?> _types = new(SymbolKeys.Comparer);
    private readonly ConcurrentDictionary<IParameterSymbol, bool> _measured = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;
    private readonly FlowCatalog _catalog;
    private readonly DeclaredPlaces _declared;
    private readonly MemberClassifier _classifier;
    private readonly INamedTypeSymbol? _exception;
    private readonly LogMethodKind _logMethods;

    public CallFactReader(Compilation compilation, FlowCatalog catalog, MemberClassifier classifier, DeclaredPlaces declared)
    {
        _compilation = compilation;
        _catalog = catalog;
        _declared = declared;
        _classifier = classifier;
        _exception = compilation.GetTypeByMetadataName("System.Exception");
        ExceptionMessage = _exception?.GetMembers("Message").FirstOrDefault();

        // Only the telemetry package's generator knows classification, and it brings this attribute along.
        _logMethods = compilation.GetTypeByMetadataName("Microsoft.Extensions.Logging.LogPropertiesAttribute") is null ? LogMethodKind.Plain : LogMethodKind.Redacting;
    }

    /// <summary><c>Exception.Message</c>: the part of an exception that its text shows.</summary>
    public ISymbol? ExceptionMessage { get; }

    public CallFacts Of(ISymbol member)
    {
        ISymbol definition = (member is IMethodSymbol { ReducedFrom: { } unreduced } ? unreduced : member).OriginalDefinition;
        return _facts.TryGetValue(definition, out CallFacts? known) ? known : _facts.GetOrAdd(definition, Read(definition));
    }

    /// <summary>
    /// Whether an exception's constructor looks at a text and keeps none of it. No part of the facts: these outlive an edit of a body.
    /// </summary>
    public bool IsOnlyMeasured(IParameterSymbol parameter) =>
        parameter.IsWrittenIn(_compilation) && _measured.GetOrAdd(parameter.OriginalDefinition, static definition => MeasuredParameter.Is(definition));

    /// <summary>An indexer that is a source for some keys: a dictionary of headers.</summary>
    public IPropertySymbol? KeyedIndexer(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol named || LinesOfType(named.OriginalDefinition) is null)
            return null;
        foreach (ISymbol member in named.GetMembers())
        {
            if (member is IPropertySymbol { IsIndexer: true } indexer && Of(indexer) is { Keyed: not null } or { SourceCategory: not null })
                return indexer;
        }

        return null;
    }

    /// <summary>Which types of claims are a source: those that are when they are looked up by name.</summary>
    public KeyedSource? KeyedClaims(INamedTypeSymbol claim)
    {
        if (!MetadataNames.IsIn(claim, "System.Security.Claims"))
            return null;
        foreach (ISymbol member in claim.ContainingAssembly.GetTypeByMetadataName("System.Security.Claims.ClaimsPrincipal")?.GetMembers("FindFirst") ?? ImmutableArray<ISymbol>.Empty)
        {
            if (Of(member).Keyed is { } keyed)
                return keyed;
        }

        return null;
    }

    public bool IsException(ITypeSymbol? type)
    {
        for (ITypeSymbol? current = type; current is not null && _exception is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, _exception))
                return true;
        }

        return false;
    }

    private static bool IsMarkedSanitizer(ISymbol member) =>
        PrivacyAttributes.Find(member, "SanitizerAttribute") is not null ||
        (member is IMethodSymbol method && method.GetReturnTypeAttributes().Any(data => data.AttributeClass is { Name: "SanitizerAttribute" } type && PrivacyAttributes.IsOurs(type)));

    private CallFacts Read(ISymbol member)
    {
        var sinks = ImmutableArray.CreateBuilder<ParameterSink>(0);
        string? source = null;
        bool sanitizer = IsMarkedSanitizer(member);
        bool pseudonymizer = false;
        SinkKind? collection = null;
        CatalogLine? passthrough = null;
        KeyedSource? keyed = null;
        LogMethodKind logMethod = LogMethodKind.None;

        foreach (CatalogLine line in LinesOf(member))
        {
            switch (line.Kind)
            {
                case CatalogKind.Sink when member is IMethodSymbol method:
                    AddSinks(sinks, method, line);
                    break;
                case CatalogKind.Sink when line.CarriesReturn:
                    collection = line.Sink;
                    break;
                case CatalogKind.Sink:
                    sinks.Add(new ParameterSink(0, line.Sink, ModeOf(line.Sink), -1));
                    break;
                case CatalogKind.Source when line.Key is { } key:
                    keyed ??= ParametersOf(member).FirstOrDefault(parameter => parameter.Name == key.Parameter) is { } parameter ? new KeyedSource(parameter.Ordinal, key, line.Category!) : null;
                    break;
                case CatalogKind.Source:
                    source ??= line.Category;
                    break;
                case CatalogKind.Sanitizer:
                    sanitizer = true;
                    break;
                case CatalogKind.Pseudonymizer:
                    pseudonymizer = true;
                    break;
                case CatalogKind.Passthrough:
                    passthrough ??= line;
                    break;
            }
        }

        sanitizer |= !pseudonymizer && member is IMethodSymbol { OverriddenMethod: { } overridden } && Of(overridden).IsSanitizer;
        if (member is IMethodSymbol called)
        {
            AddDeclaredSinks(sinks, called);
            if (sinks.Count == 0 && called.MethodKind == MethodKind.Constructor && IsException(called.ContainingType))
                AddExceptionSinks(sinks, called);
            if (HasLoggerMessage(called))
            {
                logMethod = _logMethods;
                sinks.Clear();
                AddLogMethodSinks(sinks, called, logMethod);
            }

            _declared.AddSinks(sinks, called);
        }

        else if (_declared.IsStoredUnclassified(member))
        {
            sinks.Add(new ParameterSink(0, SinkKind.Store, RenderMode.Raw, -1));
        }

        if (source is not null && (ReturnTypeOf(member)?.SpecialType == SpecialType.System_Boolean || _classifier.IsDeclaredNotPersonal(member)))
            source = null;
        if (sinks.Count == 0 && collection is null && source is null && !sanitizer && !pseudonymizer && passthrough is null && keyed is null && logMethod == LogMethodKind.None)
            return CallFacts.None;
        return new CallFacts(sinks.ToImmutable(), collection, source, sanitizer, pseudonymizer, passthrough, logMethod, keyed);
    }

    private static ImmutableArray<IParameterSymbol> ParametersOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => ImmutableArray<IParameterSymbol>.Empty,
    };

    private static ITypeSymbol? ReturnTypeOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.ReturnType,
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    /// <summary>The lines of the member itself, else of what it overrides, else of the interface members it implements.</summary>
    private IEnumerable<CatalogLine> LinesOf(ISymbol member)
    {
        for (ISymbol? current = member; current is not null; current = MemberClassifier.Overridden(current))
        {
            CatalogLine[] lines = LinesAt(current);
            foreach (CatalogLine line in lines)
            {
                if (line.Kind != CatalogKind.None)
                    yield return line;
            }

            if (lines.Length > 0)
                yield break;
        }

        if (member.IsStatic || member.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type || member is IMethodSymbol { MethodKind: MethodKind.Constructor } or IFieldSymbol)
            yield break;
        foreach (INamedTypeSymbol @interface in type.AllInterfaces)
        {
            if (LinesOfType(@interface.OriginalDefinition) is null)
                continue;
            foreach (ISymbol slot in @interface.GetMembers(member.Name))
            {
                if (!SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(slot)?.OriginalDefinition, member))
                    continue;
                CatalogLine[] lines = LinesAt(slot.OriginalDefinition);
                foreach (CatalogLine line in lines)
                {
                    if (line.Kind != CatalogKind.None)
                        yield return line;
                }

                if (lines.Any(static line => line.Kind != CatalogKind.None))
                    yield break;
            }
        }
    }

    /// <summary>What the catalogue says of the member, and whom it gives what is passed.</summary>
    private CatalogLine[] LinesAt(ISymbol member)
    {
        if (member.ContainingType is not { } type || LinesOfType(type.OriginalDefinition) is not { } lines || member.GetDocumentationCommentId() is not { } id)
            return [];
        lines.TryGetValue(id, out CatalogLine? line);
        lines.TryGetValue(FlowCatalog.RecipientKey(id), out CatalogLine? recipient);
        return (line, recipient) switch
        {
            (null, null) => [],
            ({ } only, null) => [only],
            (null, { } only) => [only],
            ({ } first, { } second) => [first, second],
        };
    }

    private ImmutableDictionary<string, CatalogLine>? LinesOfType(INamedTypeSymbol type) =>
        _types.TryGetValue(type, out ImmutableDictionary<string, CatalogLine>? known)
            ? known
            : _types.GetOrAdd(type, type.GetDocumentationCommentId() is { Length: > 2 } id ? _catalog.LinesOf(id.Substring(2)) : null);

    private void AddSinks(ImmutableArray<ParameterSink>.Builder sinks, IMethodSymbol method, CatalogLine line)
    {
        int template = line.Sink == SinkKind.Log ? TemplateOrdinal(method) : -1;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            // An exception that is logged brings its message along.
            if (IsLoggedException(parameter, line.Sink))
                sinks.Add(new ParameterSink(parameter.Ordinal, line.Sink, RenderMode.ToText, -1));
            else if (line.Carries(parameter.Name))
                sinks.Add(new ParameterSink(parameter.Ordinal, line.Sink, IsRouteValues(parameter, line.Sink) ? RenderMode.Destructured : ModeOf(line.Sink), parameter.Ordinal == template ? -1 : template, line.Recipient));
        }
    }

    /// <summary>An object that is no text is made a URL of by its properties: <c>RedirectToAction("List", new { filter.Email })</c>.</summary>
    private static bool IsRouteValues(IParameterSymbol parameter, SinkKind kind) => kind == SinkKind.Url && parameter.Type.SpecialType == SpecialType.System_Object;

    private bool IsLoggedException(IParameterSymbol parameter, SinkKind kind) =>
        kind is SinkKind.Log or SinkKind.Trace or SinkKind.Telemetry && IsException(parameter.Type);

    private static int TemplateOrdinal(IMethodSymbol method)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.Type.SpecialType == SpecialType.System_String && parameter.Name is "message" or "messageTemplate" or "messageFormat" or "format")
                return parameter.Ordinal;
        }

        return -1;
    }

    private static RenderMode ModeOf(SinkKind kind) => kind switch
    {
        SinkKind.Recipient => RenderMode.Handed,
        SinkKind.Log or SinkKind.Trace or SinkKind.Metric or SinkKind.Telemetry or SinkKind.Url or SinkKind.File => RenderMode.Structured,
        _ => RenderMode.ToText,
    };

    private static void AddDeclaredSinks(ImmutableArray<ParameterSink>.Builder sinks, IMethodSymbol method)
    {
        SinkKind? all = SinkAttributeOf(method);
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if ((SinkAttributeOf(parameter) ?? all) is { } kind)
                sinks.Add(new ParameterSink(parameter.Ordinal, kind, ModeOf(kind), -1));
        }
    }

    private static SinkKind? SinkAttributeOf(ISymbol symbol) =>
        PrivacyAttributes.Find(symbol, "SinkAttribute") is { ConstructorArguments: { Length: 1 } arguments } &&
        arguments[0].Value is int value && ((SinkKind)value).Exposes()
            ? (SinkKind)value
            : null;

    /// <summary>Any constructor of an exception: everything it takes may show in its text, but parameter names and other exceptions.</summary>
    private void AddExceptionSinks(ImmutableArray<ParameterSink>.Builder sinks, IMethodSymbol constructor)
    {
        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            if (parameter.Name is "paramName" or "parameterName" or "objectName" || IsException(parameter.Type) || parameter.Type.SpecialType == SpecialType.System_Boolean)
                continue;
            if (parameter.Type.SpecialType == SpecialType.System_String || parameter.Type.SpecialType == SpecialType.System_Object || TypeShapes.IsScalar(parameter.Type))
                sinks.Add(new ParameterSink(parameter.Ordinal, SinkKind.Exception, RenderMode.ToText, -1));
        }
    }

    /// <summary>A log method that a generator writes.</summary>
    public static bool HasLoggerMessage(IMethodSymbol method)
    {
        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "LoggerMessageAttribute" } type && MetadataNames.IsIn(type, "Microsoft.Extensions.Logging"))
                return true;
        }

        return false;
    }

    /// <summary>Whether the telemetry generator takes the parameter apart, and redacts what is classified of it.</summary>
    public static bool LogsProperties(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(data => data.AttributeClass?.Name is "LogPropertiesAttribute" or "TagProviderAttribute");

    private void AddLogMethodSinks(ImmutableArray<ParameterSink>.Builder sinks, IMethodSymbol method, LogMethodKind kind)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.Type.Name is "ILogger" or "LogLevel" || IsException(parameter.Type))
                continue;

            // The telemetry generator redacts what is classified on the parameter, and classified members under [LogProperties].
            if (kind == LogMethodKind.Redacting && (_classifier.Classify(parameter) is not null || LogsProperties(parameter)))
            {
                continue;
            }

            sinks.Add(new ParameterSink(parameter.Ordinal, SinkKind.Log, RenderMode.Structured, -1));
        }
    }
}
