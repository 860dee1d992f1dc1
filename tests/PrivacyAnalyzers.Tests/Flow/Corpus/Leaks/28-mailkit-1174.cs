// jstedfast/MailKit#1174: credentials in Base64 in the protocol's log; an encoding is no barrier
using System.IO;
using System.Net;
using System.Text;

// case: as reported
class SmtpSession(Stream stream, ILogger<SmtpSession> protocol)
{
    public async Task AuthenticateAsync(NetworkCredential credential)
    {
        byte[] plain = Encoding.UTF8.GetBytes("\0" + credential.UserName + "\0" + credential.Password);
        string command = "AUTH PLAIN " + Convert.ToBase64String(plain);
        await SendAsync({|PRIV1006:command|});
    }

    private async Task SendAsync(string command)
    {
        protocol.LogTrace("C: {Command}", command);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"));
    }
}

// case: through a protocol logger's interface
interface IProtocolLogger
{
    void LogClient(byte[] buffer, int offset, int count);
}

class DebugProtocolLogger : IProtocolLogger
{
    public void LogClient(byte[] buffer, int offset, int count) => System.Diagnostics.Trace.Write("C: " + Encoding.UTF8.GetString(buffer, offset, count));
}

class ImapStream(IProtocolLogger log)
{
    public void Login(NetworkCredential credential)
    {
        byte[] line = Encoding.UTF8.GetBytes($"A001 LOGIN {credential.UserName} {credential.Password}\r\n");
        log.LogClient({|PRIV1006:line|}, 0, line.Length);
    }
}

// case: two steps, each encoded
class LoginMechanism(NLog.Logger log)
{
    public IEnumerable<string> Answers(NetworkCredential credential)
    {
        string user = Convert.ToBase64String(Encoding.UTF8.GetBytes(credential.UserName));
        string secret = Convert.ToBase64String(Encoding.UTF8.GetBytes(credential.Password));
        log.Trace("LOGIN user {0}", {|PRIV1001:user|});
        yield return user;
        log.Trace("LOGIN secret {0}, {1} characters", {|PRIV1006:secret|}, secret.Length);
        yield return secret;
    }
}

// case: a protocol log that is a writer
class LogWriter(ILogger logger) : StringWriter
{
    public override void WriteLine(string? value) => logger.LogInformation("{Line}", value);
}

class Startup(ILogger<Startup> logger)
{
    public void Start(Account account)
    {
        var log = new LogWriter(logger);
        log.WriteLine("Connecting");
        log.WriteLine({|PRIV1006:"LOGIN " + account.Password|});
    }
}

// case: URL-encoded and in hexadecimal
class Mechanism(ILogger<Mechanism> protocol)
{
    public void Answer(NetworkCredential credential)
    {
        string encoded = WebUtility.UrlEncode(credential.Password);
        string hex = Convert.ToHexString(Encoding.Unicode.GetBytes(credential.Password));
        protocol.LogTrace("C: {Encoded}", {|PRIV1006:encoded|});
        protocol.LogTrace("C: {Hex}", {|PRIV1006:hex|});
        protocol.LogTrace("C: {Reversed}", {|PRIV1006:new string(credential.Password.Reverse().ToArray())|});
    }
}

// case: into a pooled buffer, and out again
class Session(ILogger<Session> protocol)
{
    public void Send(NetworkCredential credential)
    {
        byte[] buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(256);
        int written = Encoding.UTF8.GetBytes(credential.Password, 0, credential.Password.Length, buffer, 0);
        protocol.LogTrace("C: {Bytes}", {|PRIV1006:Convert.ToBase64String(buffer, 0, written)|});
        System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
    }
}

// case: a detector that hides the secret
class Detector
{
    public static (int Start, int Length) FindSecret(byte[] line) => (5, Math.Max(0, line.Length - 5));
}

class Session(ILogger<Session> protocol)
{
    public void Send(NetworkCredential credential)
    {
        byte[] line = Encoding.UTF8.GetBytes("AUTH " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credential.Password)));
        var (start, length) = Detector.FindSecret(line);
        protocol.LogTrace("C: {Verb} {Stars}", "AUTH", new string('*', length));
        protocol.LogTrace("Secret at {Start}, {Length} bytes", start, length);
    }
}
