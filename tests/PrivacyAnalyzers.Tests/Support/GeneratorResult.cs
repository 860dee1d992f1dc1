using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PrivacyAnalyzers.Tests.Support;

/// <summary>What generators made of some code: the text, and the compiled whole.</summary>
internal sealed class GeneratorResult(GeneratorDriverRunResult run, CSharpCompilation output)
{
    private Assembly? _assembly;
    private byte[]? _image;

    /// <summary>The code with what was generated.</summary>
    public CSharpCompilation Output { get; } = output;

    /// <summary>File name → text, in the order of names.</summary>
    public SortedDictionary<string, string> Files { get; } = new(
        run.Results.SelectMany(result => result.GeneratedSources).ToDictionary(source => source.HintName, source => source.SourceText.ToString()),
        StringComparer.Ordinal);

    /// <summary>All generated text, each file under its name.</summary>
    public string Text => string.Join("\n", Files.Select(file => $"// ==== {file.Key}\n{file.Value}"));

    /// <summary>Compares all generated text with the recorded one.</summary>
    public void MatchSnapshot([CallerMemberName] string test = "", [CallerFilePath] string file = "") => Snapshots.Match(Text, test, file);

    /// <summary>The compiled whole, loaded into this process.</summary>
    public Assembly Load()
    {
        if (_assembly is not null)
            return _assembly;
        return _assembly = new AssemblyLoadContext(Output.AssemblyName, isCollectible: true).LoadFromStream(new MemoryStream(Image()));
    }

    /// <summary>The compiled whole, for another process.</summary>
    public byte[] Image()
    {
        if (_image is not null)
            return _image;
        using var stream = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult emitted = Output.Emit(stream);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return _image = stream.ToArray();
    }

    /// <summary>Calls a static method of the loaded code: tests put a script into it, which uses the generated members as a user would.</summary>
    public T Call<T>(string type, string method, params object?[] arguments)
    {
        MethodInfo found = Load().GetType(type, throwOnError: true)!.GetMethod(method, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            ?? throw new InvalidOperationException($"{type} has no static method {method}");
        try
        {
            return (T)found.Invoke(null, arguments)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerException);
            throw;
        }
    }

    /// <summary>As <see cref="Call{T}"/>, for a method that gives a task.</summary>
    public Task<T> CallAsync<T>(string type, string method, params object?[] arguments) => Call<Task<T>>(type, method, arguments);
}
