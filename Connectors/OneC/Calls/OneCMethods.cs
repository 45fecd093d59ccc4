using Connectors.OneC.OData;

namespace Connectors.OneC;

/// <summary>Gathers everything the connector can be called for.</summary>
internal sealed class OneCMethods(OneCPlan plan, OneCTransport transport, TimeProvider time)
{
    private readonly OneCValues values = new(new OneCZone(plan.Options.Zone));
    private readonly OneCWriter writer = new(new OneCZone(plan.Options.Zone));

    /// <summary>The web services, for the check.</summary>
    public IReadOnlyList<OneCWebService> Services { get; private set; } = [];

    /// <summary>The check of the standard OData interface.</summary>
    public ODataCheck? ODataCheck { get; private set; }

    public IReadOnlyList<OneCMethod> All()
    {
        var files = new OneCFiles(transport);
        var http = new OneCHttpMethods(new OneCService(transport, files, new OneCOperations(transport, time)), values, writer, plan);
        var soap = new OneCSoapMethods(plan, transport, writer, time);
        var odata = new OneCODataMethods(plan.OData, transport, time);
        Services = soap.Services;
        ODataCheck = odata.Check;
        return
        [
            .. plan.Declared.Select(method => method.Transport == OneCTransportKind.Soap ? soap.Declared(method) : http.Declared(method)),
            .. plan.Transport == OneCTransportKind.Soap ? soap.Functions() : http.Functions(),
            .. soap.Dynamic(),
            .. plan.Exchange is { } exchange ? new OneCExchangeMethods(new OneCExchange(exchange, transport, files, time), values, writer, plan.Options).All() : [],
            .. odata.Methods,
        ];
    }
}
