using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Transport;
using Connectors.Transport.Soap;

namespace Connectors.OneC;

/// <summary>One web service of the base, called by its WSDL. The address in the WSDL is not followed: it often is an internal one.</summary>
internal sealed class OneCWebService(OneCWebServiceOptions options, OneCTransport transport, OneCSoapValues values, TimeProvider time)
{
    private readonly OneCWsdl wsdl = new(options, transport, time);

    public OneCWebServiceOptions Options { get; } = options;

    public OneCWsdl Wsdl => wsdl;

    /// <summary>Calls an operation.</summary>
    public async Task<object?> CallAsync(OneCCall call, OneCSoapCall asked, CancellationToken cancellationToken)
    {
        var document = await wsdl.GetAsync(cancellationToken).ConfigureAwait(false);
        var port = PortOf(document);
        var operation = port.Operations.FirstOrDefault(known => known.Name == asked.Operation)
            ?? port.Operations.FirstOrDefault(known => known.Name.Equals(asked.Operation, StringComparison.OrdinalIgnoreCase))
            ?? throw MethodErrors.NotFound(call.Args.ConnectorId, Options.Class, asked.Operation, [.. port.Operations.Select(known => new ConnectorMethodInfo(Options.Class, known.Name))]);
        var args = new InvokeArgs(call.Args.ConnectorId, Options.Class, operation.Name, [.. asked.Args.Select(given => new InvokeArg(given.Name, values.Write(given.Value)))]) { CorrelationId = call.Args.CorrelationId };
        var client = new SoapClient(transport.Raw, document, new SoapClientOptions { EmptyDateIsNull = true, SortFault = Sort, Send = (message, token) => SendAsync(call, message, token) });
        var result = await client.CallAsync(
            new SoapCall(port, operation, args)
            {
                Address = Options.Path,
                Name = $"{Options.Class}.{operation.Name}",
                Safety = asked.Safety,
                Timeout = asked.Limit,
                ErrorInReturn = asked.ErrorInReturn,
            },
            cancellationToken).ConfigureAwait(false);
        return OneCDone.After(asked.Safety, () => values.Read(result));
    }

    /// <summary>The port of the version the settings name.</summary>
    /// <exception cref="ConnectorException">The WSDL has no such service.</exception>
    public WsdlPort PortOf(WsdlDocument document)
    {
        var ports = document.Ports.Where(port => port.Service == Options.Name).ToList();
        if (ports.Count == 0 && document.Ports.Select(port => port.Service).Distinct().Count() == 1) ports = [.. document.Ports];
        return ports.Find(port => port.Version == Options.Version) ?? ports.FirstOrDefault() ?? throw new ConnectorException(
            new ConnectorError(ConnectorErrorCode.Rejected, $"The WSDL of {Options.Path} describes no service '{Options.Name}'. Correct soap.services; there are: {string.Join(", ", document.Ports.Select(port => port.Service).Distinct())}.")
            {
                MessageRu = $"В WSDL {Options.Path} нет сервиса «{Options.Name}». Исправьте soap.services; есть: {string.Join(", ", document.Ports.Select(port => port.Service).Distinct())}.",
                Reason = OneCReasons.NotPublished,
                Target = transport.Target,
            });
    }

    private Task<TransportResponse> SendAsync(OneCCall call, TransportRequest message, CancellationToken cancellationToken) => transport.RelayAsync(
        new OneCRequest(message.Verb, message.Address)
        {
            Headers = message.Headers,
            Body = message.Body,
            Safety = message.Safety,
            Timeout = message.Timeout,
            Call = call,
            Accepts = OneCErrorReader.LooksLikeEnvelope,
        },
        cancellationToken);

    private static ConnectorError Sort(SoapFault fault)
    {
        if (OneCWords.SaysNoLicence(fault.Text)) return OneCErrors.NoLicence(new OneCAnswer("1C", 500, fault.Text)) with { Target = null };
        return OneCErrors.Refused(new OneCErrorText(OneCErrorKind.Fault, 500, fault.Code, fault.Text), OneCReasons.Error);
    }
}
