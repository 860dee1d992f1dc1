// endatix/endatix#556: the first user's address, kept in a local, in a start-up message

// case: as reported
class Seeder(ILogger<Seeder> logger)
{
    public async Task SeedAsync(Func<string, Task<bool>> register, Customer first)
    {
        string email = first.Email;
        if (await register(email))
            logger.LogInformation("Initial user {Email} created", {|PRIV1001:email|});
    }
}

// case: from the settings' object, with a fallback
class SeedOptions
{
    [Identifier] public string? InitialEmail { get; set; }
    [Credential] public string? InitialPassword { get; set; }
}

class Seeder(Microsoft.Extensions.Options.IOptions<SeedOptions> options, ILogger<Seeder> logger)
{
    public void Seed()
    {
        var email = options.Value.InitialEmail ?? "admin@example.com";
        var password = options.Value.InitialPassword ?? Guid.NewGuid().ToString("N");
        logger.LogInformation("Initial user {Email} created with password {Password}", {|PRIV1001:email|}, {|PRIV1006:password|});
    }
}

// case: errors joined with the name
class Seeder(ILogger<Seeder> logger)
{
    public async Task SeedAsync(Microsoft.AspNetCore.Identity.UserManager<Microsoft.AspNetCore.Identity.IdentityUser> users, Customer first)
    {
        var user = new Microsoft.AspNetCore.Identity.IdentityUser { UserName = first.Email, Email = first.Email };
        var result = await users.CreateAsync(user);
        if (!result.Succeeded)
            logger.LogError("{Email} not created: {Errors}", {|PRIV1001:user.Email|}, string.Join("; ", result.Errors.Select(error => error.Code)));
    }
}

// case: only that there is one
class Seeder(ILogger<Seeder> logger)
{
    public async Task SeedAsync(Func<string, Task<bool>> register, Customer first)
    {
        string email = first.Email;
        bool created = await register(email);
        logger.LogInformation("Initial user created: {Created}, {Id}", created, first.Id);
    }
}
