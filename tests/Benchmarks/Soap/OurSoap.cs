using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Transport;
using Connectors.Transport.Soap;

namespace Benchmarks.Soap;

/// <summary>Our client, with all its limits on.</summary>
internal sealed class OurSoap : ISoapSide
{
    private readonly RestTransport transport;
    private readonly SoapClient client;
    private readonly WsdlPort port;
    private readonly string address;

    private OurSoap(RestTransport transport, WsdlDocument document, string address)
    {
        this.transport = transport;
        this.address = address;
        client = new SoapClient(transport, document);
        port = document.Ports[0];
    }

    public string Name => "ours";

    public static async Task<OurSoap> MakeAsync(Uri backend)
    {
        var document = await WsdlDocument.LoadAsync(new WsdlFileSource(Path.Combine(AppContext.BaseDirectory, "Soap", "rows.wsdl")), CancellationToken.None);
        return new OurSoap(new RestTransport(new TransportOptions(backend)), document, backend.AbsoluteUri);
    }

    public async Task<int> CallAsync()
    {
        var args = new InvokeArgs("rows", "", "GetRows", [new InvokeArg("warehouse", "000000007"), new InvokeArg("onDate", new DateTime(2026, 3, 2))]);
        var result = await client.CallAsync(new SoapCall(port, port.Operations[0], args) { Address = address, Safety = MethodSafety.Safe }, CancellationToken.None);
        return ((ConnectorTable)result!).Rows.Count;
    }

    public void Dispose() => transport.Dispose();
}
