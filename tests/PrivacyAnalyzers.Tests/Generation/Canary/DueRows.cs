using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PrivacyAnalyzers.Tests.Generation.Canary;

/// <summary>The rows that the generated conditions call due, which must be those that the sweep changes.</summary>
internal static class DueRows
{
    public static async Task<HashSet<CanaryRow>> OfAsync(CanaryModels models, ModelSpec model, CanaryData data, Func<IInterceptor[], DbContext> open)
    {
        await using DbContext db = open([]);
        var due = new HashSet<CanaryRow>();
        Type holder = models.Assembly.GetType(models.SpaceOf(model) + ".DbPrivacy", throwOnError: true)!;
        foreach (MethodInfo method in holder.GetMethods().Where(method => method.Name.EndsWith("IsDueAsync", StringComparison.Ordinal)))
        {
            Type entity = method.ReturnType.GenericTypeArguments[0].GenericTypeArguments[0].GenericTypeArguments[0];
            MethodInfo read = typeof(DueRows).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(entity);
            try
            {
                foreach (object found in await (Task<object[]>)read.Invoke(null, [db, method.Invoke(null, [db, Erasure.Shop.Now, CancellationToken.None])])!)
                {
                    object?[] key = [.. db.Model.FindEntityType(found.GetType())!.FindPrimaryKey()!.Properties.Select(part => db.Entry(found).Property(part.Name).CurrentValue)];
                    string[] names = [.. db.Model.FindEntityType(found.GetType())!.FindPrimaryKey()!.Properties.Select(part => part.Name)];
                    due.Add(data.Rows.Single(row => row.Instance.GetType() == found.GetType() && names.Select(name => row.Key[row.Entity.KeyNames.ToList().IndexOf(name)]).SequenceEqual(key)));
                }
            }
            catch (NotSupportedException)
            {
                // As the sweep of such a model.
            }
        }

        return due;
    }

    /// <summary>What differs between the rows that were due and what the sweep did.</summary>
    /// <param name="changed">By the statement alone, the rows that go or lose data.</param>
    public static IEnumerable<string> Faults(HashSet<CanaryRow> due, IReadOnlyList<CanaryRow> changed, RetentionReceipt receipt)
    {
        foreach (CanaryRow row in changed.Where(row => !due.Contains(row)))
            yield return $"sweep: {row} was changed and was not due";
        foreach (CanaryRow row in due.Where(row => row.IsKeptByHold))
            yield return $"sweep: {row} was due under a hold";
        foreach (IGrouping<string, EntityRetention> entity in receipt.Entities.GroupBy(entry => entry.Entity))
        {
            // A row that two rules clear is two entries.
            int count = due.Count(row => row.Instance.GetType().Name == entity.Key);
            int deleted = entity.Sum(entry => entry.Deleted);
            if (count < deleted + entity.Max(entry => entry.Anonymized) || count > deleted + entity.Sum(entry => entry.Anonymized))
                yield return $"sweep: {count} rows of {entity.Key} were due, and the receipt says {string.Join("; ", entity)}";
        }
    }

    private static async Task<object[]> ReadAsync<T>(DbContext db, Task<Expression<Func<T, bool>>> isDue)
        where T : class => await db.Set<T>().Where(await isDue).ToArrayAsync();
}
