using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PrivacyAnalyzers.CodeFixes;

/// <summary>Takes values out of a log call with their holes, or puts keys in their places.</summary>
internal static class LogCallEdit
{
    /// <param name="values">Those to change; without a key a value is left out. One key stands in a call once.</param>
    public static InvocationExpressionSyntax Apply(InvocationExpressionSyntax call, IReadOnlyList<(LogArgument Value, KeyInstead? Key)> values)
    {
        LogArgument first = values[0].Value;
        SeparatedSyntaxList<ArgumentSyntax> list = call.ArgumentList.Arguments;
        var keys = new HashSet<string>(list.Select(argument => argument.Expression.WithoutTrivia().ToString()), StringComparer.Ordinal);
        var names = new Dictionary<int, string>();
        var left = new List<int>();
        var changed = new Dictionary<ArgumentSyntax, ArgumentSyntax?>();
        foreach ((LogArgument value, KeyInstead? key) in values.OrderBy(entry => entry.Value.Hole))
        {
            if (key is not null && keys.Add(key.Expression.WithoutTrivia().ToString()))
            {
                names[value.Hole] = key.Name;
                changed[value.Argument] = value.Argument.WithExpression(key.Expression);
            }
            else
            {
                left.Add(value.Hole);
                changed[value.Argument] = null;
            }
        }

        string text = TemplateHoles.Remove(TemplateHoles.Rename(first.Template.Token.Text, names), left);
        var template = (ArgumentSyntax)first.Template.Parent!;
        for (int i = list.Count - 1; i >= 0; i--)
        {
            if (call.ArgumentList.Arguments[i] == template)
                list = list.Replace(list[i], list[i].WithExpression(SyntaxFactory.ParseExpression(text).WithTriviaFrom(first.Template)));
            else if (changed.TryGetValue(call.ArgumentList.Arguments[i], out ArgumentSyntax? now))
                list = now is null ? list.RemoveAt(i) : list.Replace(list[i], now);
        }

        return call.WithArgumentList(call.ArgumentList.WithArguments(list));
    }
}
