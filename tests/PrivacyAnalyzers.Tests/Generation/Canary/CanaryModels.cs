using System.Reflection;
using CsCheck;
using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Generation.Retention;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation.Canary;

/// <summary>Random models with their generated code, many compiled into one assembly: a compiler's start costs more than a model.</summary>
internal sealed class CanaryModels
{
    private readonly Dictionary<ModelSpec, string> _spaces = [];
    private readonly Assembly _assembly;
    private readonly GeneratorResult _result;

    private CanaryModels(IReadOnlyList<ModelSpec> models)
    {
        for (int i = 0; i < models.Count; i++)
            _spaces.Add(models[i], FormattableString.Invariant($"M{i}"));
        string[] sources = [.. _spaces.Select(pair => SpecSource.Write(pair.Key, pair.Value))];
        _result = new GeneratorTest(sources) { Statement = SpecSource.Statement, AssemblyName = "Canary" }.Emit(new ExportGenerator(), new ErasureGenerator(), new RetentionGenerator());
        _assembly = _result.Load();
    }

    public IEnumerable<ModelSpec> All => _spaces.Keys;

    public Assembly Assembly => _assembly;

    /// <summary>The compiled models, for another process.</summary>
    public byte[] Image => _result.Image();

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<(int From, int Count), Lazy<CanaryModels>> Compiled = new();

    /// <summary>The models of a run, compiled once for all databases.</summary>
    public static CanaryModels Compile(int from, int count) => Compiled.GetOrAdd((from, count), _ => new(() => new(Generate(from, count)))).Value;

    /// <summary>The models of a run: the same every time, so that a failure can be looked at.</summary>
    private static IReadOnlyList<ModelSpec> Generate(int from, int count) =>
        Environment.GetEnvironmentVariable("PROOF_SEED") is { Length: > 0 } seeds ? [.. seeds.Split(',').Select(seed => Of(PCG.Parse(seed)))] :
        [.. Enumerable.Range(from, count).Select(i => Of(new PCG((uint)i, 20260108UL)))];

    private static ModelSpec Of(PCG pcg) => new SpecGen().Generate(pcg, null, out _);

    public string SpaceOf(ModelSpec model) => _spaces[model];

    public T Call<T>(ModelSpec model, string method, params object?[] arguments)
    {
        MethodInfo found = _assembly.GetType(SpaceOf(model) + ".Script", throwOnError: true)!.GetMethod(method)!;
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
}
