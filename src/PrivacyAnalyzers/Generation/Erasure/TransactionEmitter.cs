using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Erasure;

/// <summary>Writes what erasure and retention sweep of a context share: all of their work happens, or none.</summary>
internal static class TransactionEmitter
{
    public static string FileName(ContextModel context) => GeneratedNames.File(context.Type, "Transaction");

    public static string Emit(ContextModel context)
    {
        var writer = new CodeWriter();
        GeneratedText.Begin(writer);
        writer.Line("using System.Linq;");
        writer.Line("using Microsoft.EntityFrameworkCore;");
        writer.Line();
        ContextHolder.Write(writer, context, () =>
        {
            writer.Line("// Joins the caller's transaction, with a savepoint where the database has them; else opens one, under the provider's execution strategy.");
            writer.Line("// Set-based statements pass by the change tracker: what it holds is stale afterwards, and what is pending would undo them.");
            writer.Line(GeneratedText.Attribute);
            using (writer.Braces($"private static async global::System.Threading.Tasks.Task<TResult> InTransactionAsync<TResult>({context.Type.Global} db, global::System.Func<global::System.Threading.CancellationToken, global::System.Threading.Tasks.Task<TResult>> work, global::System.Threading.CancellationToken cancellationToken, global::System.Func<TResult, bool>? hasChanged = null)"))
                Body(writer);
            writer.Line();
            writer.Line("// Of the caller's, also one that is not EF Core's.");
            writer.Line(GeneratedText.Attribute);
            writer.Line($"private static bool IsInTransaction({context.Type.Global} db) => db.Database.CurrentTransaction is not null || global::System.Transactions.Transaction.Current is not null || global::System.Transactions.TransactionsDatabaseFacadeExtensions.GetEnlistedTransaction(db.Database) is not null;");
            writer.Line();
            IsByAnother(writer);
            writer.Line();
            RowLock.WriteHelper(writer, context);
            writer.Line();
            HiddenReferences.WriteHelper(writer, context);
            ModelAssertion.Write(writer, context);
            writer.Line();
            Moment.WriteHelper(writer);
        });
        return writer.ToString();
    }

    private static void Body(CodeWriter writer)
    {
        writer.Line("AssertModel(db);");
        writer.Line("if (db.ChangeTracker.HasChanges())");
        using (writer.Indented())
            writer.Line("throw new global::System.InvalidOperationException(\"The context has unsaved changes: save or discard them first\");");
        writer.Line();
        writer.Line("TResult result;");
        using (writer.Braces("if (db.Database.CurrentTransaction is { } current)"))
        {
            writer.Line("const string Savepoint = \"PrivacyAnalyzers\";");
            writer.Line("if (current.SupportsSavepoints)");
            using (writer.Indented())
                writer.Line("await current.CreateSavepointAsync(Savepoint, cancellationToken).ConfigureAwait(false);");
            using (writer.Braces("try"))
                writer.Line("result = await work(cancellationToken).ConfigureAwait(false);");
            using (writer.Braces("catch when (current.SupportsSavepoints)"))
            {
                writer.Line("await current.RollbackToSavepointAsync(Savepoint, global::System.Threading.CancellationToken.None).ConfigureAwait(false);");
                writer.Line("throw;");
            }

            writer.Line();
            writer.Line("if (current.SupportsSavepoints)");
            using (writer.Indented())
                writer.Line("await current.ReleaseSavepointAsync(Savepoint, cancellationToken).ConfigureAwait(false);");
        }

        using (writer.Braces("else if (IsInTransaction(db))"))
            writer.Line("result = await work(cancellationToken).ConfigureAwait(false);");
        using (writer.Braces("else"))
        {
            writer.Line("var strategy = db.Database.CreateExecutionStrategy();");
            writer.Line("bool isDone = false;");
            writer.Line("TResult last = default!;");
            using (writer.Braces("for (int attempt = 1; ; attempt++)"))
                Attempt(writer);
        }

        writer.Line();
        writer.Line("db.ChangeTracker.Clear();");
        writer.Line("return result;");
    }

    private static void Attempt(CodeWriter writer)
    {
        using (writer.Braces("try"))
        {
            writer.Line("result = await strategy.ExecuteAsync(");
            using (writer.Indented())
            {
                writer.Line("work,");
                using (writer.Braces("async (context, run, token) =>", "},"))
                {
                    writer.Line("// What an attempt before this one has tracked the database has taken back.");
                    writer.Line("context.ChangeTracker.Clear();");
                    writer.Line("await using var transaction = await context.Database.BeginTransactionAsync(token).ConfigureAwait(false);");
                    writer.Line("TResult done = await run(token).ConfigureAwait(false);");
                    writer.Line("// Where nothing is left of what an attempt before this one did, its commit has lasted, and only the answer was lost.");
                    writer.Line("if (isDone && hasChanged is not null && hasChanged(last) && !hasChanged(done))");
                    using (writer.Indented())
                        writer.Line("done = last;");
                    writer.Line("(isDone, last) = (true, done);");
                    using (writer.Braces("try"))
                        writer.Line("await transaction.CommitAsync(token).ConfigureAwait(false);");
                    using (writer.Braces("catch (global::System.Exception failure) when (IsByAnother(failure))"))
                    {
                        writer.Line("isDone = false;");
                        writer.Line("throw;");
                    }

                    writer.Line("return done;");
                }

                writer.Line("null,");
                writer.Line("cancellationToken).ConfigureAwait(false);");
            }

            writer.Line("break;");
        }

        using (writer.Braces("catch (global::System.Exception failure) when (attempt < 10 && !strategy.RetriesOnFailure && IsByAnother(failure))"))
        {
            writer.Line("// What another transaction did meanwhile stood in the way, and the database took this one back whole: so again, once the other had time to end.");
            writer.Line("await global::System.Threading.Tasks.Task.Delay(global::System.Random.Shared.Next(5, 20) * attempt, cancellationToken).ConfigureAwait(false);");
        }
    }

    private static void IsByAnother(CodeWriter writer)
    {
        writer.Line("// By SQL state: a serialization failure; PostgreSQL's deadlock; its foreign key, where a row came in that refers to one that is deleted.");
        writer.Line(GeneratedText.Attribute);
        using (writer.Braces("private static bool IsByAnother(global::System.Exception failure)"))
        {
            using (writer.Braces("for (global::System.Exception? current = failure; current is not null; current = current.InnerException)"))
            {
                writer.Line("if (current is global::System.Data.Common.DbException { SqlState: \"40001\" or \"40P01\" or \"23503\" })");
                using (writer.Indented())
                    writer.Line("return true;");
            }

            writer.Line();
            writer.Line("return false;");
        }
    }
}
