// Words of personal data with another meaning
using System.Net.Http;
using System.Text.Json;

// case: an address of memory and of a network
class Region
{
    public nint Address { get; set; }
    public string BaseAddress { get; set; } = "";
    public int PhonePort { get; set; }
}

class C(ILogger<C> logger)
{
    void M(Region region, HttpClient http)
    {
        logger.LogDebug("Mapped at {Address}, {BaseAddress}, {Port}", region.Address, region.BaseAddress, region.PhonePort);
        logger.LogDebug("Calls {Service}", http.BaseAddress);
    }
}

// case: cards, pins and contacts of a game
record Card(string Suit, int Rank);

class Body
{
    public string Contact { get; set; } = "";
    public int Pin { get; set; }
}

class C(Serilog.ILogger log)
{
    void M(List<Card> hand, Body body)
    {
        log.Information("Played {@Card}, {Pin}, contact with {Contact}", hand[0], body.Pin, body.Contact);
        foreach (Card card in hand)
            Console.WriteLine(card);
    }
}

// case: names of things
class Product
{
    public string Name { get; set; } = "";
    public string Location { get; set; } = "";
}

class C(NLog.Logger log)
{
    void M(Product product, Type type, System.IO.FileInfo file, HttpResponseMessage response)
    {
        log.Info("{0} at {1}, {2} in {3}, {4}", product.Name, product.Location, type.Name, file.Name, response.Headers.Location);
        throw new InvalidOperationException("No product " + product.Name + " in queue " + nameof(Product));
    }
}

// case: zip, tip, hex and race
class Build
{
    public string ZipPath { get; set; } = "";
    public decimal Tip { get; set; }
    public string Sex16 { get; set; } = "hex";
    public string RaceCondition { get; set; } = "";
    public int Age { get; set; }
    public TimeSpan CacheAge { get; set; }
}

class C(ILogger<C> logger)
{
    void M(Build build)
    {
        logger.LogInformation("{Zip} {Tip} {Sex} {Race} {Age} {CacheAge}", build.ZipPath, build.Tip, build.Sex16, build.RaceCondition, build.Age, build.CacheAge);
        logger.LogInformation("{@Build}", build);
    }
}

// case: a token of a parser, and a key of a keyboard
readonly record struct Token(string Text, int Line);

class C(NLog.Logger log)
{
    void M(Token token, ConsoleKeyInfo key, System.Text.Json.JsonElement element)
    {
        log.Info("{0} {1} {2}", token, token.Text, key.Key);
        log.Info("{0}", element.ValueKind);
        throw new FormatException($"Unexpected '{token.Text}' in line {token.Line}");
    }
}

// case: people of a story
record Character(string Name, string Race, int Age, string Birthday)
{
    public string Address => "Castle of " + Name;
}

class C(System.Diagnostics.Activity activity)
{
    void M(Character hero)
    {
        activity.SetTag("hero", hero.Name).SetTag("race", hero.Race).AddEvent(new System.Diagnostics.ActivityEvent(hero.Birthday));
        Console.WriteLine($"{hero} of {hero.Address}");
    }
}

// case: cookies to eat, headers of a table
class Bakery
{
    public List<string> Cookies { get; } = ["oat", "almond"];
    public Dictionary<string, string> Headers { get; } = new() { ["Authorization"] = "column" };
}

class C(Serilog.ILogger log)
{
    void M(Bakery bakery) => log.Information("{Cookie} {Header} {All}", bakery.Cookies[0], bakery.Headers["Authorization"], string.Join(",", bakery.Cookies));
}

// case: whole objects of other types
class Settings { public string Host { get; set; } = ""; public int Port { get; set; } }
class C(Serilog.ILogger log)
{
    void M(Settings settings, Customer customer)
    {
        log.Information("{@Settings}", settings);
        log.Information("{Json}", JsonSerializer.Serialize(settings));
        log.Information("{@Row}", new { customer.Id, Settings = settings });
    }
}
