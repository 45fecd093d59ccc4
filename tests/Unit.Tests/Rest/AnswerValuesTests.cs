using System.Net.Http.Headers;
using System.Text;
using Cleverence.Connectivity;
using Connectors.Rest;
using Connectors.Transport;

namespace Unit.Tests.Rest;

/// <summary>The quick reader of answers gives what the tree gives, or leaves the answer to it.</summary>
[TestClass]
public sealed class AnswerValuesTests
{
    [TestMethod]
    [DataRow("null")]
    [DataRow("true")]
    [DataRow("-0")]
    [DataRow("12.500")]
    [DataRow("0.0000000000000000000000001")]
    [DataRow("9223372036854775807")]
    [DataRow("9223372036854775808")]
    [DataRow("\"\\u0416\\n😀\"")]
    [DataRow("{}")]
    [DataRow("[]")]
    [DataRow("{\"a\":{\"b\":[1,2.0,null,{\"c\":\"\"}]},\"A\":false}")]
    [DataRow("{\"a\":1,\"a\":2}")]
    [DataRow("  [ 1 , 2 ]  ")]
    [DataRow("\uFEFF{\"a\":1}")]
    public void What_is_read_quickly_is_what_the_tree_says(string json)
    {
        AnswerValues.TryRead(Answer(Encoding.UTF8.GetBytes(json)), out var quick).Should().BeTrue();

        quick.Should().BeEquivalentTo(JsonValues.FromJson(JsonText.Parse(json.TrimStart('\uFEFF'))), options => options.WithStrictOrdering());
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("{'a':1}")]
    [DataRow("[1,2")]
    [DataRow("[1] x")]
    [DataRow("[1,]")]
    [DataRow("/* note */ 1")]
    [DataRow("1e5")]
    [DataRow("123456789012345678901234567890.5")]
    public void What_is_unusual_is_left_to_the_tree(string json) => AnswerValues.TryRead(Answer(Encoding.UTF8.GetBytes(json)), out _).Should().BeFalse();

    [TestMethod]
    public void Letters_of_another_encoding_are_left_to_the_tree() =>
        AnswerValues.TryRead(Answer([(byte)'"', 0xCC, 0xEE, (byte)'"']), out _).Should().BeFalse();

    [TestMethod]
    [DataRow("$", true, "{\"a\":[{\"b c\":1}],\"имя\":2}")]
    [DataRow("$.a[0]['b c']", true, "1")]
    [DataRow("a[0]", true, "{\"b c\":1}")]
    [DataRow("имя", true, "2")]
    [DataRow("$['имя']", true, "2")]
    [DataRow("$.a[1]", false, "null")]
    [DataRow("$.A", false, "null")]
    [DataRow("$.a.b", false, "null")]
    public void A_plain_path_is_followed_without_a_tree(string path, bool found, string expected)
    {
        var value = JsonValues.FromJson(JsonText.Parse("{\"a\":[{\"b c\":1}],\"имя\":2}"));
        var pick = JsonPick.Parse(path, out _)!;

        pick.NeedsTree.Should().BeFalse();
        pick.TryFind(value, out var seen).Should().Be(found);
        JsonValues.ToJson(seen).ToString(Newtonsoft.Json.Formatting.None).Should().Be(expected);
    }

    [TestMethod]
    [DataRow("$..a")]
    [DataRow("$.a[*]")]
    [DataRow("$.a[?(@.b == 1)]")]
    [DataRow("$.a[0,1]")]
    [DataRow("$['it\\'s']")]
    public void Any_other_path_needs_the_tree(string path) => JsonPick.Parse(path, out _)!.NeedsTree.Should().BeTrue();

    private static TransportAnswer Answer(byte[] body)
    {
        var message = new HttpResponseMessage { Content = new ByteArrayContent([]) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var address = new Uri("http://erp/");
        return new TransportAnswer(message, address, readsOnly: true, body, new SecretMask(new TransportOptions(address)));
    }
}
