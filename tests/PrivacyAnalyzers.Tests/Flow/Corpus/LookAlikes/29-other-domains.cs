// Words of personal data with another meaning
using System.Net.Http;

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
