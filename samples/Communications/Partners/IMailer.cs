using PrivacyAnalyzers;

namespace Fernhallow.Communications.Partners;

/// <summary>Sends the company's own mail.</summary>
public interface IMailer
{
    Task SendAsync([Identifier] string address, string subject, string text, CancellationToken cancellation);
}

/// <summary>Drops mail into a folder, as mail servers pick it up. Here nobody does, so that one can look at it.</summary>
internal sealed class PickupFolderMailer(string folder, TimeProvider time) : IMailer
{
    private int _sent;

    public async Task SendAsync(string address, string subject, string text, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        string file = FormattableString.Invariant($"{time.GetUtcNow():yyyyMMdd-HHmmss}-{Interlocked.Increment(ref _sent):0000}.eml");
        await File.WriteAllTextAsync(Path.Combine(folder, file), $"To: {address}\nSubject: {subject}\n\n{text}\n", cancellation);
    }
}
