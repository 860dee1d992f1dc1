// AzureAD/microsoft-authentication-library-for-dotnet#502: the message of an exception, made elsewhere with a person's data, in the library's log

// case: as reported
class UserMismatchException(string requested, string returned) : Exception($"User '{returned}' returned by the service does not match user '{requested}' in the request");

class TokenClient(ILogger<TokenClient> logger)
{
    public void Acquire(Customer requested, Customer returned)
    {
        try
        {
            Verify(requested, returned);
        }
        catch (UserMismatchException exc)
        {
            string message = "Silent sign-in failed: " + exc.Message;
            logger.LogInformation({|PRIV1001:message|});
        }
    }

    private static void Verify(Customer requested, Customer returned)
    {
        if (requested.Id != returned.Id)
            throw new UserMismatchException({|PRIV1003:requested.Email|}, {|PRIV1003:returned.Email|});
    }
}

// case: by a logger of the library's own, and a factory of exceptions
class ServiceException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}

static class Errors
{
    public static ServiceException Mismatch(string user) => new("user_mismatch", "No token for " + user);
}

class LibraryLogger
{
    public Action<string>? Callback { get; set; }

    public void Info(string message) => System.Diagnostics.Trace.TraceInformation(message);
}

class TokenClient(LibraryLogger log)
{
    public void Acquire(Customer customer)
    {
        try
        {
            if (customer.Id == 0)
                throw Errors.Mismatch({|PRIV1003:customer.Email|});
        }
        catch (ServiceException e)
        {
            log.Info("Code " + e.Code);
            log.Info({|PRIV1001:"Failed: " + e.Message|});
        }
    }
}

// case: only what kind of exception it was
class TokenClient(ILogger<TokenClient> logger)
{
    public void Acquire(Customer customer)
    {
        try
        {
            if (customer.Id == 0)
                throw new InvalidOperationException("No token for " + {|PRIV1003:customer.Email|});
        }
        catch (InvalidOperationException e)
        {
            logger.LogInformation("Failed with {Type}, {Code}", e.GetType().Name, e.HResult);
        }
    }
}

// case: by a callback that the application gives
delegate void LogCallback(LogLevel level, string message, bool containsPii);

class TokenClient(LogCallback callback)
{
    private void Log(string message) => callback(LogLevel.Information, message, false);

    public void Fail(Customer customer) => Log("No account for " + customer.Email);
}

static class Application
{
    public static void Start(Customer customer) => new TokenClient((level, message, _) => System.Diagnostics.Trace.WriteLine(level + ": " + {|PRIV1001:message|})).Fail(customer);
}

// case: collected along the inner exceptions
class TokenClient(ILogger<TokenClient> logger)
{
    public void Acquire(Customer customer)
    {
        try
        {
            if (customer.Id == 0)
                throw new InvalidOperationException("No token", new FormatException("Bad login hint " + {|PRIV1003:customer.Email|}));
        }
        catch (Exception e)
        {
            var text = new System.Text.StringBuilder();
            for (Exception? each = e; each is not null; each = each.InnerException)
                text.AppendLine(each.Message);
            logger.LogInformation({|PRIV1001:text.ToString()|});
        }
    }
}
