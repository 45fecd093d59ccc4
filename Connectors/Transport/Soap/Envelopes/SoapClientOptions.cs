using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>What a connector adds to calls over SOAP.</summary>
public sealed record SoapClientOptions
{
    /// <summary>Whether the first day of the calendar stands for no date.</summary>
    public bool EmptyDateIsNull { get; init; }

    /// <summary>Sorts a fault in the connector's own way; null leaves it to the common way. Target and detail are filled in afterwards where they are missing.</summary>
    public Func<SoapFault, ConnectorError?>? SortFault { get; init; }

    /// <summary>Carries the messages in place of the transport: for a connector that adds its own to every request, such as sessions.</summary>
    public Func<TransportRequest, CancellationToken, Task<TransportResponse>>? Send { get; init; }

    /// <summary>Looks at an answer before it is read as SOAP; an error ends the call.</summary>
    public Func<TransportAnswer, ConnectorError?>? Inspect { get; init; }
}
