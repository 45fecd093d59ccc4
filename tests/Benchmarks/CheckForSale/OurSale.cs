using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Connectivity.Marking;
using Cleverence.Warehouse;
using Connectors.ChestnyZnak;

namespace Benchmarks.CheckForSale;

/// <summary>The connector's <c>CheckForSale</c>, called as the server calls it.</summary>
internal sealed class OurSale : ISaleSide, IDisposable
{
    private readonly ChestnyZnakConnector connector;

    public OurSale(Uri address, string inn, string key)
    {
        var settings = new ZnakSettings { Sandbox = new ZnakAddressSettings { TrueApi = $"{address}true-api/", Suz = $"{address}suz/", Cdn = $"{address}cdn/" } };
        settings.Organisations.Add(new ZnakOrganisationSettings { Inn = inn, Contour = "sandbox", PermissiveKey = key });
        connector = new ChestnyZnakConnector(settings, Unused.Of<IExchange>(), new NoRecords(), Unused.Of<IMarkingCodeStore>(), Unused.Of<ISigners>());
    }

    public string Name => "ours";

    public async Task PrepareAsync()
    {
        var result = await connector.InvokeAsync(new InvokeArgs("Znak", "", "FillPermissiveSettings"), CancellationToken.None);
        if (!result.IsOk) throw new InvalidOperationException(result.Error.Message);
    }

    public async Task<bool> CheckAsync(string code)
    {
        var result = await connector.InvokeAsync(new InvokeArgs("Znak", "", "CheckForSale", [new InvokeArg("codes", code)]), CancellationToken.None);
        return result.Value is ConnectorRecord record && record["verdict"] is "Sell";
    }

    public void Dispose() => connector.Dispose();
}
