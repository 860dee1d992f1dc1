// Base64, URL encoding, bytes, characters and spans
using System.Net;
using System.Text;

// case: base64
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(customer.Email));
        logger.LogInformation("{Encoded}", {|PRIV1001:encoded|});
    }
}

// case: base64 of a credential
class C(ILogger<C> logger)
{
    void M(Account account, string user)
    {
        string basic = "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{user}:{account.Password}"));
        logger.LogDebug("Header {Header}", {|PRIV1006:basic|});
    }
}

// case: url encoded
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        logger.LogInformation("{A}", {|PRIV1001:WebUtility.UrlEncode(customer.Email)|});
        logger.LogInformation("{B}", {|PRIV1001:Uri.EscapeDataString(customer.Email)|});
        logger.LogInformation("{C}", {|PRIV1001:System.Web.HttpUtility.UrlEncode(customer.Email)|});
        logger.LogInformation("{D}", {|PRIV1001:System.Text.Encodings.Web.HtmlEncoder.Default.Encode(customer.Name)|});
    }
}

// case: characters and back
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        char[] letters = customer.Name.ToCharArray();
        Array.Reverse(letters);
        string reversed = new string(letters);
        logger.LogInformation("{Reversed}", {|PRIV1001:reversed|});
    }
}

// case: bytes and back
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(customer.Name);
        string text = Encoding.UTF8.GetString(bytes, 0, bytes.Length);
        logger.LogInformation("{Text}", {|PRIV1001:text|});
    }
}

// case: hexadecimal
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Hex}", {|PRIV1001:Convert.ToHexString(Encoding.UTF8.GetBytes(customer.Email))|});
}

// case: span slices
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        ReadOnlySpan<char> span = customer.Email.AsSpan();
        ReadOnlySpan<char> user = span.Slice(0, span.IndexOf('@'));
        logger.LogInformation("{User}", {|PRIV1001:user.ToString()|});
    }
}

// case: copied into a stack buffer
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Span<char> buffer = stackalloc char[64];
        customer.Email.AsSpan().CopyTo(buffer);
        string text = new string(buffer);
        logger.LogInformation("{Text}", {|PRIV1001:text|});
    }
}

// case: memory and string.Create
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        ReadOnlyMemory<char> memory = customer.Email.AsMemory(0, 4);
        string text = string.Create(4, memory, (span, state) => state.Span.CopyTo(span));
        logger.LogInformation("{Memory} {Text}", {|PRIV1001:memory.ToString()|}, {|PRIV1001:text|});
    }
}

// case: written into a given buffer
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        byte[] target = new byte[128];
        int count = Encoding.UTF8.GetBytes(customer.Email, 0, customer.Email.Length, target, 0);
        logger.LogInformation("{Text}", {|PRIV1001:Encoding.UTF8.GetString(target, 0, count)|});
    }
}

// case: number of bytes written into a buffer
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        byte[] target = new byte[128];
        int count = Encoding.UTF8.GetBytes(customer.Email, 0, customer.Email.Length, target, 0);
        logger.LogInformation("{Count} bytes", count);
    }
}

// case: stream and reader
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        using var stream = new System.IO.MemoryStream(Encoding.UTF8.GetBytes(customer.Email));
        using var reader = new System.IO.StreamReader(stream);
        logger.LogInformation("{Text}", {|PRIV1001:reader.ReadToEnd()|});
    }
}

// case: a number of bytes
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        int size = Encoding.UTF8.GetByteCount(customer.Email);
        byte[] bytes = Encoding.UTF8.GetBytes(customer.Email);
        ReadOnlySpan<char> span = customer.Name;
        logger.LogInformation("{Size} {Length} {Span} {Empty}", size, bytes.Length, span.Length, span.IsEmpty);
    }
}

// case: BitConverter and characters of bytes
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(customer.Email);
        logger.LogInformation("{A}", {|PRIV1001:BitConverter.ToString(bytes)|});
        logger.LogInformation("{B}", {|PRIV1001:new string(Encoding.UTF8.GetChars(bytes))|});
    }
}

// case: base64 there and back
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string there = Convert.ToBase64String(Encoding.UTF8.GetBytes(customer.Email));
        string back = Encoding.UTF8.GetString(Convert.FromBase64String(there));
        logger.LogInformation("{Back}", {|PRIV1001:back|});
    }
}

// case: the bytes themselves
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(customer.Email);
        logger.LogInformation("{Bytes}", {|PRIV1001:bytes|});
    }
}

// case: hashed
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        byte[] hash = System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(customer.Email));
        logger.LogInformation("{Hash}", {|PRIV1013:Convert.ToHexString(hash)|});
    }
}

// case: JSON text of one value
class C(ILogger<C> logger)
{
    void M(Customer customer) => logger.LogInformation("{Json}", {|PRIV1001:System.Text.Json.JsonSerializer.Serialize(customer.Email)|});
}
