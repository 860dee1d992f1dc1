// Claims, the signed-in user and what a request carries
using System.Diagnostics;
using System.Security.Claims;
using System.Security.Principal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

// case: claim of the e-mail type
class C(ILogger<C> logger)
{
    void M(ClaimsPrincipal user)
    {
        logger.LogInformation("{Mail}", {|PRIV1001:user.FindFirst(ClaimTypes.Email)?.Value|});
        string? mail = user.FindFirstValue(ClaimTypes.Email);
        logger.LogInformation("{Mail}", {|PRIV1001:mail|});
    }
}

// case: the identity's name
class C(ILogger<C> logger)
{
    void M(ClaimsPrincipal user, IIdentity identity)
    {
        logger.LogInformation("{Name}", {|PRIV1001:user.Identity?.Name|});
        logger.LogInformation("{Name}", {|PRIV1001:identity.Name|});
    }
}

// case: in a controller
[ApiController]
public class OrdersController(ILogger<OrdersController> logger) : ControllerBase
{
    [HttpGet]
    public IActionResult Get(int id)
    {
        string who = User.Identity!.Name!;
        logger.LogWarning("{Who} asked for {Id}", {|PRIV1001:who|}, id);
        return Ok();
    }
}

// case: a helper that gives the name
static class UserExtensions
{
    public static string MailOf(this ClaimsPrincipal user) => user.FindFirst(ClaimTypes.Email)?.Value ?? "anonymous";
}
class C
{
    void M(HttpContext context) => Console.WriteLine({|PRIV1004:context.User.MailOf()|});
}

// case: short names of the claims
class C(ILogger<C> logger)
{
    private const string MailClaim = "email";
    void M(ClaimsPrincipal user)
    {
        logger.LogInformation("{Mail}", {|PRIV1001:user.FindFirstValue(MailClaim)|});
        logger.LogInformation("{Name}", {|PRIV1001:user.FindFirst("name")!.Value|});
    }
}

// case: address and headers
class C(ILogger<C> logger)
{
    void M(HttpContext context)
    {
        logger.LogInformation("From {Ip}", {|PRIV1001:context.Connection.RemoteIpAddress|});
        logger.LogInformation("With {Header}", {|PRIV1006:context.Request.Headers.Authorization|});
        logger.LogInformation("With {Header}", {|PRIV1006:context.Request.Headers["Authorization"]|});
        logger.LogInformation("With {Cookie}", {|PRIV1006:context.Request.Cookies["session"]|});
    }
}

// case: address as text, in a span
class C
{
    void M(HttpContext context, System.Diagnostics.Activity activity)
    {
        string? ip = context.Connection.RemoteIpAddress?.MapToIPv4().ToString();
        activity.SetTag("client.address", {|PRIV1002:ip|});
    }
}

// case: claims filtered by type
class C(ILogger<C> logger)
{
    void M(ClaimsPrincipal user)
    {
        string? mail = user.Claims.FirstOrDefault(claim => claim.Type == ClaimTypes.Email)?.Value;
        logger.LogInformation("{Mail}", {|PRIV1001:mail|});
    }
}

// case: quiet for ids, roles and enumeration
class C(ILogger<C> logger)
{
    void M(ClaimsPrincipal user, HttpContext context)
    {
        logger.LogInformation("{Id}", user.FindFirstValue(ClaimTypes.NameIdentifier));
        logger.LogInformation("{Admin} {Signed}", user.IsInRole("admin"), user.Identity?.IsAuthenticated);
        logger.LogInformation("{Type} {Kind}", ClaimTypes.Email, user.Identity?.AuthenticationType);
        foreach (Claim claim in user.Claims)
            logger.LogDebug("{Type} {Issuer}", claim.Type, claim.Issuer);
        logger.LogInformation("{Path} {Agent}", context.Request.Path, context.Request.Headers.UserAgent);
    }
}

// case: quiet for well-known addresses
class C(ILogger<C> logger)
{
    void M() => logger.LogInformation("{Any} {Loopback}", System.Net.IPAddress.Any, System.Net.IPAddress.Loopback);
}

// case: the current user by an accessor of one's own
interface ICurrentUser
{
    [Identifier] string? Name { get; }
    string? Id { get; }
}

class HttpCurrentUser(IHttpContextAccessor accessor) : ICurrentUser
{
    public string? Name => accessor.HttpContext?.User.FindFirst(ClaimTypes.Email)?.Value;
    public string? Id => accessor.HttpContext?.User.FindFirst("sub")?.Value;
}

class Orders(ICurrentUser user, Serilog.ILogger log)
{
    public void Cancel(Order order)
    {
        log.Information("{User} cancelled {Number}", user.Id, order.Number);
        log.Debug("{User} cancelled {Number}", {|PRIV1001:user.Name|}, order.Number);
    }
}

// case: a cookie looked up by its name
class C(ILogger<C> logger)
{
    void M(Microsoft.AspNetCore.Http.HttpContext context)
    {
        if (context.Request.Cookies.TryGetValue("session", out string? session))
            logger.LogInformation("{Session}", {|PRIV1006:session|});
        logger.LogInformation("{Count} {Names}", context.Request.Cookies.Count, string.Join(',', context.Request.Cookies.Keys));
    }
}
