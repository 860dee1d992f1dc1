// Copies by with, which keep some members and replace others

// case: keeps the member
class C(ILogger<C> logger)
{
    void M(Person person)
    {
        var copy = person with { Plan = "gold" };
        logger.LogInformation("{Email}", {|PRIV1001:copy.Email|});
    }
}

// case: puts it into an unclassified member
record Line(int Id, string Text);

class C(ILogger<C> logger)
{
    void M(Line line, Customer customer)
    {
        var copy = line with { Text = customer.Name };
        logger.LogInformation("{Text}", {|PRIV1001:copy.Text|});
    }
}

// case: keeps what was put in before
record Line(int Id, string Text);

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var line = new Line(1, customer.Email);
        var copy = line with { Id = 2 };
        logger.LogInformation("{Text}", {|PRIV1001:copy.Text|});
    }
}

// case: of a struct
struct Row
{
    public int Id { get; set; }
    public string Text { get; set; }
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var row = new Row { Id = 1 } with { Text = customer.Phone! };
        logger.LogInformation("{Text}", {|PRIV1001:row.Text|});
    }
}

// case: the whole copy
class C(ILogger<C> logger)
{
    void M(Person person) => logger.LogInformation("{Person}", {|PRIV1005:person with { Name = "hidden" }|});
}

// case: whole copy of a carrier
record Line(int Id, string Text);

class C(ILogger<C> logger)
{
    void M(Line line, Customer customer) => logger.LogInformation("{Line}", {|PRIV1005:line with { Text = customer.Email }|});
}

// case: nested
record Line(int Id, string Text);
record Page(int Number, Line Line);

class C(ILogger<C> logger)
{
    void M(Page page, Customer customer)
    {
        var copy = page with { Line = page.Line with { Text = customer.Email } };
        logger.LogInformation("{Text}", {|PRIV1001:copy.Line.Text|});
    }
}

// case: replaces what was put in
record Line(int Id, string Text);

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var line = new Line(1, customer.Email);
        var clean = line with { Text = "hidden" };
        logger.LogInformation("{Text}", clean.Text);
        logger.LogInformation("{Line}", clean);
    }
}

// case: all personal members replaced
class C(ILogger<C> logger)
{
    void M(Person person)
    {
        var clean = person with { Name = "", Email = "" };
        logger.LogInformation("{Person}", clean);
    }
}

// case: the original is untouched
record Line(int Id, string Text);

class C(ILogger<C> logger)
{
    Line M(Line line, Customer customer)
    {
        var copy = line with { Text = customer.Email };
        logger.LogInformation("{Text} {Id}", line.Text, copy.Id);
        return copy;
    }
}

// case: keeps what an initialiser put in
record Line
{
    public int Id { get; init; }
    public string Text { get; init; } = "";
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        var line = new Line { Text = customer.Email };
        var copy = line with { Id = 2 };
        logger.LogInformation("{Text}", {|PRIV1001:copy.Text|});
    }
}

// case: in a helper
record Line(int Id, string Text);

class C(ILogger<C> logger)
{
    void M(Line line, Customer customer)
    {
        var filled = Fill(line, customer.Email);
        logger.LogInformation("{Id} {Text}", filled.Id, {|PRIV1001:filled.Text|});
    }

    static Line Fill(Line line, string text) => line with { Text = text };
}

// case: a fluent builder that gives a new object each time
record MailDraft(string To, string Subject)
{
    public static MailDraft Empty { get; } = new("", "");
    public MailDraft For(string to) => this with { To = to };
    public MailDraft About(string subject) => this with { Subject = subject };
}

class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        MailDraft draft = MailDraft.Empty.About("Welcome").For(customer.Email);
        logger.LogInformation("{Subject}", draft.Subject);
        logger.LogInformation("{To}", {|PRIV1001:draft.To|});
        logger.LogInformation("{Draft}", {|PRIV1005:draft|});
    }
}
