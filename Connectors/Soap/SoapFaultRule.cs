using Cleverence.Connectivity;
using Connectors.Transport.Soap;

namespace Connectors.Soap;

/// <summary>How one kind of fault is told to callers.</summary>
internal sealed record SoapFaultRule(string Fault, ConnectorErrorCode Code)
{
    public string Reason { get; init; } = "SOAP_FAULT";

    public string Message { get; init; } = "";

    public string MessageRu { get; init; } = "";

    public bool Retryable { get; init; }

    public bool Answers(SoapFault fault) => Same(fault.DetailName) || Same(fault.Subcode) || Same(fault.Code);

    public ConnectorError ErrorOf(SoapFault fault)
    {
        var said = fault.Sentence.Length > 0 ? fault.Sentence : Fault;
        return new ConnectorError(Code, Message.Length > 0 ? Message : said)
        {
            MessageRu = MessageRu.Length > 0 ? MessageRu : Message.Length > 0 ? said : null,
            Reason = Reason,
            Retryable = Retryable,
        };
    }

    private bool Same(string name) => name.Length > 0 && string.Equals(Fault, name, StringComparison.OrdinalIgnoreCase);
}
