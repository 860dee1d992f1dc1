// Chains of four methods and more, across classes

// case: four down to the sink
class A(B b)
{
    public void M(Customer customer) => b.Handle({|PRIV1001:customer.Email|});
}

class B(D d)
{
    public void Handle(string text) => d.Process("handled " + text);
}

class D(E e)
{
    public void Process(string text)
    {
        string line = text.Trim();
        e.Emit(line);
    }
}

class E(ILogger<E> logger)
{
    public void Emit(string line) => logger.LogInformation("{Line}", line);
}

// case: four up from the source
class A(ILogger<A> logger)
{
    void M(Order order) => logger.LogInformation("{Text}", {|PRIV1001:B.Describe(order)|});
}

static class B
{
    public static string Describe(Order order) => $"{order.Number}: {D.Owner(order)}";
}

static class D
{
    public static string Owner(Order order) => E.Display(order.Customer);
}

static class E
{
    public static string Display(Customer customer) => F.Trim(customer.Name);
}

static class F
{
    public static string Trim(string text) => text.Trim();
}

// case: up and down again
class C(ILogger<C> logger)
{
    void M(Order order)
    {
        string text = Up1(order);
        Down1({|PRIV1001:text|});
    }

    static string Up1(Order order) => Up2(order.Customer);
    static string Up2(Customer customer) => Up3(customer.Address);
    static string Up3(Address address) => address.Street;
    void Down1(string text) => Down2(text, 1);
    void Down2(string text, int n) => Down3(n, text);
    void Down3(int n, string text) => logger.LogInformation("{N} {Text}", n, text);
}

// case: six with an object that carries
class Mailer(Queue queue)
{
    public void Welcome(Customer customer)
    {
        var dto = new Dto { Mail = customer.Email, Plan = customer.Plan };
        queue.Put({|PRIV1001:dto|});
    }
}

class Queue(Worker worker)
{
    public void Put(Dto dto) => worker.Run(dto, 3);
}

class Worker(Sender sender)
{
    public void Run(Dto dto, int tries) => sender.Send(dto);
}

class Sender(Report report)
{
    public void Send(Dto dto)
    {
        try
        {
            if (dto.Plan == "")
                throw new InvalidOperationException("no plan");
        }
        catch (InvalidOperationException)
        {
            report.Failed(dto.Mail);
        }
    }
}

class Report(ILogger<Report> logger)
{
    public void Failed(string to) => Write($"failed for {to}");
    private void Write(string line) => logger.LogError("{Line}", line);
}

// case: the value changes its form on the way
class C(ILogger<C> logger)
{
    void M(Customer customer) => A({|PRIV1001:customer.Email|});

    void A(string text) => B([text, "x"]);
    void B(string[] parts) => D(new Dto { Mail = string.Join("/", parts) });
    void D(Dto dto) => E((dto.Id, dto.Mail));
    void E((int, string) pair) => logger.LogInformation("{Text}", pair.Item2);
}

// case: ten of the same kind
class C(ILogger<C> logger)
{
    void M(Customer customer) => S1({|PRIV1001:customer.Name|});

    void S1(string t) => S2(t);
    void S2(string t) => S3(t);
    void S3(string t) => S4(t);
    void S4(string t) => S5(t);
    void S5(string t) => S6(t);
    void S6(string t) => S7(t);
    void S7(string t) => S8(t);
    void S8(string t) => S9(t);
    void S9(string t) => logger.LogInformation("{T}", t);
}

// case: the chain drops it half way
class C(ILogger<C> logger)
{
    void M(Customer customer) => A(customer.Email, customer.Id);

    void A(string text, int id) => B(text, id);
    void B(string text, int id) => D(text.Length, id);
    void D(int length, int id) => E("customer " + id + " " + length);
    void E(string line) => logger.LogInformation("{Line}", line);
}

// case: the chain sanitizes it half way
class C(ILogger<C> logger)
{
    void M(Customer customer) => A(customer.Email);

    void A(string text) => B(Hide(text));
    void B(string text) => D(text);
    void D(string text) => logger.LogInformation("{Text}", text);

    [Sanitizer]
    static string Hide(string text) => text.Length < 3 ? "..." : text[..1] + "...";
}

// case: the chain ends in a store
class C(ILogger<C> logger)
{
    private readonly Dictionary<int, string> _store = new();

    void M(Customer customer) => A(customer.Id, customer.Email);

    void A(int id, string text) => B(id, text);
    void B(int id, string text)
    {
        logger.LogInformation("Storing {Id}", id);
        D(id, text);
    }

    void D(int id, string text) => _store[id] = text;
}

// case: a partial method and a partial class
partial class Report
{
    private string _body = "";

    partial void Decorate(Customer customer);

    public void Run(Customer customer)
    {
        Decorate(customer);
        Console.WriteLine({|PRIV1004:_body|});
    }
}

partial class Report
{
    partial void Decorate(Customer customer) => _body = "Dear " + customer.Name;
}
