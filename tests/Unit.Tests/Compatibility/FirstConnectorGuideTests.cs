using System.Text.RegularExpressions;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Hosting;

namespace Unit.Tests.Compatibility;

/// <summary>The guide to a first connector: its class compiles and answers as the guide says, its entry is a right one.</summary>
[TestClass]
public sealed class FirstConnectorGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(House.Repository.Root, "docs", "guide", "first-connector.md"));

    [TestMethod]
    public async Task The_connector_of_the_guide_answers_what_the_guide_shows()
    {
        var answer = await Connector().InvokeAsync(Call(1), default);

        var text = ((ConnectorRecord)answer.Value!)["text"] as string;
        text.Should().NotBeNull();
        Guide.Should().Contain($"\"text\":\"{text}\"");
    }

    [TestMethod]
    public async Task The_refusal_of_the_guide_is_said_in_its_words()
    {
        var call = async () => await Connector().InvokeAsync(Call(11), default);

        var error = (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
        error.Code.Should().Be(ConnectorErrorCode.Rejected);
        Guide.Should().Contain(error.MessageRu);
    }

    [TestMethod]
    public void The_entry_of_the_guide_is_right()
    {
        var entry = Block("json");

        var snapshot = new ConnectorsFile("connectors.json", new SecretSource(null), new HashSet<string>()).Parse($"{{ \"connectors\": [ {entry} ] }}");

        snapshot.Problems.Should().BeEmpty();
        snapshot.Connectors.Should().ContainSingle().Which.Options.Type.Should().Be("Labels");
    }

    private static IAsyncConnector Connector()
    {
        using var stream = new MemoryStream();
        var compiled = OldProject.Compile(Block("csharp")).Emit(stream);
        compiled.Diagnostics.Should().BeEmpty();
        var assembly = System.Reflection.Assembly.Load(stream.ToArray());
        var settings = Activator.CreateInstance(assembly.GetType("Labels.LabelSettings")!)!;
        settings.GetType().GetProperty("MaxCopies")!.SetValue(settings, 10);
        return (IAsyncConnector)Activator.CreateInstance(assembly.GetType("Labels.LabelConnector")!, settings)!;
    }

    private static InvokeArgs Call(int copies) =>
        new("Labels", "", "Этикетка", [new InvokeArg("item", "Молоко"), new InvokeArg("price", 89.90m), new InvokeArg("copies", (long)copies)]);

    private static string Block(string language) => Regex.Match(Guide, $"^```{language}\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
}
