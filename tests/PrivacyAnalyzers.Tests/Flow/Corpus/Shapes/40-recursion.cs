// Recursion: it ends, and the value comes through

// case: a method that calls itself and logs at the end
class C(ILogger<C> logger)
{
    void Down(int left, string text)
    {
        if (left == 0)
            logger.LogInformation("{Text}", text);
        else
            Down(left - 1, text);
    }
    void M(Customer customer) => Down(5, {|PRIV1001:customer.Email|});
}

// case: a method that calls itself and gives it back
class C(ILogger<C> logger)
{
    static string Pad(string text, int width) => text.Length >= width ? text : Pad(" " + text, width);
    void M(Customer customer) => logger.LogInformation("{Name}", {|PRIV1001:Pad(customer.Name, 20)|});
}

// case: two methods that call each other
class C
{
    void Even(int n, string text) { if (n > 0) Odd(n - 1, text); }
    void Odd(int n, string text) { Console.WriteLine(text); if (n > 0) Even(n - 1, text); }
    void M(Customer customer) => Even(4, {|PRIV1004:customer.Email|});
}

// case: three in a ring, with a return
class C(ILogger<C> logger)
{
    static string A(string text, int n) => n == 0 ? text : B(text.Trim(), n - 1);
    static string B(string text, int n) => n == 0 ? "b" : D(text.ToLowerInvariant(), n - 1);
    static string D(string text, int n) => n == 0 ? "d" : A(text + ".", n - 1);
    void M(Customer customer) => logger.LogInformation("{A}", {|PRIV1001:D(customer.Email, 9)|});
}

// case: a tree of objects
class Node
{
    public Customer Who { get; set; } = new();
    public List<Node> Children { get; } = new();
}
class C(ILogger<C> logger)
{
    void Walk(Node node, int depth)
    {
        logger.LogInformation("{Depth} {Who}", depth, {|PRIV1001:node.Who.Name|});
        foreach (Node child in node.Children)
            Walk(child, depth + 1);
    }
}

// case: swapped arguments on the way down
class C(ILogger<C> logger)
{
    void Turn(string left, string right, int n)
    {
        if (n == 0)
            logger.LogInformation("{Left}", left);
        else
            Turn(right, left, n - 1);
    }
    void M(Customer customer) => Turn("x", {|PRIV1001:customer.Email|}, 3);
}

// case: recursive local function
class C(ILogger<C> logger)
{
    void M(Order order)
    {
        logger.LogInformation("{Names}", {|PRIV1001:Build(3)|});
        string Build(int n) => n == 0 ? order.Customer.Email : Build(n - 1);
    }
}

// case: inner exceptions
class C(ILogger<C> logger)
{
    static string Messages(Exception? error) => error is null ? "" : error.Message + Messages(error.InnerException);
    void M(Customer customer)
    {
        var error = new Exception("outer", new Exception("No mail for " + {|PRIV1003:customer.Email|}));
        logger.LogInformation("{Number}", Messages(error).Length);
    }
}

// case: quiet recursion without end
class C(ILogger<C> logger)
{
    static int Count(string text) => text.Length == 0 ? 0 : 1 + Count(text.Substring(1));
    static string Never(string text) => Never(text);
    void M(Customer customer) => logger.LogInformation("{Count} {Never}", Count(customer.Email), Never(customer.Plan));
}

// case: quiet when the clean argument goes round
class C(ILogger<C> logger)
{
    static string Last(string keep, string drop, int n) => n == 0 ? keep : Last(keep, drop, n - 1);
    void M(Customer customer) => logger.LogInformation("{Plan}", Last(customer.Plan, customer.Email, 3));
}

// case: recursion over members of the same type
class Folder
{
    public Folder? Parent { get; set; }
    [Identifier] public string Owner { get; set; } = "";
    public string Path => Parent is null ? Owner : Parent.Path + "/" + Owner;
    public override string ToString() => Path;
}
class C(ILogger<C> logger)
{
    void M(Folder folder) => logger.LogInformation("{Path} {Folder}", {|PRIV1001:folder.Path|}, {|PRIV1005:folder|});
}

// case: generic recursion that makes ever larger types
class Pair<T> { public T? Value; public string Text = ""; }
class C(ILogger<C> logger)
{
    static string Grow<T>(T value, string text, int n) => n == 0 ? text : Grow(new Pair<T> { Value = value }, text, n - 1);
    void M(Customer customer) => logger.LogInformation("{Text}", {|PRIV1001:Grow(1, customer.Email, 3)|});
}

// case: an ever longer object
class Chain { public Chain? Next; public string Text = ""; }
class C(ILogger<C> logger)
{
    static Chain Build(string text, int n)
    {
        Chain chain = new() { Text = text };
        while (n-- > 0)
            chain = new Chain { Next = chain, Text = "link" };
        return chain;
    }
    static string End(Chain chain) => chain.Next is null ? chain.Text : End(chain.Next);
    void M(Customer customer)
    {
        logger.LogInformation("{End}", {|PRIV1001:End(Build(customer.Email, 4))|});
        var round = new Chain { Text = customer.Name };
        round.Next = round;
        logger.LogInformation("{Text}", {|PRIV1001:round.Next.Next!.Next!.Text|});
    }
}

// case: interface calls in a ring
interface INode { string Text(int depth); }
class Leaf(Customer customer) : INode { public string Text(int depth) => customer.Name; }
class Branch(INode left, INode right) : INode { public string Text(int depth) => left.Text(depth + 1) + right.Text(depth + 1); }
class C(ILogger<C> logger)
{
    void M(INode node) => logger.LogInformation("{Text}", {|PRIV1001:node.Text(0)|});
}
