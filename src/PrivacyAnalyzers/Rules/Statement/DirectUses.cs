using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Disclosures;
using PrivacyAnalyzers.Statement;

namespace PrivacyAnalyzers.Rules.Statement;

/// <summary>
/// Sees what code does with members where it does it directly: reads in code of a <c>[Purpose]</c>, and members or whole objects in an
/// argument to a <c>[Recipient]</c>.
/// </summary>
internal sealed class DirectUses(PrivacyStatement? statement, MemberClassifier classifier, IDisclosureUses uses)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<string>> _purposes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, Receivers?> _recipients = new(SymbolEqualityComparer.Default);

    public void Register(CompilationStartAnalysisContext start)
    {
        start.RegisterOperationBlockAction(block => LookForPurposes(block.OwningSymbol, block.OperationBlocks));
        start.RegisterOperationAction(
            operation => LookForRecipients(operation.Operation),
            OperationKind.Invocation, OperationKind.ObjectCreation);
    }

    private void LookForPurposes(ISymbol owner, ImmutableArray<IOperation> blocks)
    {
        ImmutableArray<string> purposes = PurposesOf(owner is IMethodSymbol { AssociatedSymbol: { } associated } ? associated : owner);
        if (owner is IMethodSymbol method)
            purposes = purposes.AddRange(Named(method, "PurposeAttribute"));
        if (purposes.IsEmpty)
            return;
        foreach (IMemberReferenceOperation read in blocks.SelectMany(block => block.DescendantsAndSelf()).OfType<IMemberReferenceOperation>())
        {
            if (!MemberReads.IsRead(read) || classifier.Classify(read.Member) is null)
                continue;
            foreach (string purpose in purposes)
                uses.Add(new DisclosureUse(read.Member, DisclosureUseKind.Purpose, purpose));
        }
    }

    /// <summary>The purposes of the types that the code stands in.</summary>
    private ImmutableArray<string> PurposesOf(ISymbol owner) => owner.ContainingType is not { } type
        ? ImmutableArray<string>.Empty
        : _purposes.GetOrAdd(type, key => Named(key, "PurposeAttribute").AddRange(PurposesOf(key)));

    private void LookForRecipients(IOperation call)
    {
        (IMethodSymbol? target, ImmutableArray<IArgumentOperation> arguments) = call switch
        {
            IInvocationOperation invocation => (invocation.TargetMethod, invocation.Arguments),
            IObjectCreationOperation { Constructor: { } constructor } creation => (constructor, creation.Arguments),
            _ => (null, ImmutableArray<IArgumentOperation>.Empty),
        };
        if (target is null || arguments.IsEmpty || (_recipients.TryGetValue(target.OriginalDefinition, out Receivers? known) ? known : _recipients.GetOrAdd(target.OriginalDefinition, ReceiversOf)) is not { } receivers)
            return;
        foreach (IArgumentOperation argument in arguments)
        {
            ImmutableArray<string> recipients = argument.Parameter is { } parameter && receivers.Parameters.TryGetValue(parameter.Ordinal, out ImmutableArray<string> own)
                ? own.AddRange(receivers.All)
                : receivers.All;
            if (recipients.IsEmpty)
                continue;
            foreach (ISymbol member in HandedOver(argument.Value))
            {
                foreach (string recipient in recipients)
                    uses.Add(new DisclosureUse(member, DisclosureUseKind.Recipient, recipient));
            }
        }
    }

    private Receivers? ReceiversOf(IMethodSymbol method)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        var parameters = ImmutableDictionary.CreateBuilder<int, ImmutableArray<string>>();
        foreach (IMethodSymbol declaration in MemberClassifier.Declarations(method))
        {
            all.UnionWith(Named(declaration, "RecipientAttribute"));
            for (INamedTypeSymbol? type = declaration.ContainingType; type is not null; type = type.BaseType)
                all.UnionWith(Named(type, "RecipientAttribute"));
            foreach (IParameterSymbol parameter in declaration.Parameters)
            {
                if (Named(parameter, "RecipientAttribute") is { IsEmpty: false } named)
                    parameters[parameter.Ordinal] = named;
            }
        }

        return all.Count == 0 && parameters.Count == 0 ? null : new Receivers(all.ToImmutableArray(), parameters.ToImmutable());
    }

    private ImmutableArray<string> Named(ISymbol symbol, string attribute) =>
        PrivacyAttributes.NamesOf(symbol, attribute).Select(written => NameOf(written, attribute)).Where(name => !string.IsNullOrWhiteSpace(name)).ToImmutableArray();

    private string NameOf(WrittenName written, string attribute) =>
        statement is null ? written.Text
        : attribute == "PurposeAttribute" ? Vocabulary.Resolve(written, statement.Purposes)
        : Vocabulary.Resolve(written, statement.Recipients);

    /// <summary>What an argument holds: members that it names, and those of an object that is handed over whole.</summary>
    private IEnumerable<ISymbol> HandedOver(IOperation value)
    {
        switch (value)
        {
            case IMemberReferenceOperation reference when classifier.Classify(reference.Member) is not null:
                return new[] { reference.Member };
            case IMemberReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation:
                return MembersOf(value.Type);
            case IConditionalAccessOperation access:
                return HandedOver(access.WhenNotNull);
            case IAwaitOperation or IAnonymousFunctionOperation or IInvocationOperation or INameOfOperation:
                return Enumerable.Empty<ISymbol>();
            case ISimpleAssignmentOperation assignment:
                return HandedOver(assignment.Value);
            default:
                return value.ChildOperations.SelectMany(HandedOver);
        }
    }

    private IEnumerable<ISymbol> MembersOf(ITypeSymbol? type)
    {
        for (ITypeSymbol? current = type; current is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct }; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IPropertySymbol or IFieldSymbol && StoredMembers.Stores(member) && classifier.Classify(member) is not null)
                    yield return member;
            }
        }
    }

    /// <param name="All">Who receives every argument.</param>
    /// <param name="Parameters">Who receives one, by the parameter's number.</param>
    private sealed record Receivers(ImmutableArray<string> All, ImmutableDictionary<int, ImmutableArray<string>> Parameters);
}
