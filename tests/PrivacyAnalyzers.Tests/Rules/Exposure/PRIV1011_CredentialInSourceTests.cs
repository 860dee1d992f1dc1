using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;
using DiagnosticResult = Microsoft.CodeAnalysis.Testing.DiagnosticResult;

namespace PrivacyAnalyzers.Tests.Rules.Exposure;

public class PRIV1011_CredentialInSourceTests
{
    private static string InClass(string members) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Text;
        using Microsoft.Extensions.Configuration;
        using PrivacyAnalyzers;
        class C
        {
            {{members}}
            static string Read() => Environment.GetEnvironmentVariable("KEY") ?? "";
        }
        class Account { public int Id { get; set; } [Credential] public string? Password { get; set; } [Credential] public byte[]? Key { get; set; } [Credential] public int Pin { get; set; } public string? Name { get; set; } }
        record Login(string User, [Credential] string Token);
        enum Kind { None, Api }
        [Credential] class Key { public int Id { get; set; } public string? Secret { get; set; } public byte[]? Bytes { get; set; } public bool Revoked { get; set; } public Kind Kind { get; set; } public Kind? Other { get; set; } public int Uses { get; set; } public TimeSpan Lifetime { get; set; } public static int Max { get; set; } }
        static class Api { public static void Open(string user, [Credential] string key, [Credential] string other = "") { } }
        """;

    [Theory]
    [InlineData("[Credential] string _key = {|PRIV1011:\"s3cret\"|};")]
    [InlineData("[Credential] const string Key = {|PRIV1011:\"s3cret\"|};")]
    [InlineData("[Credential] public string Key { get; set; } = {|PRIV1011:\"s3cret\"|};")]
    [InlineData("[Credential] public string Key { get; set; } = \"\"; [Credential] string? _other = null; [Credential] int _pin = default;")]
    [InlineData("[Credential] string _key = Read();")]
    [InlineData("void M(Account a) { a.Password = {|PRIV1011:\"s3cret\"|}; a.Name = \"x\"; a.Password = Read(); a.Password = null; a.Password = string.Empty; }")]
    [InlineData("Account M() => new() { Name = \"x\", Password = {|PRIV1011:\"s3cret\"|} };")]
    [InlineData("void M(Account a) { a.Pin = {|PRIV1011:1234|}; a.Pin = 0; }")]
    [InlineData("Login M() => new(\"me\", {|PRIV1011:\"s3cret\"|});")]
    [InlineData("Login M(Login l) => l with { Token = {|PRIV1011:\"s3cret\"|} };")]
    [InlineData("void M() => Api.Open(\"me\", {|PRIV1011:\"s3cret\"|});")]
    [InlineData("void M() => Api.Open(key: {|PRIV1011:\"s3cret\"|}, user: \"me\");")]
    [InlineData("void M() => Api.Open(\"me\", Read());")]
    [InlineData("void M() { var key = \"s3cret\"; Api.Open(\"me\", {|PRIV1011:key|}); }")]
    [InlineData("void M(bool b) { var key = \"\"; if (b) key = Read(); Api.Open(\"me\", key); }")]
    [InlineData("void M() { const string key = \"s3cret\"; Api.Open(\"me\", {|PRIV1011:key|}); }")]
    [InlineData("static readonly string K = \"s3cret\"; void M() => Api.Open(\"me\", {|PRIV1011:K|});")]
    [InlineData("void M(IConfiguration c, Account a) => a.Password = c[\"Password\"] ?? {|PRIV1011:\"s3cret\"|};")]
    [InlineData("void M(IConfiguration c, Account a) => a.Password = c[\"Password\"];")]
    [InlineData("void M(bool b, Account a) => a.Password = b ? {|PRIV1011:\"s3cret\"|} : Read();")]
    [InlineData("void M(Account a) => a.Password ??= {|PRIV1011:\"s3cret\"|};")]
    [InlineData("void M(Account a) => a.Key = {|PRIV1011:Encoding.UTF8.GetBytes(\"s3cret\")|};")]
    [InlineData("void M(Account a) => a.Key = {|PRIV1011:Convert.FromBase64String(\"c2VjcmV0\")|};")]
    [InlineData("void M(Account a) => a.Key = Encoding.UTF8.GetBytes(Read());")]
    [InlineData("void M([Credential] string key = {|PRIV1011:\"s3cret\"|}) { }")]
    [InlineData("void M([Credential] string? key = null) { }")]
    [InlineData("bool M(Account a) => a.Password == \"s3cret\";")]
    [InlineData("void M(Key k) { k.Revoked = true; k.Kind = Kind.Api; k.Other = Kind.Api; k.Uses = 3; k.Lifetime = TimeSpan.FromDays(3); k.Id = 4; Key.Max = 5; }")]
    [InlineData("Key M() => new() { Revoked = true, Kind = Kind.Api, Uses = 1, Secret = {|PRIV1011:\"s3cret\"|} };")]
    [InlineData("void M([Credential] bool isKey) => M(true); [Credential] Kind _kind = Kind.Api;")]
    [InlineData("void M(Key k) { k.Bytes = {|PRIV1011:new byte[] { 1, 2, 3 }|}; k.Bytes = new byte[16]; k.Bytes = new byte[] { 0, 0 }; k.Bytes = new byte[] { 1, (byte)Read().Length }; }")]
    [InlineData("void M(IConfiguration c, Account a) => a.Password = c.GetValue(\"Password\", {|PRIV1011:\"s3cret\"|});")]
    [InlineData("void M(IConfiguration c, Account a) => a.Password = c.GetValue<string>(\"Password\", {|PRIV1011:\"s3cret\"|});")]
    [InlineData("void M(IConfiguration c, Account a) => a.Password = (string?)c.GetValue(typeof(string), \"Password\", {|PRIV1011:\"s3cret\"|});")]
    [InlineData("void M(IConfiguration c, Account a) => a.Password = c.GetValue(\"Password\", \"\") + c.GetValue<string>(\"Password\");")]
    [InlineData("void M(IConfiguration c, Account a) { a.Name = c.GetValue(\"Name\", \"x\"); var key = c.GetValue(\"Password\", {|PRIV1011:\"s3cret\"|}); a.Password = key; }")]
    [InlineData("void M(Dictionary<string, string> d, Account a) => a.Password = d.GetValueOrDefault(\"Password\", {|PRIV1011:\"s3cret\"|});")]
    [InlineData("void M(int i, Account a) => a.Password = i switch { 0 => {|PRIV1011:\"s3cret\"|}, 1 => \"\", _ => Read() };")]
    public Task Constants(string members) => AnalyzerTest<PRIV1011_CredentialInSource>.RunAsync(InClass(members));

    [Fact]
    public Task The_message_names_the_member() => AnalyzerTest<PRIV1011_CredentialInSource>.RunAsync(
        InClass("void M(Account a) => a.Password = {|#0:\"s3cret\"|};"),
        null,
        DiagnosticResult.CompilerError("PRIV1011").WithLocation(0).WithMessage("'Account.Password' (credential) is given a constant, which everybody who has the source or the binary can read; read it from configuration or a secret store, and revoke this one if it was ever in use"));

    [Fact]
    public Task Listed_placeholders_are_fine()
    {
        var test = new AnalyzerTest<PRIV1011_CredentialInSource>
        {
            TestCode = InClass("void M(Account a) { a.Password = \"test-1\"; a.Password = \"ChangeMe\"; a.Password = {|PRIV1011:\"real\"|}; }"),
        };
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nprivacy_credential_placeholders = changeme, test-*, *\n"));
        return test.RunAsync(CancellationToken.None);
    }
}
