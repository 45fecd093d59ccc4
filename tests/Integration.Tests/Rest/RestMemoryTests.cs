using Emulators.Rest;
using Newtonsoft.Json.Linq;

namespace Integration.Tests.Rest;

/// <summary>What a long table takes of the server's memory; on a server of its own, for whatever else is called there would be counted too.</summary>
[TestClass]
public sealed class RestMemoryTests
{
    [TestMethod]
    public async Task Fifty_thousand_wide_rows_do_not_stand_in_memory()
    {
        await using var emulator = await RestEmulator.StartAsync();
        var wide = JObject.Parse("""{"class":"Goods","method":"Wide","path":"/pages/wide","query":{"size":"500","count":"{count}"},"columns":[{"name":"code"},{"name":"text"}],"paging":{"kind":"page","parameter":"page","size":500},"parameters":[{"name":"count","type":"integer"}]}""");
        await using var server = await RestServer.StartAsync([RestServer.Connector("Erp", emulator, [wide])]);

        // As much as a run of it leaves behind when its rows do not stand in memory; held, they would take over 100 MB as text.
        await server.Client.InvokeAsync("Erp", """{"class":"Goods","method":"Wide","args":[20000]}""");
        var peak = await PeakMemory.WatchAsync(server.Id);
        if (peak is null) Assert.Inconclusive("The peak of a process's memory can be started anew on Linux only.");

        var answer = await server.Client.InvokeAsync("Erp", """{"class":"Goods","method":"Wide","args":[50000]}""");

        answer.Text.Length.Should().BeGreaterThan(50 * 1024 * 1024);
        answer.Text.Should().EndWith("\"ok\":true}");
        (await peak.GrowthAsync()).Should().BeLessThan(32 * 1024 * 1024);
    }
}
