using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.Rest;

/// <summary>An answer, read as values or as a tree when somebody asks for it.</summary>
internal sealed class RestAnswer(TransportAnswer response)
{
    private bool isRead;
    private object? value;
    private JToken? tree;

    public TransportAnswer Response => response;

    /// <summary>The body as a value.</summary>
    /// <exception cref="ConnectorException">It is not JSON.</exception>
    public object? Value
    {
        get
        {
            if (isRead) return value;
            if (!AnswerValues.TryRead(response, out value)) value = JsonValues.FromJson(Tree);
            isRead = true;
            return value;
        }
    }

    /// <summary>The body as a tree; null for an empty one.</summary>
    /// <exception cref="ConnectorException">It is not JSON.</exception>
    public JToken? Tree => tree ??= response is TransportResponse good ? good.ReadJson() : string.IsNullOrWhiteSpace(response.Text) ? null : JsonText.Parse(response.Text);

    /// <summary>Looks for a value in a body that may be anything.</summary>
    public bool TryFind(JsonPick pick, out object? found)
    {
        found = null;
        try
        {
            return (pick.NeedsTree ? Tree is not null : Value is not null) && pick.TryFind(this, out found);
        }
        catch (Exception unreadable) when (unreadable is JsonException or ConnectorException { Error.Reason: not JsonPick.TooSlow })
        {
            return false;
        }
    }
}
