using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using Microsoft.Extensions.DependencyInjection;
using Server.Storage;

namespace Unit.Tests.Hosting.Building;

/// <summary>What a plugin's constructor may be lent, with the real engine, stores and signers.</summary>
[TestClass]
[DoNotParallelize]
public sealed class LentServicesTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("connectors-test-");

    public void Dispose() => data.Delete(recursive: true);

    [TestMethod]
    public async Task A_connector_is_lent_all_of_it_and_its_exchange_and_records_are_its_own()
    {
        await using var home = await StartAsync(Entry("One"), Entry("Two"));

        (await home.CallAsync("One", "Send", ("document", "D-1"))).Should().Be(1L);
        (await home.CallAsync("Two", "Send", ("document", "D-1"))).Should().Be(1L);
        await home.CallAsync("One", "Put", ("key", "k"));
        (await home.CallAsync("One", "Put", ("key", "k"))).Should().Be(2L);
        (await home.CallAsync("Two", "Put", ("key", "k"))).Should().Be(1L, "it is another record");
        (await home.CallAsync("Two", "Count")).Should().Be(0L);

        var store = home.Get<IExchangeStore>();
        var sent = await store.ListMessagesAsync("One", new ExchangeQuery { Document = "D-1" }, CancellationToken.None);
        sent.Should().ContainSingle().Which.RequestId.Should().StartWith("R-", "the signer of the file signed it");
        (await store.FindDocumentAsync("Two", "D-1", CancellationToken.None))!.Status.Should().Be("Sent");
    }

    [TestMethod]
    public async Task A_plugin_that_used_all_of_it_is_unloaded_when_its_files_are_replaced()
    {
        await using var home = await StartAsync(Entry("One"));
        await home.CallAsync("One", "Send", ("document", "D-1"));
        await home.CallAsync("One", "Put", ("key", "k"));
        await home.CallAsync("One", "Count");
        var old = home.ContextOf("One");

        File.WriteAllText(Path.Combine(home.Plugins, "Borrower", "touched.txt"), "new");

        await Eventually.BeTrueAsync(() => home.Plugin("Borrower").Generation == 2, "generation 2 serves");
        await home.ReadyAsync("One");
        (await home.CallAsync("One", "Put", ("key", "k"))).Should().Be(2L, "records outlive the generation");
        await Eventually.BeGoneAsync(old, "generation 1");
    }

    [TestMethod]
    public async Task Operations_belong_to_no_connector_and_are_told_what_to_do_instead()
    {
        await using var home = await StartAsync(Entry("One"));

        await Eventually.BeTrueAsync(() => home.Log.All.Any(line => line.Contains("BorrowerOperations", StringComparison.Ordinal)), "the refusal is logged");

        home.Log.All.Should().Contain(line => line.Contains("BorrowerOperations", StringComparison.Ordinal) && line.Contains("IConnectorInvoker; only a connector has these", StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task A_host_without_a_database_says_what_it_does_not_have_and_what_it_has()
    {
        await using var home = await new PluginHome().Place("Borrower").Configure(Entry("One")).StartAsync();

        var fault = home.Handle("One").Fault!;

        fault.Message.Should().Contain("IExchange exchange").And.Contain("IConnectorRecords records");
        fault.Detail.Should().Contain("IMarkingCodeStore, ISigners; a connector also IExchange and IConnectorRecords");
    }

    private static string Entry(string id) => $$"""{"id":"{{id}}","type":"Borrower"}""";

    private async Task<PluginHome> StartAsync(params string[] entries)
    {
        var home = new PluginHome().Place("Borrower").Configure(entries);
        File.WriteAllText(home.SignersFile, """{"signers":[{"name":"main","type":"test"}]}""");
        await home.StartAsync(more: services => services
            .AddStorage(new StorageOptions { HomeFolder = data.FullName })
            .AddExchange()
            .AddSigning(signing => signing.File = home.SignersFile));
        foreach (var entry in home.Registry.Connectors) await home.ReadyAsync(entry.Id);
        return home;
    }
}
