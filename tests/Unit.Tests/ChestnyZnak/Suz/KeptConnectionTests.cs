using Connectors.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Suz;

[TestClass]
public sealed class KeptConnectionTests
{
    [TestMethod]
    public async Task A_request_for_codes_leaves_once_also_when_its_kept_connection_is_cut()
    {
        await using var server = CuttingServer.Start();
        using var sender = new ZnakSender(server.Plan, null, TimeProvider.System);
        await server.WarmAsync(sender);

        var taking = async () => await server.SendAsync(sender, CallClass.StateChangingRead);

        (await taking.Should().ThrowAsync<Cleverence.Connectivity.ConnectorException>()).Which.Error.InDoubt.Should().BeTrue();
        server.Asked.Should().Be(1);
    }

    [TestMethod]
    public async Task The_same_request_as_a_mere_read_is_repeated_by_HTTP_itself()
    {
        await using var server = CuttingServer.Start();
        using var sender = new ZnakSender(server.Plan, null, TimeProvider.System);
        await server.WarmAsync(sender);

        await server.SendAsync(sender, CallClass.SafeRead);

        server.Asked.Should().Be(2);
    }
}
