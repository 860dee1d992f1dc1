// A virtual or interface call that leads to an implementation

// case: interface whose only implementation logs
interface IAudit { void Note(string what); }
class LogAudit(ILogger<LogAudit> logger) : IAudit
{
    public void Note(string what) => logger.LogInformation("Audit: {What}", what);
}
class C(IAudit audit)
{
    void M(Customer customer) => audit.Note({|PRIV1001:customer.Email|});
}

// case: one of two implementations logs
interface IAudit { void Note(string what); }
class NoAudit : IAudit { public void Note(string what) { } }
class ConsoleAudit : IAudit { public void Note(string what) => Console.WriteLine(what); }
class C(IAudit audit)
{
    void M(Customer customer) => audit.Note({|PRIV1004:"new: " + customer.Name|});
}

// case: abstract method that returns it
abstract class Contact { public abstract string Text(Customer customer); }
class MailContact : Contact { public override string Text(Customer customer) => customer.Email; }
class PlanContact : Contact { public override string Text(Customer customer) => customer.Plan; }
class C(ILogger<C> logger)
{
    void M(Contact contact, Customer customer) => logger.LogInformation("{Text}", {|PRIV1001:contact.Text(customer)|});
}

// case: override of a virtual method, called through the base
class Writer { public virtual void Write(string text) { } }
class TraceWriter : Writer { public override void Write(string text) => System.Diagnostics.Trace.TraceInformation(text); }
class C
{
    void M(Writer writer, Account account) => writer.Write({|PRIV1006:account.Password|});
}

// case: base call from the override
class Handler(ILogger logger)
{
    protected virtual void Handle(string who) => logger.LogInformation("Handling {Who}", who);
}
class LoudHandler(ILogger logger) : Handler(logger)
{
    protected override void Handle(string who) => base.Handle(who.ToUpperInvariant());
    public void Run(Customer customer) => Handle({|PRIV1001:customer.Name|});
}

// case: template method of the base class
abstract class Import(ILogger logger)
{
    protected abstract string Key(Customer customer);
    public void Run(Customer customer) => logger.LogInformation("Importing {Key}", {|PRIV1001:Key(customer)|});
}
class MailImport(ILogger logger) : Import(logger)
{
    protected override string Key(Customer customer) => customer.Email;
}

// case: explicit and default interface implementations
interface INamed
{
    string Label { get; }
    void Print() => Console.WriteLine({|PRIV1004:Label|});
}
class Named(Customer customer) : INamed
{
    string INamed.Label => customer.Name;
}

// case: generic interface
interface IHandler<T> { void Handle(T message); }
class MailHandler(ILogger<MailHandler> logger) : IHandler<string>
{
    public void Handle(string message) => logger.LogInformation("{Message}", message);
}
class C(IHandler<string> handler)
{
    void M(Customer customer) => handler.Handle({|PRIV1001:customer.Email|});
}

// case: static abstract member
interface IFormat<TSelf> where TSelf : IFormat<TSelf> { static abstract string Text(Customer customer); }
class ByMail : IFormat<ByMail> { public static string Text(Customer customer) => customer.Email; }
class C(ILogger<C> logger)
{
    void Log<T>(Customer customer) where T : IFormat<T> => logger.LogInformation("{Text}", {|PRIV1001:T.Text(customer)|});
    void M(Customer customer) => Log<ByMail>(customer);
}

// case: quiet when no implementation logs the argument
interface IAudit { void Note(string what, int id); }
class IdAudit(ILogger<IdAudit> logger) : IAudit
{
    public void Note(string what, int id) => logger.LogInformation("Audit {Id} {Length}", id, what.Length);
}
class C(IAudit audit)
{
    void M(Customer customer) => audit.Note(customer.Email, customer.Id);
}

// case: quiet when the type made here is known
class Writer { public virtual void Write(string text) { } }
class TraceWriter : Writer { public override void Write(string text) => System.Diagnostics.Trace.TraceInformation(text); }
sealed class NoWriter : Writer { public override void Write(string text) { } }
class C
{
    void M(NoWriter writer, Customer customer) => writer.Write(customer.Email);
    void N(Customer customer) => new NoWriter().Write(customer.Email);
}

// case: interface's property
interface ITitled { string Title { get; } }
class PersonPage(Customer customer) : ITitled { public string Title => "Page of " + customer.Name; }
class HelpPage : ITitled { public string Title => "Help"; }
class C(ILogger<C> logger)
{
    void M(ITitled page) => logger.LogInformation("{Title}", {|PRIV1001:page.Title|});
}

// case: abstract property of the base class
abstract class Page
{
    protected abstract string Who { get; }
    public void Show() => Console.WriteLine({|PRIV1004:Who|});
}
class MailPage(Customer customer) : Page { protected override string Who => customer.Email; }

// case: decorator
interface ISender { void Send(string to); }
class Sender : ISender { public void Send(string to) { } }
class LoggingSender(ISender inner, ILogger<LoggingSender> logger) : ISender
{
    public void Send(string to)
    {
        logger.LogInformation("Sending to {To}", to);
        inner.Send(to);
    }
}
class C
{
    void M(ISender sender, Customer customer) => sender.Send({|PRIV1001:customer.Email|});
}

// case: object's ToString and IFormattable through an interface variable
class Tag(Customer customer) : IFormattable
{
    public string ToString(string? format, IFormatProvider? provider) => format + customer.Name;
    public override string ToString() => ToString("", null);
}
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        IFormattable tag = new Tag(customer);
        logger.LogInformation("{Tag}", {|PRIV1005:tag.ToString("x", null)|});
        object other = new Tag(customer);
        logger.LogInformation("{Tag}", {|PRIV1005:other.ToString()|});
    }
}

// case: equality and comparison are quiet
class Key(Customer customer) : IEquatable<Key>
{
    private readonly string _mail = customer.Email;
    public bool Equals(Key? other) => other is not null && other._mail == _mail;
    public override bool Equals(object? other) => Equals(other as Key);
    public override int GetHashCode() => 3;
}
class C(ILogger<C> logger)
{
    void M(Key left, Key right) => logger.LogInformation("{Same} {Key}", left.Equals(right), left);
}

// case: a visitor
interface INode { T Accept<T>(IVisitor<T> visitor); }
interface IVisitor<T> { T VisitText(string text); T VisitPerson(Customer customer); }

class PersonNode(Customer customer) : INode
{
    public T Accept<T>(IVisitor<T> visitor) => visitor.VisitPerson(customer);
}

class Renderer : IVisitor<string>
{
    public string VisitText(string text) => text;
    public string VisitPerson(Customer customer) => customer.Name;
}

class C(ILogger<C> logger)
{
    void M(INode node) => logger.LogInformation("{Text}", {|PRIV1001:node.Accept(new Renderer())|});
}
