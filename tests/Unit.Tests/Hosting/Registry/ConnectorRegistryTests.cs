using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Hosting;

namespace Unit.Tests.Hosting.Registry;

[TestClass]
public sealed class ConnectorRegistryTests
{
    [TestMethod]
    public async Task A_built_in_connector_is_there_without_configuration_and_takes_limits_from_it()
    {
        await using var plain = await new PluginHome().StartAsync(options => options.AddBuiltIn("ServerOperationConnector", _ => new Nothing()));
        await using var configured = await new PluginHome().Configure("""{"id":"serverOperationConnector","gate":3}""").StartAsync(options => options.AddBuiltIn("ServerOperationConnector", _ => new Nothing()));

        plain.Registry.Find("ServerOperationConnector")!.State.Should().Be(ConnectorState.Ready);
        configured.Registry.Connectors.Should().ContainSingle();
        configured.Handle("ServerOperationConnector").Runtime.Gate.Places.Should().Be(3);
    }

    [TestMethod]
    public async Task An_unknown_type_is_a_fault_that_names_what_there_is()
    {
        await using var home = await new PluginHome().Place("Good").Configure("""{"id":"G","type":"Goood"}""").StartAsync();

        var info = home.Registry.Find("G")!;

        info.State.Should().Be(ConnectorState.Faulted);
        info.LastError!.Code.Should().Be(ConnectorErrorCode.Unavailable);
        info.LastError.Message.Should().Contain("'Goood'").And.Contain("Did you mean 'Good'");
        info.LastError.MessageRu.Should().Contain("Может быть, «Good»");
    }

    [TestMethod]
    public async Task A_ready_connector_shows_its_methods_and_its_plugin()
    {
        await using var home = await new PluginHome().Place("Кириллица").Configure("""{"id":"Склад 1","type":"складской учёт","settings":{"Название":"Северный"}}""").StartAsync();
        await home.ReadyAsync("склад 1");

        var info = home.Registry.Find("СКЛАД 1")!;
        var rest = await home.CallAsync("Склад 1", "Склад|Получить остаток", ("Код товара", "А-1"), ("количество", 2L));

        info.Plugin.Should().Be("Кириллица");
        info.DeclaresMethods.Should().BeTrue();
        info.Methods.Select(method => method.FullName).Should().BeEquivalentTo("Склад.Получить остаток", "Привет мир. Кто там");
        rest.Should().Be("Северный: А-1 × 2");
    }

    [TestMethod]
    public async Task A_bare_timeout_of_a_modern_connector_is_a_fault()
    {
        await using var home = await new PluginHome().Place("Good").Configure("""{"id":"G","type":"Good","timeout":30000}""").StartAsync();

        home.Registry.Find("G")!.LastError!.Message.Should().Contain("bare number");
    }

    [TestMethod]
    public async Task The_second_of_two_entries_with_one_id_is_listed_and_the_first_is_called()
    {
        await using var home = await new PluginHome().Place("Good").Configure("""{"id":"G","type":"Good"}""", """{"id":"g","type":"Good"}""").StartAsync();
        await home.ReadyAsync("G");

        home.Registry.Connectors.Select(info => info.State).Should().Equal(ConnectorState.Ready, ConnectorState.Faulted);
    }

    private sealed class Nothing : IAsyncConnector
    {
        public ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken) => new(InvokeResult.Ok());
    }
}
