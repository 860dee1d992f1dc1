using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;

namespace PrivacyAnalyzers.Benchmarks;

/// <summary>Analyzers and generators of assemblies that were built for a compiler: each group in a context of its own, with this process's compiler.</summary>
internal static class Plugins
{
    public static ImmutableArray<T> Load<T>(IEnumerable<string> files) where T : class => Load<T, T>(files, static same => same);

    /// <typeparam name="T">The kind of plug-in that is asked for.</typeparam>
    /// <typeparam name="TOther">Another kind of plug-in that can be made a <typeparamref name="T"/>.</typeparam>
    public static ImmutableArray<T> Load<T, TOther>(IEnumerable<string> files, Func<TOther, T> convert) where T : class where TOther : class
    {
        string[] all = [.. files];
        var context = new Context(all);
        var plugins = ImmutableArray.CreateBuilder<T>();
        foreach (string file in all.Where(file => !file.EndsWith(".resources.dll", StringComparison.Ordinal)))
        {
            if (IsShared(Path.GetFileNameWithoutExtension(file)))
                continue;
            foreach (Type type in TypesOf(context.LoadFromAssemblyPath(file)).Where(type => !type.IsAbstract && !type.ContainsGenericParameters))
            {
                if (!typeof(T).IsAssignableFrom(type) && !typeof(TOther).IsAssignableFrom(type))
                    continue;
                if (type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is { } constructor)
                    plugins.Add(constructor.Invoke([]) is var made && made is T plugin ? plugin : convert((TOther)made!));
            }
        }

        return plugins.ToImmutable();
    }

    /// <summary>What lies beside a plug-in comes before what this process has: its versions are those that it was built with.</summary>
    private sealed class Context(string[] files) : AssemblyLoadContext
    {
        protected override Assembly? Load(AssemblyName name) =>
            !IsShared(name.Name!) && files.FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == name.Name) is { } found ? LoadFromAssemblyPath(found) : null;
    }

    /// <summary>The compiler's own assemblies must be this process's, or the plug-ins' types would not be its types.</summary>
    private static bool IsShared(string name) => name is "Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.CSharp" or "Microsoft.CodeAnalysis.Workspaces" or "Microsoft.CodeAnalysis.CSharp.Workspaces";

    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException partly)
        {
            return partly.Types.OfType<Type>();
        }
    }
}
