// Geodan/pg2b3dm#260: all arguments, the database's password among them, joined and printed

// case: as reported
static class Program
{
    public static void Start([Credential] string[] args)
    {
        Console.WriteLine("Start tiling");
        Console.WriteLine($"Arguments: {{|PRIV1006:string.Join(" ", args)|}}");
    }
}

// case: only those that name a column
static class Program
{
    public static void Start([Credential] string[] args, string column)
    {
        Console.WriteLine($"{args.Length} arguments, column {column}");
    }
}

// case: a connection string put together
static class Program
{
    public static void Start(string host, Account account)
    {
        string user = account.Owner.Name;
        string connection = string.Join(';', "Host=" + host, "Username=" + user, "Password=" + account.Password);
        Console.WriteLine("Host " + host);
        Console.WriteLine({|PRIV1006:connection|});
    }
}

// case: filtered and joined again
static class Program
{
    public static void Start([Credential] string[] args)
    {
        string shown = args.Where(each => !each.StartsWith("--verbose", StringComparison.Ordinal)).Aggregate("", (text, each) => text + " " + each);
        Console.WriteLine({|PRIV1006:shown|});
    }
}

// case: to the stream of errors
static class Program
{
    public static int Start([Credential] string[] args)
    {
        if (args.Length > 2)
            return 0;
        Console.Error.WriteLine("Unknown arguments: {0}", {|PRIV1006:string.Join(" ", args)|});
        return 1;
    }
}

// case: the password asked for, and the rest printed
static class Program
{
    public static void Start(string user, Func<string> ask)
    {
        [return: Credential]
        string Ask() => ask();

        string password = Ask();
        string connection = $"Host=db;Username={user};Password={password}";
        Console.Write("Connecting with ");
        Console.WriteLine({|PRIV1006:connection|});
    }
}

// case: masked in a copy, and the original printed
static class Program
{
    public static void Start([Credential] string[] args)
    {
        var shown = (string[])args.Clone();
        for (int i = 0; i < shown.Length; i++)
            shown[i] = "***";
        Console.WriteLine("Arguments: " + {|PRIV1006:string.Join(" ", args)|});
        Console.WriteLine(shown.Length);
    }
}
