using System.Text;

namespace Connectors.Transport.Soap;

/// <summary>Calls operations of a WSDL. Thread-safe.</summary>
/// <param name="transport">What carries the messages.</param>
/// <param name="document">The WSDL.</param>
/// <param name="options">What the connector adds.</param>
public sealed class SoapClient(RestTransport transport, WsdlDocument document, SoapClientOptions? options = null)
{
    private readonly SoapClientOptions options = options ?? new SoapClientOptions();
    private readonly SoapAnswers answers = new(document.Types, options ?? new SoapClientOptions());

    /// <summary>The WSDL.</summary>
    public WsdlDocument Document { get; } = document;

    /// <summary>Calls an operation.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">The caller's limit.</param>
    /// <returns>The result: null for none, a value for one, a record for several.</returns>
    /// <exception cref="Cleverence.Connectivity.ConnectorException">The arguments do not fit, the service said no, or it could not be asked.</exception>
    public async Task<object?> CallAsync(SoapCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var answer = await (options.Send ?? transport.SendAsync)(Request(call), cancellationToken).ConfigureAwait(false);
        if (options.Inspect?.Invoke(answer) is { } wrong) throw new Cleverence.Connectivity.ConnectorException(wrong);
        return answers.Read(answer, call);
    }

    private TransportRequest Request(SoapCall call)
    {
        var bytes = EnvelopeWriter.Write(call, Document.Types);
        var action = Ascii(call.Operation.Action);
        var isNew = call.Port.Version == SoapVersion.Soap12;
        var type = isNew ? action.Length == 0 ? "application/soap+xml; charset=utf-8" : $"application/soap+xml; charset=utf-8; action=\"{action}\"" : "text/xml; charset=utf-8";
        return new TransportRequest("POST", call.Address)
        {
            Headers = isNew ? new Dictionary<string, string>() : new Dictionary<string, string> { ["SOAPAction"] = $"\"{action}\"" },
            Body = TransportBody.Bytes(bytes, type),
            Safety = call.Safety,
            Timeout = call.Timeout,
            RequestId = call.RequestId,
            CorrelationId = call.Args.CorrelationId,
            Deadline = call.Deadline,
            Accepts = answer => SoapAnswers.MayHoldFault(answer) || options.Inspect?.Invoke(answer) is not null,
        };
    }

    // Names of operations are Cyrillic at times, headers never are.
    private static string Ascii(string action)
    {
        if (Ascii(action.AsSpan())) return action.Replace("\"", "%22", StringComparison.Ordinal);
        var text = new StringBuilder();
        foreach (var rune in action.EnumerateRunes()) text.Append(rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        return text.ToString();
    }

    private static bool Ascii(ReadOnlySpan<char> text) => System.Text.Ascii.IsValid(text);
}
