using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PrivacyAnalyzers.Flow;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>A value in a log call that can be taken out with the hole that names it.</summary>
/// <param name="Call">The call.</param>
/// <param name="Template">The literal that holds the message template.</param>
/// <param name="Argument">The argument.</param>
/// <param name="Hole">Which hole of the template it fills, from zero.</param>
internal sealed record LogArgument(InvocationExpressionSyntax Call, LiteralExpressionSyntax Template, ArgumentSyntax Argument, int Hole)
{
    /// <summary>The template argument that stands at a finding; <see langword="null"/> where the value is handed over in another way.</summary>
    public static LogArgument? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<ArgumentSyntax>() is not { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument || argument.Expression.Span != node.Span)
            return null;
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
            return null;

        int template = -1;
        for (int i = 0; i < list.Arguments.Count && i < method.Parameters.Length; i++)
        {
            if (list.Arguments[i].NameColon is not null)
                return null;
            if (method.Parameters[i].Name is "message" or "messageTemplate" or "messageFormat" or "format")
                template = i;
        }

        if (template < 0 || list.Arguments[template].Expression is not LiteralExpressionSyntax literal || !literal.IsKind(SyntaxKind.StringLiteralExpression))
            return null;
        int index = list.Arguments.IndexOf(argument) - template - 1;
        bool fits = index >= 0 && TemplateHoles.AreNamed(literal.Token.Text, list.Arguments.Count - template - 1);
        return fits ? new LogArgument(call, literal, argument, index) : null;
    }
}

/// <summary>The holes of a template as they stand in a literal's text.</summary>
internal static class TemplateHoles
{
    /// <summary>Whether the template names this many values, each by a name of its own and none by its position.</summary>
    public static bool AreNamed(string text, int count)
    {
        (int Start, int Length)[] holes = MessageTemplate.Find(text).ToArray();
        return holes.Length == count && !Array.Exists(holes, hole => hole.Length > 2 && char.IsDigit(text[hole.Start + 1]));
    }

    /// <summary>The literal's text with other names in these holes; how a value is written stays.</summary>
    public static string Rename(string text, IReadOnlyDictionary<int, string> names)
    {
        (int Start, int Length)[] holes = MessageTemplate.Find(text).ToArray();
        foreach (KeyValuePair<int, string> name in names.OrderByDescending(entry => entry.Key))
        {
            (int start, int length) = holes[name.Key];
            int format = text.IndexOfAny([',', ':'], start, length);
            text = text.Substring(0, start + 1) + name.Value + text.Substring(format < 0 ? start + length - 1 : format);
        }

        return text;
    }

    /// <summary>The literal's text without these holes, and without the space or colon that only led up to one.</summary>
    public static string Remove(string text, IEnumerable<int> which)
    {
        (int Start, int Length)[] holes = MessageTemplate.Find(text).ToArray();
        foreach (int index in which.OrderByDescending(index => index))
        {
            (int start, int length) = holes[index];
            int end = start + length;
            while (start > 1 && text[start - 1] is ' ' or ':' or ',')
                start--;
            while (text[start - 1] == '"' && text[end] == ' ')
                end++;
            text = text.Substring(0, start) + text.Substring(end);
        }

        return text;
    }
}
