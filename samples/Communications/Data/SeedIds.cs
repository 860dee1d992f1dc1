using Fernhallow.Communications.Domain;

namespace Fernhallow.Communications.Data;

/// <summary>Numbers the seeded rows one after the other, so that every run has the same keys and lists rows in the same order.</summary>
internal sealed class SeedIds
{
    private int _last;

    public Customer Number(Customer customer)
    {
        if (customer.Preferences is { } preferences)
            preferences.Id = Next();
        foreach (CrmContact contact in customer.CrmContacts)
            contact.Id = Next();
        foreach (ApiKey key in customer.ApiKeys)
            key.Id = Next();
        foreach (SignIn signIn in customer.SignIns)
            signIn.Id = Next();
        foreach (SupportTicket ticket in customer.SupportTickets)
        {
            ticket.Id = Next();
            foreach (SupportReply reply in ticket.Replies)
                reply.Id = Next();
        }

        foreach (Invoice invoice in customer.Invoices)
        {
            invoice.Id = Next();
            foreach (InvoiceLine line in invoice.Lines)
                line.Id = Next();
        }

        foreach (SubscriberRecord record in customer.SubscriberRecords)
            record.Id = Next();
        foreach (Message message in customer.Messages)
            message.Id = Next();
        foreach (EndUserDevice device in customer.EndUserDevices)
            device.Id = Next();
        foreach (SurveyAnswer answer in customer.SurveyAnswers)
            answer.Id = Next();
        foreach (Suspension suspension in customer.Suspensions)
            suspension.Id = Next();
        return customer;
    }

    private Guid Next() => new(++_last, 0x5eed, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0);
}
