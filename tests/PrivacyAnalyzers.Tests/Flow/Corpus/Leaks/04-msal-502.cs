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
