using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Hosting;

namespace Unit.Tests.Hosting.Plugins;

[TestClass]
public sealed class ConnectorFinderTests
{
    [TestMethod]
    [DataRow(typeof(HiddenPart))]
    [DataRow(typeof(HiddenModern))]
    public void A_hidden_class_without_a_mark_was_never_meant_and_is_not_spoken_of(Type type)
    {
        var finder = Look(type);

        finder.Found.Should().BeEmpty();
        finder.Notes.Should().BeEmpty();
    }

    [TestMethod]
    public void A_hidden_class_with_a_mark_is_told_not_to_be_offered()
    {
        var finder = Look(typeof(HiddenMarked));

        finder.Found.Should().BeEmpty();
        var note = finder.Notes.Should().ContainSingle().Which;
        note.En.Should().Be($"{typeof(HiddenMarked).FullName} is not public, so it is not offered as a connector");
        note.Ru.Should().Contain("не является открытым");
    }

    [TestMethod]
    public void A_public_class_without_a_mark_is_told_to_have_no_name() =>
        Look(typeof(OpenUnmarked)).Notes.Should().ContainSingle().Which.En.Should().Contain("has no [Connector(\"Type\")]");

    private static ConnectorFinder Look(Type type)
    {
        var finder = new ConnectorFinder(null!);
        finder.Look(type);
        return finder;
    }

    public sealed class OpenUnmarked : Connector;

    private sealed class HiddenPart : Connector;

    [Connector("Hidden")]
    private sealed class HiddenMarked : Connector;

    private sealed class HiddenModern : IAsyncConnector
    {
        public ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken) => new(InvokeResult.Ok());
    }
}
