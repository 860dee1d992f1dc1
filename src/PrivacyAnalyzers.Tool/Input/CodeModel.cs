using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Hints;

namespace PrivacyAnalyzers.Tool.Input;

/// <param name="IsProposed">Guessed from names: no attribute classifies it yet.</param>
internal sealed record FoundMember(string Type, string Member, string Category, bool IsProposed);

/// <summary>What assemblies without a manifest look like: read from their metadata with the compiler's own reader, nothing is loaded.</summary>
internal sealed class CodeModel
{
    private const int MaxDepth = 200;

    private readonly SortedSet<FoundMember> _members = new(Comparer<FoundMember>.Create((left, right) => string.CompareOrdinal($"{left.Type}\0{left.Member}", $"{right.Type}\0{right.Member}")));
    private readonly Dictionary<string, SortedSet<string>> _names = new(StringComparer.Ordinal);

    public IReadOnlyCollection<FoundMember> Members => _members;

    /// <summary>The names that code gives in attributes of this class, such as <c>RetentionAttribute</c>.</summary>
    public IReadOnlyCollection<string> Names(string attribute) => _names.TryGetValue(attribute, out SortedSet<string>? names) ? names : [];

    public static CodeModel Read(IReadOnlyList<string> assemblies, Action<string> progress)
    {
        var model = new CodeModel();
        foreach (string path in assemblies)
        {
            progress(path);
            try
            {
                model.Add(path);
            }
            catch (Exception fault) when (fault is not ToolFault and not OutOfMemoryException)
            {
                // The compiler's reader looks at parts of a file when they are asked for, and throws what it happens to stumble over.
                throw new ToolFault(fault is BadImageFormatException ? $"{path} is no .NET assembly, or a damaged one" : $"{path} cannot be read as a .NET assembly ({fault.Message}); build it again", fault);
            }
        }

        return model;
    }

    private void Add(string path)
    {
        SaneMetadata.Check(path);
        MetadataReference reference = MetadataReference.CreateFromFile(path);
        IEnumerable<MetadataReference> others = Beside(path).ToArray();
        CSharpCompilation compilation = CSharpCompilation.Create("Reader", references: [reference, .. others], options:
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, metadataImportOptions: MetadataImportOptions.Internal));
        if (compilation.GetAssemblyOrModuleSymbol(reference) is not IAssemblySymbol assembly || assembly.Identity.Name.Length == 0)
            throw new ToolFault($"{path} is no .NET assembly");
        var classifier = new MemberClassifier(statement: null);
        foreach (INamedTypeSymbol type in Types(assembly.GlobalNamespace, path).Where(type => !type.Name.StartsWith('<')))
            Add(type, classifier);
    }

    private void Add(INamedTypeSymbol type, MemberClassifier classifier)
    {
        Note(type);
        string name = MetadataNames.FullName(type).Replace('+', '.');
        foreach (ISymbol member in type.GetMembers())
        {
            Note(member);
            if (StoredMembers.Stores(member) && classifier.Classify(member) is { } classification)
                _members.Add(new FoundMember(name, member.Name, classification.Category, IsProposed: false));
        }

        foreach ((ISymbol member, string category) in MemberHints.Of(type))
        {
            if (classifier.Classify(member) is null && !classifier.IsDeclaredNotPersonal(member))
                _members.Add(new FoundMember(name, member.Name, category, IsProposed: true));
        }
    }

    private void Note(ISymbol symbol)
    {
        foreach (AttributeData data in symbol.GetAttributes())
        {
            if (data.AttributeClass is not { } type || NameAttributes.KindOf(type) is null || PrivacyAttributes.NameArgument(data) is not { Text: { Length: > 0 } text })
                continue;
            if (!_names.TryGetValue(type.Name, out SortedSet<string>? names))
                _names.Add(type.Name, names = new SortedSet<string>(StringComparer.Ordinal));
            names.Add(text);
        }
    }

    /// <summary>What lies beside the assembly, and what this tool itself runs on: base classes and attributes are found there.</summary>
    private static IEnumerable<MetadataReference> Beside(string path)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Path.GetFileName(path) };
        IEnumerable<string> trusted = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        foreach (string file in Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(path))!, "*.dll").Order(StringComparer.Ordinal).Concat(trusted))
        {
            if (names.Add(Path.GetFileName(file)))
                yield return MetadataReference.CreateFromFile(file);
        }
    }

    /// <summary>All types, without recursion: a file may nest them without end, and nobody's code does.</summary>
    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol root, string path)
    {
        var open = new Stack<(INamespaceOrTypeSymbol Container, int Depth)>();
        open.Push((root, 0));
        while (open.TryPop(out var current))
        {
            if (current.Depth > MaxDepth)
                throw new ToolFault($"{path} nests namespaces and types more than {MaxDepth} deep; no compiler's output does, and it is not read");
            foreach (ISymbol member in current.Container.GetMembers())
            {
                if (member is INamedTypeSymbol type)
                    yield return type;
                if (member is INamespaceOrTypeSymbol inner)
                    open.Push((inner, current.Depth + 1));
            }
        }
    }
}
