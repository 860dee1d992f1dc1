using System.Collections;
using System.Reflection;
using Fernhallow.Communications.Data;
using Fernhallow.Communications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Compliance.Classification;

namespace PrivacyAnalyzers.SampleTests.Support;

/// <summary>Whose each row is, said by hand: what is generated is held against this, not against itself.</summary>
internal static class People
{
    private static readonly Dictionary<Type, Func<object, Guid>> Owners = new()
    {
        [typeof(Customer)] = row => ((Customer)row).Id,
        [typeof(Preferences)] = row => ((Preferences)row).CustomerId,
        [typeof(SurveyAnswer)] = row => ((SurveyAnswer)row).CustomerId,
        [typeof(CrmContact)] = row => ((CrmContact)row).CustomerId,
        [typeof(ApiKey)] = row => ((ApiKey)row).CustomerId,
        [typeof(SignIn)] = row => ((SignIn)row).CustomerId,
        [typeof(SupportTicket)] = row => ((SupportTicket)row).CustomerId,
        [typeof(SupportReply)] = row => ((SupportReply)row).Ticket!.CustomerId,
        [typeof(Invoice)] = row => ((Invoice)row).CustomerId,
        [typeof(InvoiceLine)] = row => ((InvoiceLine)row).Invoice!.CustomerId,
        [typeof(SubscriberRecord)] = row => ((SubscriberRecord)row).CustomerId,
        [typeof(Message)] = row => ((Message)row).CustomerId,
        [typeof(EmailEvent)] = row => ((EmailEvent)row).AccountId,
        [typeof(EndUserDevice)] = row => ((EndUserDevice)row).CustomerId,
        [typeof(Suspension)] = row => ((Suspension)row).CustomerId,
    };

    /// <summary>Every stored type, by the name of its set in the context.</summary>
    public static IReadOnlyDictionary<string, Type> Sets { get; } = typeof(CommunicationsContext).GetProperties()
        .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
        .ToDictionary(property => property.Name, property => property.PropertyType.GetGenericArguments()[0]);

    /// <summary>Members that carry a category, with it.</summary>
    public static IEnumerable<(PropertyInfo Member, string Category)> Classified(Type type) =>
        from property in type.GetProperties()
        let attribute = property.GetCustomAttribute<DataClassificationAttribute>()
        where attribute is not null
        select (property, attribute.Classification.Value);

    /// <summary>A person's rows of one type, hidden ones included.</summary>
    public static object[] Rows(CommunicationsContext db, Type type, Guid person)
    {
        MethodInfo all = typeof(People).GetMethod(nameof(All), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);
        return [.. ((IEnumerable)all.Invoke(null, [db])!).Cast<object>().Where(row => Owners[type](row) == person)];
    }

    private static List<T> All<T>(CommunicationsContext db)
        where T : class
    {
        IQueryable<T> rows = db.Set<T>().IgnoreQueryFilters().AsNoTracking();
        if (typeof(T) == typeof(SupportReply))
            rows = rows.Include(nameof(SupportReply.Ticket));
        if (typeof(T) == typeof(InvoiceLine))
            rows = rows.Include(nameof(InvoiceLine.Invoice));
        return [.. rows];
    }
}
