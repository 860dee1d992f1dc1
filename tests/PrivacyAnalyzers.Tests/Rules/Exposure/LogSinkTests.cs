using PrivacyAnalyzers.Rules.Exposure;
using PrivacyAnalyzers.Tests.Support;

namespace PrivacyAnalyzers.Tests.Rules.Exposure;

/// <summary>PRIV1001 for values that reach a log within one method, by every ordinary way.</summary>
public class LogSinkTests
{
    internal const string Model = """

        class Customer
        {
            public int Id { get; set; }
            [Identifier] public string Email { get; set; } = "";
            [Identifier] public string? Phone { get; set; }
            [Financial] public decimal Balance { get; set; }
            public string Plan { get; set; } = "";
        }

        class Dto { public string Mail { get; set; } = ""; public string Plan { get; set; } = ""; }
        """;

    /// <summary>Members of a class that has a logger.</summary>
    internal static string InClass(string members) => Usings + "partial class C\n{\n    private ILogger logger = null!;\n    " + members + "\n}\n" + Model;

    internal const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text;
        using Microsoft.Extensions.Logging;
        using PrivacyAnalyzers;

        """;

    internal static string InMethod(string body) => Usings + $$"""
        class C
        {
            void M(ILogger logger, Customer customer, bool flag)
            {
                {{body}}
            }
        }
        """ + Model;

    [Theory]
    [InlineData("logger.LogInformation(\"{Email}\", {|PRIV1001:customer.Email|});")]
    [InlineData("var email = customer.Email; logger.LogInformation(\"{Email}\", {|PRIV1001:email|});")]
    [InlineData("var a = customer.Email; var b = a; string c; c = b; logger.LogWarning(\"{Email}\", {|PRIV1001:c|});")]
    [InlineData("logger.LogInformation($\"hello {{|PRIV1001:customer.Email|}}\");")]
    [InlineData("logger.LogInformation(\"hello \" + {|PRIV1001:customer.Email|} + \"!\");")]
    [InlineData("var text = $\"hello {customer.Email,10}\"; logger.LogInformation({|PRIV1001:text|});")]
    [InlineData("var text = \"hello \"; text += customer.Email; logger.LogInformation({|PRIV1001:text|});")]
    [InlineData("var text = string.Format(\"{0}\", customer.Email); logger.LogInformation({|PRIV1001:text|});")]
    [InlineData("var text = string.Join(\", \", customer.Email, \"x\"); logger.LogInformation({|PRIV1001:text|});")]
    [InlineData("var b = new StringBuilder(); b.Append(\"x\").Append(customer.Email); logger.LogInformation({|PRIV1001:b.ToString()|});")]
    [InlineData("var b = new StringBuilder(\"x\"); b.Append(customer.Email).Append(\" <\").Append('>'); logger.LogInformation({|PRIV1001:b.ToString()|});")]
    [InlineData("try { Action a = () => logger.LogInformation(\"{Email}\", {|PRIV1001:customer.Email|}); a(); } finally { }")]
    [InlineData("using (logger.BeginScope(1)) { void Local() => logger.LogInformation(\"{Email}\", {|PRIV1001:customer.Email|}); Local(); }")]
    [InlineData("logger.LogInformation(\"{Email}\", {|PRIV1001:flag ? customer.Email : \"none\"|});")]
    [InlineData("logger.LogInformation(\"{Phone}\", {|PRIV1001:customer.Phone ?? \"none\"|});")]
    [InlineData("logger.LogInformation(\"{Email}\", {|PRIV1001:customer?.Email|});")]
    [InlineData("logger.LogInformation(\"{Email}\", {|PRIV1001:customer.Email.Substring(2).Trim().ToUpper()|});")]
    [InlineData("logger.LogInformation(\"{Balance}\", {|PRIV1001:customer.Balance|});")]
    [InlineData("logger.LogInformation(\"{Balance}\", {|PRIV1001:customer.Balance.ToString(\"0.00\")|});")]
    [InlineData("var text = flag switch { true => customer.Email, _ => \"none\" }; logger.LogInformation(\"{Email}\", {|PRIV1001:text|});")]
    [InlineData("var dto = new Dto { Mail = customer.Email, Plan = customer.Plan }; logger.LogInformation(\"{Mail}\", {|PRIV1001:dto.Mail|});")]
    [InlineData("var dto = new Dto(); dto.Mail = customer.Email; logger.LogInformation(\"{Mail}\", {|PRIV1001:dto.Mail|});")]
    [InlineData("var list = new List<string> { \"a\", customer.Email }; logger.LogInformation(\"{Mails}\", {|PRIV1001:list|});")]
    [InlineData("var list = new List<string>(); list.Add(customer.Email); logger.LogInformation(\"{Mails}\", {|PRIV1001:string.Join(\",\", list)|});")]
    [InlineData("string[] list = { customer.Email }; logger.LogInformation(\"{Mail}\", {|PRIV1001:list[0]|});")]
    [InlineData("string[] list = [customer.Email]; foreach (var mail in list) logger.LogInformation(\"{Mail}\", {|PRIV1001:mail|});")]
    [InlineData("var map = new Dictionary<string, string> { [\"mail\"] = customer.Email }; logger.LogInformation(\"{Mail}\", {|PRIV1001:map[\"mail\"]|});")]
    [InlineData("using (logger.BeginScope(\"{Email}\", {|PRIV1001:customer.Email|})) { }")]
    [InlineData("using (logger.BeginScope({|PRIV1001:new Dictionary<string, object> { [\"Email\"] = customer.Email }|})) { }")]
    [InlineData("if (customer is { Email: var mail }) logger.LogInformation(\"{Mail}\", {|PRIV1001:mail|});")]
    [InlineData("var t = (customer.Id, customer.Email); logger.LogInformation(\"{Mail}\", {|PRIV1001:t.Email|});")]
    [InlineData("var (id, mail) = (customer.Id, customer.Email); logger.LogInformation(\"{Mail}\", {|PRIV1001:mail|});")]
    [InlineData("var o = new { customer.Email }; logger.LogInformation(\"{Mail}\", {|PRIV1001:o.Email|});")]
    [InlineData("try { } finally { logger.LogInformation(\"{Email}\", {|PRIV1001:customer.Email|}); }")]
    [InlineData("var bytes = Encoding.UTF8.GetBytes(customer.Email); logger.LogInformation(\"{Mail}\", {|PRIV1001:Convert.ToBase64String(bytes)|});")]
    [InlineData("Action log = () => logger.LogInformation(\"{Email}\", {|PRIV1001:customer.Email|}); log();")]
    [InlineData("var mail = customer.Email; Action log = () => logger.LogInformation(\"{Email}\", mail); {|PRIV1001:log()|};")]
    [InlineData("try { Action log = () => { try { logger.LogInformation(\"{Email}\", {|PRIV1001:customer.Email|}); } finally { flag = true; } }; log(); } catch (Exception) { }")]
    [InlineData("try { Action log = () => { if (flag) logger.LogInformation(\"{Email}\", {|PRIV1001:customer.Email|}); }; log(); } finally { flag = true; }")]
    [InlineData("void Log(string text) => logger.LogInformation(\"{Text}\", text); Log({|PRIV1001:customer.Email|});")]
    [InlineData("var all = new List<Customer>(); logger.LogInformation(\"{Mails}\", {|PRIV1001:all.Select(c => c.Email).ToList()|});")]
    public Task Reports(string body) => AnalyzerTest<ExposureRules>.RunAsync(InMethod(body));

    [Theory]
    [InlineData("logger.LogInformation(\"{Id} {Plan}\", customer.Id, customer.Plan);")]
    [InlineData("logger.LogInformation(\"{Customer}\", customer);")]
    [InlineData("var email = customer.Email; email = \"none\"; logger.LogInformation(\"{Email}\", email);")]
    [InlineData("logger.LogInformation(\"{Length}\", customer.Email.Length);")]
    [InlineData("logger.LogInformation(\"{Empty}\", string.IsNullOrEmpty(customer.Email));")]
    [InlineData("logger.LogInformation(\"{Same}\", customer.Email == \"x\");")]
    [InlineData("logger.LogInformation(\"{Name}\", nameof(customer.Email));")]
    [InlineData("customer.Email = \"none\"; logger.LogInformation(\"{Email}\", customer.Email);")]
    [InlineData("var dto = new Dto { Mail = customer.Email, Plan = customer.Plan }; logger.LogInformation(\"{Plan}\", dto.Plan);")]
    [InlineData("var dto = new Dto { Mail = customer.Email }; dto.Mail = \"none\"; logger.LogInformation(\"{Mail}\", dto.Mail);")]
    [InlineData("var list = new List<string> { customer.Email }; list.Clear(); logger.LogInformation(\"{Mails}\", list);")]
    [InlineData("var list = new List<string> { customer.Email }; logger.LogInformation(\"{Count}\", list.Count);")]
    [InlineData("var b = new StringBuilder(customer.Email); b.Clear(); b.Append(\"x\"); logger.LogInformation(b.ToString());")]
    [InlineData("string[] list = { customer.Email, \"x\" }; logger.LogInformation(\"{Mail}\", list[1]);")]
    [InlineData("var map = new Dictionary<string, string> { [\"mail\"] = customer.Email, [\"plan\"] = \"x\" }; logger.LogInformation(\"{Plan}\", map[\"plan\"]);")]
    [InlineData("var t = (customer.Id, customer.Email); logger.LogInformation(\"{Id}\", t.Id);")]
    [InlineData("while (flag) { var b = new StringBuilder(); b.Append(\"x\"); logger.LogInformation(b.ToString()); b.Append(customer.Email); }")]
    [InlineData("var mail = customer.Email; try { mail = \"none\"; } finally { flag = true; } logger.LogInformation(\"{Mail}\", mail);")]
    [InlineData("if (logger.IsEnabled(LogLevel.Debug)) { }")]
    [InlineData("var mail = new string('*', customer.Email.Length); logger.LogInformation(\"{Mail}\", mail);")]
    public Task Stays_quiet(string body) => AnalyzerTest<ExposureRules>.RunAsync(InMethod(body));
}
