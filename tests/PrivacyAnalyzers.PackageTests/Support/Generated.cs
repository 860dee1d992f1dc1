using System.Text.Json;

namespace PrivacyAnalyzers.PackageTests.Support;

/// <summary>What the fresh project of that name says when it runs, however it was built.</summary>
internal static class Generated
{
    public static void AssertSaid(string output)
    {
        string[] parts = output.Split("\nErasure of one Customer (Request), ");
        Assert.True(parts.Length == 2, output);
        string export = JsonDocument.Parse(parts[0]).RootElement.ToString().Replace("\\u002B", "+", StringComparison.Ordinal);
        Assert.Contains("ada@example.com", export, StringComparison.Ordinal);
        Assert.Contains("+1 555 0100", export, StringComparison.Ordinal);
        Assert.DoesNotContain("bob@example.com", output, StringComparison.Ordinal);
        Assert.DoesNotContain("eve@example.com", output, StringComparison.Ordinal);
        Assert.Contains("\nPhone: 1 deleted, 0 anonymised, 0 retained\nCustomer: 1 deleted, 0 anonymised, 0 retained\n", parts[1], StringComparison.Ordinal);
        Assert.Contains("\nDevice by devices (P30D after account-closed): 0 deleted, 1 anonymised, 0 held\n", parts[1], StringComparison.Ordinal);
        Assert.Contains("\nCustomer by account-default (P60D after account-closed): 0 deleted, 1 anonymised, 0 held\n", parts[1], StringComparison.Ordinal);
    }
}
