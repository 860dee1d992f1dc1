using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PrivacyAnalyzers.Tests.Support;
using Test = PrivacyAnalyzers.Tests.Support.AnalyzerTest<PrivacyAnalyzers.Rules.Rights.PRIV3003_SeveralPaths>;

namespace PrivacyAnalyzers.Tests.Rules.Rights;

public class PRIV3003_SeveralPathsTests
{
    private const string Usings = "using System; using System.Collections.Generic; using Microsoft.EntityFrameworkCore; using PrivacyAnalyzers;\n";
    private const string Customer = "[DataSubject] class Customer { public int Id { get; set; } [Identifier] public string? Name { get; set; } }\n";
    private const string Db = "class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Message> Messages => Set<Message>(); }\n";

    private static Task Run(string code, params DiagnosticResult[] expected) => Test.RunAsync(Usings + code, Statements.Example, expected);

    private static string Message(string members, string name = "[|Message|]") => $"class {name} {{ public int Id {{ get; set; }} [Content] public string? Body {{ get; set; }} {members} }}\n";

    [Fact]
    public Task The_message_names_the_type_the_subject_and_the_ways() => Run(
        Customer + Message("public Customer From { get; set; } = null!; public int FromId { get; set; } public Customer To { get; set; } = null!; public int ToId { get; set; }", "{|#0:Message|}") + Db,
        new DiagnosticResult("PRIV3003", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "Rows of 'Message' belong to a 'Customer' by 'FromId' and by 'ToId', and nothing says which; mark the one that does with [SubjectLink(typeof(Customer))]"));

    [Fact]
    public Task Three_ways_are_all_named() => Run(
        Customer + Message("public Customer? From { get; set; } public Customer? To { get; set; } public Customer? Payer { get; set; }", "{|#0:Message|}") + Db,
        new DiagnosticResult("PRIV3003", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "Rows of 'Message' belong to a 'Customer' by 'From', 'Payer' and by 'To', and nothing says which; mark the one that does with [SubjectLink(typeof(Customer))]"));

    [Theory]
    [InlineData("public Customer? From { get; set; } public Customer? To { get; set; }")]
    [InlineData("public Customer From { get; set; } = null!; public Customer? ForwardedTo { get; set; }")]
    [InlineData("public int CustomerId { get; set; } public int OwnerId { get; set; } public Customer? Owner { get; set; }")]
    public Task Several_of_one_length_are_a_question(string members) => Run(Customer + Message(members) + Db);

    [Theory]
    [InlineData("public int CustomerId { get; set; }")]
    [InlineData("public Customer? Customer { get; set; } public int? CustomerId { get; set; }")]
    [InlineData("public Customer? From { get; set; } [SubjectLink(typeof(Customer))] public Customer? To { get; set; }")]
    [InlineData("public int FromId { get; set; } public Customer? From { get; set; } [SubjectLink(typeof(Customer))] public int ToId { get; set; } public Customer? To { get; set; }")]
    [InlineData("public Message? Parent { get; set; } public Customer? From { get; set; }")]
    [InlineData("public int FromId { get; set; } public int Rank { get; set; } public Guid CorrelationId { get; set; } public Customer? From { get; set; }")]
    [InlineData("")]
    public Task One_way_and_a_chosen_one_are_none(string members) => Run(Customer + Message(members, "Message") + Db);

    [Fact]
    public Task A_shorter_way_counts_before_a_longer_one() => Run($$"""
        {{Customer}}
        class Thread { public int Id { get; set; } public int CustomerId { get; set; } }
        {{Message("public Thread? Thread { get; set; } public Customer? From { get; set; }", "Message")}}
        class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Message> Messages => Set<Message>(); public DbSet<Thread> Threads => Set<Thread>(); }
        """);

    [Fact]
    public Task Two_longer_ways_are_a_question_of_the_type_where_they_part() => Run($$"""
        {{Customer}}
        class Thread { public int Id { get; set; } public int CustomerId { get; set; } }
        class Inbox { public int Id { get; set; } public int CustomerId { get; set; } }
        {{Message("public Thread? Thread { get; set; } public Inbox? Inbox { get; set; }")}}
        class Attachment { public int Id { get; set; } public Message? Message { get; set; } }
        class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Message> Messages => Set<Message>(); public DbSet<Thread> Threads => Set<Thread>(); public DbSet<Inbox> Inboxes => Set<Inbox>(); public DbSet<Attachment> Attachments => Set<Attachment>(); }
        """);

    [Fact]
    public Task Rows_of_two_kinds_of_people_are_a_question_where_the_ways_part() => Run(
        $$"""
        {{Customer}}
        [DataSubject] class Agent { public int Id { get; set; } }
        {{Message("public Customer? From { get; set; } public Agent? By { get; set; }", "{|#0:Message|}")}}
        class Mail : Message { }
        class Attachment { public int Id { get; set; } public Message? Message { get; set; } }
        class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Message> Messages => Set<Message>(); public DbSet<Mail> Mails => Set<Mail>(); public DbSet<Agent> Agents => Set<Agent>(); public DbSet<Attachment> Attachments => Set<Attachment>(); }
        """,
        new DiagnosticResult("PRIV3003", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "Rows of 'Message' belong to a 'Agent' by 'By' and to a 'Customer' by 'From', and nothing says which; mark the one that does with [SubjectLink(typeof(Agent))]"));

    [Theory]
    [InlineData("[SubjectLink(typeof(Customer))] public Customer? From { get; set; } public Agent? By { get; set; }")]
    [InlineData("[SubjectLink(typeof(Customer))] public Customer? From { get; set; } [SubjectLink(typeof(Agent))] public Agent? By { get; set; }")]
    public Task Links_answer_for_all_kinds_of_people(string members) => Run($$"""
        {{Customer}}
        [DataSubject] class Agent { public int Id { get; set; } }
        {{Message(members, "Message")}}
        class Db : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Message> Messages => Set<Message>(); public DbSet<Agent> Agents => Set<Agent>(); }
        """);

    [Fact]
    public Task Two_contexts_and_a_derived_type_ask_once() => Run($$"""
        {{Customer}}
        {{Message("public Customer? From { get; set; } public Customer? To { get; set; }")}}
        class Mail : Message { }
        {{Db}}
        class Second : DbContext { public DbSet<Customer> Customers => Set<Customer>(); public DbSet<Message> Messages => Set<Message>(); public DbSet<Mail> Mails => Set<Mail>(); }
        """);

    [Fact]
    public Task Code_that_does_not_compile_is_no_fault_of_the_rule()
    {
        var test = new Test { TestCode = Usings + Customer + Message("public Customer? From { get; set; } public Custmer? To { get; set; } [SubjectLink(typeof(Nobody))] public int X { get; set; }", "Message") + Db, Statement = Statements.Example, CompilerDiagnostics = CompilerDiagnostics.None };
        return test.RunAsync(CancellationToken.None);
    }

    [Fact]
    public Task Code_without_a_subject_is_quiet() => Run(Message("public int FromId { get; set; } public int ToId { get; set; }", "Message") + "class Db : DbContext { public DbSet<Message> Messages => Set<Message>(); }");
}
