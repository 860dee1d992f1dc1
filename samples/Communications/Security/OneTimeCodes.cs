using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using PrivacyAnalyzers;

namespace Fernhallow.Communications.Security;

/// <summary>
/// Codes that prove that whoever asks can read the account's mailbox. A code is good once, for ten minutes and for five tries;
/// only its digest is kept, and only in memory.
/// </summary>
internal sealed class OneTimeCodes(TimeProvider time)
{
    private const int Tries = 5;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Guid, Pending> _pending = new();

    /// <summary>A fresh code; an earlier one of the same account ends with it.</summary>
    [return: Credential]
    public string Issue(Guid customerId)
    {
        string code = RandomNumberGenerator.GetInt32(100_000_000).ToString("00000000", CultureInfo.InvariantCulture);
        _pending[customerId] = new Pending(Digest(customerId, code), time.GetUtcNow() + Lifetime);
        return code;
    }

    public bool Redeem(Guid customerId, [Credential] string? code)
    {
        if (code is null || !_pending.TryGetValue(customerId, out Pending? pending))
            return false;
        if (time.GetUtcNow() > pending.Expires || pending.CountTry() > Tries)
        {
            _pending.TryRemove(customerId, out _);
            return false;
        }

        // Removing decides a race: of two requests with the right code, one is served.
        return CryptographicOperations.FixedTimeEquals(pending.Digest, Digest(customerId, code)) &&
            _pending.TryRemove(new KeyValuePair<Guid, Pending>(customerId, pending));
    }

    private static byte[] Digest(Guid customerId, string code) =>
        SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(customerId.ToString("N") + code));

    private sealed class Pending(byte[] digest, DateTimeOffset expires)
    {
        private int _tries;

        public byte[] Digest { get; } = digest;

        public DateTimeOffset Expires { get; } = expires;

        public int CountTry() => Interlocked.Increment(ref _tries);
    }
}
