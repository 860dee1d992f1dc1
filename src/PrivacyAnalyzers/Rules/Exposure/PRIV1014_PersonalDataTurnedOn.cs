using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Catalog;
using PrivacyAnalyzers.Flow;
using PrivacyAnalyzers.Model.Baselines;

namespace PrivacyAnalyzers.Rules.Exposure;

/// <summary>A setting of a library that writes personal data out from then on. Which ones there are stands in <c>Catalog/settings.tsv</c>.</summary>
internal sealed class PRIV1014_PersonalDataTurnedOn : PrivacyRule
{
    internal static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        id: "PRIV1014",
        title: "A setting turns personal data on",
        message: "'{0}' turns personal data on: {1}; leave it off, or turn it on in development only",
        category: RuleDescriptor.Exposure,
        severity: DiagnosticSeverity.Warning,
        description: "Libraries that write diagnostics leave personal data out unless a setting asks for it. Such a setting carries no value that could be followed: it is itself the leak.");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override void Register(CompilationStartAnalysisContext start)
    {
        if (SettingNames.MayBeIn(start.Compilation))
            start.RegisterOperationBlockAction(new KnownSettings(start.Compilation).CheckBlock);
    }

    /// <summary>The settings that this compilation's references have.</summary>
    private sealed class KnownSettings
    {
        private readonly Lazy<ImmutableDictionary<ISymbol, Setting>> _bySymbol;
        private readonly Lazy<SettingGuards> _guards;

        /// <param name="compilation">Looked through only where the name of a setting comes up.</param>
        public KnownSettings(Compilation compilation)
        {
            _bySymbol = new(() => SettingsCatalog.All
                .SelectMany(setting => DocumentationCommentId.GetSymbolsForDeclarationId(setting.Id, compilation).Select(symbol => (Symbol: symbol, Setting: setting)))
                .GroupBy(pair => pair.Symbol, SymbolEqualityComparer.Default)
                .ToImmutableDictionary(group => group.Key!, group => group.First().Setting, SymbolEqualityComparer.Default));
            _guards = new(() => new SettingGuards(_bySymbol.Value.Where(pair => pair.Value.When == SettingWhen.Guard).Select(pair => pair.Key)));
        }

        private Setting? Find(ISymbol member) =>
            SettingNames.MayBe(member) && _bySymbol.Value.TryGetValue(member.OriginalDefinition, out Setting? setting) ? setting : null;

        public void CheckBlock(OperationBlockAnalysisContext context)
        {
            foreach (IOperation operation in new OperationWalk(context.OperationBlocks))
            {
                switch (operation)
                {
                    case IInvocationOperation call:
                        CheckCall(context, call);
                        break;
                    case IObjectCreationOperation creation:
                        CheckCreation(context, creation);
                        break;
                    case ISimpleAssignmentOperation or ICompoundAssignmentOperation:
                        CheckAssignment(context, (IAssignmentOperation)operation);
                        break;
                }
            }
        }

        private void CheckCall(OperationBlockAnalysisContext context, IInvocationOperation call)
        {
            IMethodSymbol method = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
            if (Find(method) is { } setting)
                CheckArguments(context, call, setting, method, call.Arguments);

            // What is added to a collection that the setting's getter gives.
            else if (method.Name == "Add" && call is { Instance: IPropertyReferenceOperation { Property: { } property }, Arguments: [{ Value: var item }] } &&
                Find(property) is { When: SettingWhen.Item } collection)
            {
                Check(context, call, collection, property.ContainingType.Name + "." + property.Name, item);
            }
        }

        private void CheckCreation(OperationBlockAnalysisContext context, IObjectCreationOperation creation)
        {
            if (creation.Constructor is { } constructor && Find(constructor) is { } setting)
                CheckArguments(context, creation, setting, constructor, creation.Arguments);
        }

        private void CheckAssignment(OperationBlockAnalysisContext context, IAssignmentOperation assignment)
        {
            if (assignment.Target is IPropertyReferenceOperation { Property: { } property } && Find(property) is { } setting)
                Check(context, assignment, setting, property.ContainingType.Name + "." + property.Name, assignment.Value);
        }

        private void CheckArguments(OperationBlockAnalysisContext context, IOperation operation, Setting setting, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
        {
            string name = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;
            foreach (IArgumentOperation argument in arguments)
            {
                if (argument.Parameter?.Name == setting.Carrier)
                    Check(context, operation, setting, name, argument.Value);
            }
        }

        /// <summary>Only a constant shows what is set: a value that comes from elsewhere may well be off.</summary>
        private void Check(OperationBlockAnalysisContext context, IOperation operation, Setting setting, string name, IOperation value)
        {
            if (value.ConstantValue is not { HasValue: true, Value: { } constant } || !IsOn(setting, constant, value.Type) ||
                _guards.Value.Cover(operation, context.CancellationToken))
            {
                return;
            }

            context.ReportFinding(Diagnostic.Create(Descriptor, operation.Syntax.GetLocation(), Findings.Of(context.OwningSymbol, null, null).SetItem(Baseline.SinkKey, setting.Id), name, setting.What));
        }

        private static bool IsOn(Setting setting, object constant, ITypeSymbol? type) => setting.When switch
        {
            SettingWhen.True => constant is true,
            SettingWhen.Item => constant is string text && setting.Names.Contains(text, StringComparer.OrdinalIgnoreCase),
            SettingWhen.Flags => type is INamedTypeSymbol { TypeKind: TypeKind.Enum } && (Bits(constant) & Named(type, setting.Names)) != 0,
            _ => false,
        };

        private static ulong Named(ITypeSymbol type, ImmutableArray<string> names) => names
            .SelectMany(name => type.GetMembers(name)).OfType<IFieldSymbol>()
            .Where(field => field.HasConstantValue)
            .Aggregate(0UL, (bits, field) => bits | Bits(field.ConstantValue!));

        private static ulong Bits(object constant) => constant is IConvertible number and not (string or bool)
            ? constant is ulong large ? large : unchecked((ulong)number.ToInt64(System.Globalization.CultureInfo.InvariantCulture))
            : 0;
    }
}
