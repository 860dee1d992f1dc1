using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>
/// A call that hangs one named value on a span, an activity or an event and gives that back, such as <c>SetTag</c>: it can go as a whole, as a
/// statement or out of a chain.
/// </summary>
internal static class TagCall
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "SetTag", "AddTag", "SetBaggage", "AddBaggage", "SetAttribute", "AddAttribute", "SetCustomProperty", "SetData", "SetExtra",
    };

    /// <summary>The call that the value is an argument of; <see langword="null"/> where it cannot go without anything else.</summary>
    public static InvocationExpressionSyntax? Find(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        if (value.FirstAncestorOrSelf<ArgumentSyntax>() is not { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument || argument.Expression != value || NameOf(call) is not { } name || !Names.Contains(name))
            return null;
        if (StatementOf(call) is not null)
            return Receiver(call) is InvocationExpressionSyntax || IsPlain(call) ? call : null;

        // Elsewhere what it was called on takes its place.
        return Receiver(call) is not { } receiver
            ? call.Parent is MemberAccessExpressionSyntax ? call : null
            : call.Parent is MemberAccessExpressionSyntax or ReturnStatementSyntax or EqualsValueClauseSyntax or ArgumentSyntax && GivesBack(call, receiver, model, cancellation) ? call : null;
    }

    private static bool GivesBack(InvocationExpressionSyntax call, ExpressionSyntax receiver, SemanticModel model, CancellationToken cancellation) =>
        SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(call, cancellation).Type, model.GetTypeInfo(receiver, cancellation).Type);

    /// <summary>The code without the calls.</summary>
    public static SyntaxNode Remove(SyntaxNode root, IReadOnlyCollection<InvocationExpressionSyntax> calls)
    {
        root = root.TrackNodes(calls);

        // The inner ones of a chain first: what stands around them is what is left.
        foreach (InvocationExpressionSyntax call in calls.OrderBy(call => call.Span.End))
            root = Remove(root, root.GetCurrentNode(call)!);
        return root;
    }

    private static SyntaxNode Remove(SyntaxNode root, InvocationExpressionSyntax call)
    {
        ExpressionSyntax? receiver = Receiver(call);
        if (StatementOf(call) is { } statement && receiver is not InvocationExpressionSyntax)
        {
            return statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax
                ? root.RemoveNode(statement.Parent is GlobalStatementSyntax global ? global : statement, SyntaxRemoveOptions.KeepDirectives)!
                : root.ReplaceNode(statement, SyntaxFactory.Block().WithTriviaFrom(statement));
        }

        // The first call after "?." has no receiver of its own: the next one takes its place.
        return receiver is null
            ? root.ReplaceNode((MemberAccessExpressionSyntax)call.Parent!, SyntaxFactory.MemberBindingExpression(((MemberAccessExpressionSyntax)call.Parent!).Name))
            : root.ReplaceNode(call, receiver.WithTrailingTrivia(call.GetTrailingTrivia()));
    }

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };

    private static ExpressionSyntax? Receiver(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Expression;

    private static ExpressionStatementSyntax? StatementOf(InvocationExpressionSyntax call) =>
        (call.Parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == call ? access.Parent : call.Parent) as ExpressionStatementSyntax;

    /// <summary>What the whole statement calls on does nothing by itself.</summary>
    private static bool IsPlain(InvocationExpressionSyntax call) =>
        KeyInstead.IsPlain(call.Parent is ConditionalAccessExpressionSyntax access ? access.Expression : Receiver(call)!);
}
