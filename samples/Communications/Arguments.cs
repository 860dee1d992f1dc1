namespace Fernhallow.Communications;

/// <summary>What the command line says.</summary>
/// <param name="Serve">Start the API instead of the walk-through.</param>
/// <param name="Directory">Where the database and the written files go.</param>
/// <param name="Rest">What the web host reads, such as <c>--urls</c>.</param>
internal sealed record Arguments(bool Serve, string Directory, string[] Rest)
{
    public static Arguments Parse(string[] args)
    {
        bool serve = false;
        string directory = Path.Combine(AppContext.BaseDirectory, "data");
        var rest = new List<string>();
        for (int i = 0; i < args.Length; i++)
        {
            if (args[i] == "serve")
                serve = true;
            else if (args[i] == "--data" && i + 1 < args.Length)
                directory = Path.GetFullPath(args[++i]);
            else
                rest.Add(args[i]);
        }

        return new Arguments(serve, directory, [.. rest]);
    }
}
