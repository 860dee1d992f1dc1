using Microsoft.CodeAnalysis;
using PrivacyAnalyzers.Generation.Erasure;
using PrivacyAnalyzers.Generation.Export;
using PrivacyAnalyzers.Generation.Retention;
using PrivacyAnalyzers.Generation.Rights;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Generation;

/// <summary>The calls that users write compile, each to the method that is meant.</summary>
public class CallTests
{
    private const string Model = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.EntityFrameworkCore;
        using PrivacyAnalyzers;
        namespace Shop;
        [DataSubject, Retention("support")] public class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } [RetentionClock("account-closed")] public DateTime? ClosedAt { get; set; } }
        public class Db(DbContextOptions<Db> options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); }
        public static class Calls
        {
            public static async Task Of(Db db, VerifiedRequest<Customer> request, Stream stream, DateTimeOffset now, CancellationToken token, IReadOnlyList<IErasureStep> steps)
            {
                await db.CALL;
            }
        }
        """;

    [Theory]
    [InlineData("SweepRetentionAsync(now)", "DateTimeOffset, CancellationToken")]
    [InlineData("SweepRetentionAsync(now, default)", "DateTimeOffset, CancellationToken")]
    [InlineData("SweepRetentionAsync(now, token)", "DateTimeOffset, CancellationToken")]
    [InlineData("SweepRetentionAsync(now, 1000)", "DateTimeOffset, Int32, CancellationToken")]
    [InlineData("SweepRetentionAsync(now, batchSize: 1000, default)", "DateTimeOffset, Int32, CancellationToken")]
    [InlineData("ExportCustomerAsync(request, default)", "VerifiedRequest, CancellationToken")]
    [InlineData("WriteCustomerExportAsync(request, stream, default)", "VerifiedRequest, Stream, CancellationToken")]
    [InlineData("WriteCustomerExportAsync(request, stream, new(), default)", "VerifiedRequest, Stream, ExportOptions, CancellationToken")]
    [InlineData("WriteCustomerExportZipAsync(request, stream, default, default)", "VerifiedRequest, Stream, ExportOptions, CancellationToken")]
    [InlineData("EraseCustomerAsync(request)", "VerifiedRequest, CancellationToken")]
    [InlineData("EraseCustomerAsync(request, default)", "VerifiedRequest, CancellationToken")]
    [InlineData("EraseCustomerAsync(request, token)", "VerifiedRequest, CancellationToken")]
    [InlineData("EraseCustomerAsync(request, ErasureGround.Underage)", "VerifiedRequest, ErasureGround, CancellationToken")]
    [InlineData("EraseCustomerAsync(request, ErasureGround.Underage, default)", "VerifiedRequest, ErasureGround, CancellationToken")]
    [InlineData("EraseCustomerAsync(request, ErasureGround.Underage, steps)", "VerifiedRequest, ErasureGround, IReadOnlyList, IErasureJournal, CancellationToken")]
    [InlineData("EraseCustomerAsync(request, ErasureGround.Underage, [], null, default)", "VerifiedRequest, ErasureGround, IReadOnlyList, IErasureJournal, CancellationToken")]
    [InlineData("PreviewCustomerErasureAsync(request, default)", "VerifiedRequest, CancellationToken")]
    [InlineData("PreviewCustomerErasureAsync(request, ErasureGround.Objection, default)", "VerifiedRequest, ErasureGround, CancellationToken")]
    [InlineData("CorrectCustomerAsync(request, new() { Name = \"Jane\" }, default)", "VerifiedRequest, CustomerCorrection, CancellationToken")]
    public void A_bare_default_is_a_token(string call, string parameters)
    {
        // The run itself fails on what does not compile.
        GeneratorResult result = new GeneratorTest(Model.Replace("CALL", call, StringComparison.Ordinal)) { Statement = Erasure.Shop.Statement }
            .Run(new ExportGenerator(), new ErasureGenerator(), new RetentionGenerator(), new RightsGenerator());

        Assert.Equal(parameters, ParametersOfCall(result));
    }

    private static string ParametersOfCall(GeneratorResult result)
    {
        SyntaxTree code = result.Output.SyntaxTrees.Single(tree => tree.ToString().Contains("class Calls", StringComparison.Ordinal));
        SyntaxNode awaited = code.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.AwaitExpressionSyntax>().Single().Expression;
        var method = (IMethodSymbol)result.Output.GetSemanticModel(code).GetSymbolInfo(awaited).Symbol!;
        return string.Join(", ", method.Parameters.Select(parameter => parameter.Type.Name));
    }
}
