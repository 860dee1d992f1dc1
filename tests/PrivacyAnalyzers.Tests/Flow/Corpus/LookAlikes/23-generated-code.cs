// Code that a tool writes, and texts found by a key

// case: Snapshot.g.cs
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Email}", customer.Email);
}

// case: Form.Designer.cs
class C
{
    void M(Customer customer) => Console.WriteLine(customer.Email);
}

// case: marked as generated
[System.CodeDom.Compiler.GeneratedCode("tool", "1.0")]
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Email}", customer.Email);
}

// case: a text by its key
class C(System.Resources.ResourceManager texts, ILogger<C> logger)
{
    void M(Customer customer)
    {
        string text = texts.GetString("Email_Required") ?? "Email is required";
        logger.LogInformation("{Text} ({Id})", text, customer.Id);
    }
}
