// Attributes on parameters, results and positional parameters of records

// case: classified parameter
class C(ILogger<C> logger)
{
    public void SignIn([Identifier] string user, [Credential] string word, int tries)
    {
        logger.LogInformation("{User} {Tries}", {|PRIV1001:user|}, tries);
        logger.LogDebug("{Word}", {|PRIV1006:word|});
    }
}

// case: classified result
class C(ILogger<C> logger)
{
    [return: Identifier] static string Current() => "";
    [return: Credential] static string Key() => "";
    void M()
    {
        logger.LogInformation("{User}", {|PRIV1001:Current()|});
        string key = Key();
        logger.LogInformation("{Key}", {|PRIV1006:key|});
    }
}

// case: positional parameter with and without property target
record Plain([Identifier] string Name, int Id);
record Targeted([property: Identifier] string Name, int Id);
record struct Small([Identifier] string Name);
class C(ILogger<C> logger)
{
    void M(Plain plain, Targeted targeted, Small small)
    {
        logger.LogInformation("{Id} {Name}", plain.Id, {|PRIV1001:plain.Name|});
        logger.LogInformation("{Id} {Name}", targeted.Id, {|PRIV1001:targeted.Name|});
        logger.LogInformation("{Name}", {|PRIV1001:small.Name|});
    }
}

// case: the whole record
record Plain([Identifier] string Name, int Id);
record Targeted([property: Credential] string Word, int Id);
class C(ILogger<C> logger)
{
    void M(Plain plain, Targeted targeted)
    {
        logger.LogInformation("{Plain}", {|PRIV1005:plain|});
        logger.LogInformation("{Targeted}", {|PRIV1006:targeted|});
    }
}

// case: primary constructor parameter of a class
class Session([Identifier] string user, ILogger logger)
{
    public void Touch() => logger.LogInformation("{User}", {|PRIV1001:user|});
}

// case: lambda parameter and local function's parameter
class C(ILogger<C> logger)
{
    void M()
    {
        Action<string> write = ([Identifier] string text) => logger.LogInformation("{Text}", {|PRIV1001:text|});
        write("");
        Local("");
        void Local([Credential] string word) => Console.WriteLine({|PRIV1006:word|});
    }
}

// case: out parameter
interface IDirectory { bool TryFind(int id, [Identifier] out string name); }
class C(ILogger<C> logger)
{
    void M(IDirectory directory)
    {
        if (directory.TryFind(3, out string name))
            logger.LogInformation("{Name}", {|PRIV1001:name|});
    }
}

// case: classified parameter of an interface's method
interface IGreeter { void Greet([Identifier] string name); }
class Greeter(ILogger<Greeter> logger) : IGreeter
{
    public void Greet(string name) => logger.LogInformation("{Name}", {|PRIV1001:name|});
}

// case: classified task
class C(ILogger<C> logger)
{
    [return: Identifier] static Task<string> FindAsync(int id) => Task.FromResult("");
    async Task M()
    {
        string name = await FindAsync(3);
        logger.LogInformation("{Name}", {|PRIV1001:name|});
    }
}

// case: indexer and delegate's parameter
delegate void Note([Identifier] string who);
class Names { [Identifier] public string this[int id] => ""; }
class C(ILogger<C> logger)
{
    void M(Names names)
    {
        logger.LogInformation("{Name}", {|PRIV1001:names[3]|});
    }
}

// case: reported once where the callee logs its own classified parameter
class C(ILogger<C> logger)
{
    void Write([Identifier] string name) => logger.LogInformation("{Name}", {|PRIV1001:name|});
    void M(Customer customer)
    {
        Write(customer.Name);
        Write("root");
    }
}

// case: quiet for parameters declared not personal
class C(ILogger<C> logger)
{
    void M([NotPersonal("the name of a queue")] string name, [NotPersonal("an index")] int email) => logger.LogInformation("{Name} {Email}", name, email);
    void N(Customer customer, [NotPersonal("checked")] out string text) { text = customer.Plan; logger.LogInformation("{Text}", text); }
}
