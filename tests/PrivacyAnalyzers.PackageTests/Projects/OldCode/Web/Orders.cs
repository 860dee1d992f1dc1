using Microsoft.Extensions.Logging;

namespace OldCode;

public class Orders(Shop shop, ILogger<Orders> logger)
{
    public async Task<Order> PlaceAsync(Customer customer, decimal total)
    {
        logger.LogInformation("{Email} orders for {Total}", customer.Email, total);
        var order = new Order { Customer = customer, Total = total };
        shop.Orders.Add(order);
        await shop.SaveChangesAsync();
        return order;
    }

    public void Refuse(Customer customer) => throw new InvalidOperationException($"No order for {customer.PhoneNumber}");
}
