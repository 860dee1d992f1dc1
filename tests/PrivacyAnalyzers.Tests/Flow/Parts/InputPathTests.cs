using PrivacyAnalyzers.Flow;
using static PrivacyAnalyzers.Tests.Flow.Parts.FlowSymbols;

namespace PrivacyAnalyzers.Tests.Flow.Parts;

/// <summary>Ways into what a body gets from outside: which lies in which, how deep they go, and when two are one.</summary>
public class InputPathTests
{
    private static readonly AccessStep Next = Step("Node.Next");
    private static readonly AccessStep Text = Step("Node.Text");
    private static readonly AccessStep Key = AccessStep.ForKey("a");

    [Fact]
    public void A_part_lies_within_what_holds_it()
    {
        Assert.Equal(0, Path(0).IsWithin(Path(0)));
        Assert.Equal(1, Path(0, Next).IsWithin(Path(0)));
        Assert.Equal(2, Path(0, Next, Text, Key).IsWithin(Path(0, Next)));
        Assert.Null(Path(0).IsWithin(Path(0, Next)));
        Assert.Null(Path(0, Text, Next).IsWithin(Path(0, Next)));
        Assert.Null(Path(0, Next, Next).IsWithin(Path(0, Next, Text)));
        Assert.Null(Path(1, Next).IsWithin(Path(0)));
    }

    [Fact]
    public void Any_element_may_be_the_one_under_a_key()
    {
        Assert.Equal(1, Path(0, Key, Text).IsWithin(Path(0, AccessStep.Element)));
        Assert.Equal(1, Path(0, AccessStep.Element, Text).IsWithin(Path(0, Key)));
        Assert.Equal(0, Path(0, Key).IsWithin(Path(0, AccessStep.ForKey("a"))));
        Assert.Null(Path(0, Key).IsWithin(Path(0, AccessStep.ForKey("b"))));
        Assert.Null(Path(0, Text).IsWithin(Path(0, AccessStep.Element)));
        Assert.Null(Path(0, AccessStep.Element).IsWithin(Path(0, Text)));
        Assert.Null(Path(0, AccessStep.Content).IsWithin(Path(0, AccessStep.Element)));
        Assert.Null(Path(0, AccessStep.Element).IsWithin(Path(0, AccessStep.Keys)));
    }

    [Fact]
    public void What_shows_when_the_whole_is_listed()
    {
        Assert.True(Path(0).IsElementOf(Path(0)));
        Assert.True(Path(0, AccessStep.Element, Key).IsElementOf(Path(0)));
        Assert.True(Path(0, AccessStep.Content).IsElementOf(Path(0)));
        Assert.True(Path(0, AccessStep.InnerException, Step("System.Exception.Message")).IsElementOf(Path(0)));
        Assert.True(Path(0, Text, AccessStep.Element).IsElementOf(Path(0, Text)));
        Assert.False(Path(0, Text).IsElementOf(Path(0)));
        Assert.False(Path(0, AccessStep.Element, Text).IsElementOf(Path(0)));
        Assert.False(Path(0, Text, AccessStep.Element).IsElementOf(Path(0)));
        Assert.False(Path(0, AccessStep.Keys).IsElementOf(Path(0)));
        Assert.False(Path(0, AccessStep.Invoked).IsElementOf(Path(0)));
    }

    [Theory]
    [InlineData("Node.Message")]
    [InlineData("Elsewhere.Exception.Message")]
    [InlineData("System.Inner.Exception.Message")]
    [InlineData("System.Exception.StackTrace")]
    public void Other_members_are_no_message(string member) => Assert.False(Path(0, Step(member)).IsElementOf(Path(0)));

    [Fact]
    public void A_path_is_put_upon_another()
    {
        Assert.Equal(Path(1, Key, Text), Path(0, Next, Text).Rebase(Path(0, Next), Path(1, Key)));
        Assert.Equal(Path(1), Path(0, Next).Rebase(Path(0, Next), Path(1)));
        Assert.Equal(Path(1, Next, Text), Path(0, Next, Text).Rebase(Path(0), Path(1)));
        Assert.Null(Path(0, Next).Rebase(Path(0, Text), Path(1)));
        Assert.Null(Path(0, Key, Text, Key).Rebase(Path(0), Path(1, Key)));
        Assert.Null(Path(0, Key, Text, Key, Text).Rebase(Path(0), Path(1, Key, Key)));
    }

    [Fact]
    public void A_path_ends_at_its_third_step()
    {
        Assert.Equal(Path(0, Key, Key, Text), Path(0, Key, Key).Into(Text));
        Assert.Null(Path(0, Key, Key, Key).Into(Text));
    }

    [Fact]
    public void A_third_member_of_one_type_is_not_followed()
    {
        Assert.Null(Path(0, Next, Step("Node.Other")).Into(Step("Node.Third")));
        Assert.Equal(Path(0, Next, Step("Node.Other")), Path(0, Next).Into(Step("Node.Other")));
        Assert.Equal(Path(0, Next, Next, Key), Path(0, Next, Next).Into(Key));
        Assert.Equal(Path(0, Next, Key, Text), Path(0, Next, Key).Into(Text));
        Assert.Equal(Path(0, Next, Next, Step("Reader.Texts")), Path(0, Next, Next).Into(Step("Reader.Texts")));
    }

    [Fact]
    public void The_narrow_path_has_one_step()
    {
        InputPath one = Path(0, Next);

        Assert.Same(one, one.Narrow());
        Assert.Equal(Path(0), Path(0).Narrow());
        Assert.Equal(Path(2, Next), Path(2, Next, Text).Narrow());
        Assert.Equal(Path(2, Next, AccessStep.Invoked), Path(2, Next, AccessStep.Invoked, Text).Narrow());
    }

    [Fact]
    public void Paths_are_equal_by_what_they_say()
    {
        Assert.Equal(Path(0, Next, Key), Path(0, Step("Node.Next"), AccessStep.ForKey("a")));
        Assert.Equal(Path(0, Next, Key).GetHashCode(), Path(0, Step("Node.Next"), AccessStep.ForKey("a")).GetHashCode());
        Assert.NotEqual(Path(0, Next), Path(1, Next));
        Assert.NotEqual(Path(0, Next), Path(0, Text));
        Assert.NotEqual(Path(0, Next), Path(0));
        Assert.False(Path(0).Equals((object?)null));
        Assert.False(Path(0).Equals("0"));
        Assert.True(Path(0).Equals((object)Path(0)));
    }

    [Fact]
    public void Hashes_tell_paths_apart()
    {
        InputPath[] paths = [Path(0, Next), Path(0, Text), Path(0, Next, Text), Path(0, Text, Next), Path(1, Next), Path(2, Next), InputPath.Of(InputRoot.This)];

        Assert.Equal(paths.Length, paths.Select(path => path.GetHashCode()).Distinct().Count());
    }

    [Fact]
    public void Inputs_are_told_apart()
    {
        InputRoot captured = InputRoot.Capture(Next.Member!);

        Assert.True(InputRoot.This.IsThis);
        Assert.False(InputRoot.Parameter(0).IsThis);
        Assert.False(captured.IsThis);
        Assert.Equal(-1, InputRoot.This.Ordinal);
        Assert.Equal(-2, captured.Ordinal);
        Assert.Equal(3, InputRoot.Parameter(3).Ordinal);
        Assert.Null(InputRoot.Parameter(3).Captured);
        Assert.Same(Next.Member, captured.Captured);
        Assert.True(captured.Equals((object)InputRoot.Capture(Next.Member!)));
        Assert.False(captured.Equals((object)InputRoot.Capture(Text.Member!)));
        Assert.False(captured.Equals((object)InputRoot.This));
        Assert.False(InputRoot.Parameter(0).Equals((object)InputRoot.Parameter(1)));
        Assert.False(InputRoot.Parameter(0).Equals("0"));
        Assert.NotEqual(new InputRoot(0, Next.Member), InputRoot.Parameter(0));
        Assert.Equal(captured.GetHashCode(), InputRoot.Capture(Next.Member!).GetHashCode());
        Assert.NotEqual(captured.GetHashCode(), InputRoot.Capture(Text.Member!).GetHashCode());
    }

    [Fact]
    public void Steps_are_equal_by_what_they_lead_to()
    {
        Assert.True(Key.Equals((object)AccessStep.ForKey("a")));
        Assert.False(Key.Equals((object)"[\"a\"]"));
        Assert.NotEqual(Key, AccessStep.ForKey("b"));
        Assert.Equal(Next, Step("Node.Next"));
        Assert.NotEqual(Next, Text);
        Assert.NotEqual(Next, Key);
        Assert.NotEqual(Key, Next);
        Assert.NotEqual(Step("System.Exception.Message"), Step("Elsewhere.Exception.Message"));
        Assert.Equal(Key.GetHashCode(), AccessStep.ForKey("a").GetHashCode());
        Assert.NotEqual(Next.GetHashCode(), Text.GetHashCode());
    }

    [Fact]
    public void A_member_of_a_generic_type_is_one_whatever_it_is_made_of()
    {
        AccessStep Item(string holder) => AccessStep.Of(((Microsoft.CodeAnalysis.INamedTypeSymbol)((Microsoft.CodeAnalysis.IFieldSymbol)Member(holder)).Type).GetMembers("Item").Single());

        Assert.Equal(Item("Reader.Texts"), Item("Reader.Numbers"));
        Assert.Equal(Step("Box`1.Item"), Item("Reader.Texts"));
    }

    [Fact]
    public void Elements_of_tuples_go_by_their_places()
    {
        AccessStep Of(string field, string element) => AccessStep.Of(((Microsoft.CodeAnalysis.INamedTypeSymbol)((Microsoft.CodeAnalysis.IFieldSymbol)Member(field)).Type).GetMembers(element).Single());

        Assert.Equal(AccessStep.TupleItem(0), Of("Box`1.Pair", "Mail"));
        Assert.Equal(AccessStep.TupleItem(1), Of("Box`1.Pair", "Number"));
        Assert.Equal(AccessStep.TupleItem(1), Of("Box`1.Named", "Count"));
        Assert.Equal(AccessStep.TupleItem(0), Of("Box`1.Pair", "Item1"));
        Assert.Equal(".Item1", AccessStep.TupleItem(0).ToString());
    }

    [Fact]
    public void Steps_say_what_they_are()
    {
        Assert.Equal(".Next", Next.ToString());
        Assert.Equal("[\"a\"]", AccessStep.ForKey("a").ToString());
        Assert.Equal("[*] (content) (keys) (invoked) (variable) (inner)", string.Join(' ', AccessStep.Element, AccessStep.Content, AccessStep.Keys, AccessStep.Invoked, AccessStep.Variable, AccessStep.InnerException));
        Assert.True(Key.IsElement);
        Assert.True(AccessStep.Element.IsElement);
        Assert.False(AccessStep.Content.IsElement);
        Assert.False(AccessStep.TupleItem(0).IsElement);
        Assert.False(Next.IsElement);
        Assert.Same(Member("Node.Next"), Next.Member);
        Assert.Null(Key.Member);
    }

    [Fact]
    public void A_step_leads_to_what_its_member_or_its_place_in_a_tuple_is()
    {
        var tuple = (Microsoft.CodeAnalysis.INamedTypeSymbol)((Microsoft.CodeAnalysis.IFieldSymbol)Member("Box`1.Pair")).Type;

        Assert.Equal("Node", Next.TypeIn(null)!.Name);
        Assert.Equal("String", AccessStep.TupleItem(0).TypeIn(tuple)!.Name);
        Assert.Equal("Int32", AccessStep.TupleItem(1).TypeIn(tuple)!.Name);
        Assert.Null(AccessStep.TupleItem(2).TypeIn(tuple));
        Assert.Null(AccessStep.TupleItem(0).TypeIn(Next.TypeIn(null)));
        Assert.Null(AccessStep.TupleItem(0).TypeIn(null));
        Assert.Null(AccessStep.Element.TypeIn(tuple));
    }

    /// <summary>Each place in the code has symbols of its own for an anonymous type, and they are equal.</summary>
    [Fact]
    public void Members_of_equal_anonymous_types_are_one()
    {
        AccessStep[] members = [.. FlowSymbols.Anonymous("new { A = 1 }", "new { A = 2 }", "new { B = 1 }", "new { A = 1, B = 2 }").Select(static type => AccessStep.Of(type.GetMembers().First(static member => member is Microsoft.CodeAnalysis.IPropertySymbol)))];

        Assert.NotSame(members[0].Member, members[1].Member);
        Assert.Equal(members[0], members[1]);
        Assert.NotEqual(members[0], members[2]);
        Assert.NotEqual(members[0], members[3]);
    }
}
