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
