// Hashes: still personal data, but a pseudonym; a number of a hash table is nothing
using System.Security.Cryptography;
using System.Text;

// case: a hash
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(customer.Email));
        logger.LogInformation("{Hash}", {|PRIV1013:Convert.ToHexString(hash)|});
        logger.LogInformation("{Hash}", {|PRIV1013:Convert.ToBase64String(hash)[..8]|});
    }
}

// case: a keyed hash
class C(Serilog.ILogger log, byte[] key)
{
    private string Key(string value)
    {
        using var hmac = new HMACSHA256(key);
        return Convert.ToHexString(hmac.ComputeHash(Encoding.UTF8.GetBytes(value)));
    }

    void M(Customer customer) => log.Information("{Customer}", {|PRIV1013:Key(customer.Email)|});
}

// case: encrypted
class C(System.Diagnostics.Activity activity, Aes aes)
{
    void M(Customer customer)
    {
        byte[] sealed_ = aes.EncryptCbc(Encoding.UTF8.GetBytes(customer.Name), aes.IV);
        activity.SetTag("name", {|PRIV1013:Convert.ToBase64String(sealed_)|});
    }
}

// case: a number of a hash table
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        int code = customer.Email.GetHashCode();
        logger.LogInformation("{Code} {Shard}", code, Math.Abs(code) % 8);
        logger.LogInformation("{Code}", HashCode.Combine(customer.Email, customer.Name));
        logger.LogInformation($"{string.GetHashCode(customer.Name.AsSpan(), StringComparison.OrdinalIgnoreCase):x}");
    }
}

// case: a credential's hash, and what was added to it
class C(NLog.Logger log)
{
    void M(Account account, Customer customer)
    {
        string hash = Convert.ToHexString(SHA512.HashData(Encoding.UTF8.GetBytes(account.Password)));
        log.Info("{0}", {|PRIV1013:hash|});
        log.Info("{0}", {|PRIV1013:hash|} + {|PRIV1001:customer.Name|});
    }
}

// case: fed in parts
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(customer.Email));
        hash.AppendData(Encoding.UTF8.GetBytes(customer.Name));
        logger.LogInformation("{Hash}", {|PRIV1013:{|PRIV1013:Convert.ToHexString(hash.GetHashAndReset())|}|});
    }
}

// case: compared and never shown
class C(ILogger<C> logger, byte[] stored)
{
    void M(Account account)
    {
        byte[] hash = Rfc2898DeriveBytes.Pbkdf2(account.Password, stored, 1000, HashAlgorithmName.SHA256, 32);
        bool isRight = CryptographicOperations.FixedTimeEquals(hash, stored);
        logger.LogInformation("Right: {IsRight}, {Size} bytes", isRight, hash.Length);
    }
}

// case: a password derived
class C(Serilog.ILogger log, byte[] salt)
{
    void M(Account account)
    {
        byte[] key = Rfc2898DeriveBytes.Pbkdf2(account.Password, salt, 1000, HashAlgorithmName.SHA256, 32);
        log.Debug("{Key}", {|PRIV1013:Convert.ToBase64String(key)|});
    }
}

// case: numbers by comparers
class C(ILogger<C> logger)
{
    void M(Customer customer, Person person)
    {
        logger.LogInformation("{A} {B}", StringComparer.Ordinal.GetHashCode(customer.Email), EqualityComparer<string>.Default.GetHashCode(customer.Name));
        logger.LogInformation("{C}", person.GetHashCode().ToString("x8"));
        var code = new HashCode();
        code.Add(customer.Email);
        logger.LogInformation($"shard {code.ToHashCode() & 7}");
    }
}

// case: a hash of something else
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        byte[] bytes = SHA256.HashData(Encoding.UTF8.GetBytes(customer.Plan + customer.Id));
        logger.LogInformation("{Email} {Plan}", customer.Email.Length, Convert.ToHexString(bytes));
    }
}

// case: into a span
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(customer.Email), hash);
        logger.LogInformation("{Hash}", {|PRIV1013:Convert.ToHexString(hash)|});
    }
}
