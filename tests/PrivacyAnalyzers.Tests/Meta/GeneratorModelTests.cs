using System.Reflection;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Tests.Meta;

/// <summary>
/// What flows through a generator's pipeline is plain data that compares by value. A symbol, syntax or location in it would keep whole
/// compilations alive and make every step run anew.
/// </summary>
public class GeneratorModelTests
{
    [Fact]
    public void No_pipeline_value_holds_a_type_of_the_compiler()
    {
        var faults = new List<string>();
        var seen = new HashSet<Type>();
        foreach (Type type in PipelineValues())
            Walk(type, type.Name, seen, faults);

        Assert.True(RuleSet.GeneratorTypes.Length == 0 || seen.Count > 1, "No pipeline value was found, though there are generators");
        Repository.ShouldBeNone(faults, "These are not plain data:");
    }

    /// <summary>Every record of the generation part, and what providers carry in the generators' own methods.</summary>
    private static IEnumerable<Type> PipelineValues()
    {
        Type[] generation = typeof(PrivacyAnalyzers.Rules.RuleDescriptor).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("PrivacyAnalyzers.Generation", StringComparison.Ordinal) == true).ToArray();
        const BindingFlags all = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        IEnumerable<Type> carried =
            from type in generation
            from method in type.GetMethods(all)
            from used in method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)
                .Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [])
            where used.IsGenericType && used.Name is "IncrementalValueProvider`1" or "IncrementalValuesProvider`1"
            select used.GetGenericArguments()[0];
        return generation.Where(IsRecord).Concat(carried.Where(type => !IsOfTheCompiler(type) && !type.IsGenericParameter)).Distinct();
    }

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;

    private static void Walk(Type type, string path, HashSet<Type> seen, List<string> faults)
    {
        if (type.IsArray)
        {
            faults.Add($"{path} is an array, which compares by reference");
            return;
        }

        foreach (Type argument in type.IsGenericType ? type.GetGenericArguments() : [])
            Walk(argument, $"{path}<{argument.Name}>", seen, faults);
        if (IsOfTheCompiler(type))
            faults.Add($"{path} is {type.FullName}");
        if (type.Assembly != typeof(PrivacyAnalyzers.Rules.RuleDescriptor).Assembly || type.IsEnum || !seen.Add(type) || type.Name.StartsWith("EquatableArray", StringComparison.Ordinal))
            return;
        foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            Walk(field.FieldType, $"{path}.{field.Name}", seen, faults);
        if (!type.GetInterfaces().Any(@interface => @interface.IsGenericType && @interface.GetGenericTypeDefinition() == typeof(IEquatable<>)))
            faults.Add($"{path} does not compare by value");
    }

    private static bool IsOfTheCompiler(Type type) => type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true;
}
