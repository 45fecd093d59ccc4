using Newtonsoft.Json.Linq;

namespace Connectors.Transport;

/// <summary>An answer with a status of success.</summary>
public sealed class TransportResponse
{
    private readonly AnswerFacts facts;

    internal TransportResponse(AnswerFacts facts, byte[] body)
    {
        this.facts = facts;
        Body = body;
    }

    /// <summary>The HTTP status, 200 to 299.</summary>
    public int Status => facts.Status;

    /// <summary>The media type without parameters; empty when there is none.</summary>
    public string ContentType => facts.ContentType;

    /// <summary>The bytes of the body.</summary>
    public byte[] Body { get; }

    /// <summary>The text of the body.</summary>
    public string Text => facts.Text;

    /// <summary>Whether the body calls itself JSON.</summary>
    public bool IsJson => facts.IsJson;

    /// <summary>The body read as JSON; numbers keep their digits, dates stay text. Null for an empty body.</summary>
    /// <returns>The tree.</returns>
    /// <exception cref="Cleverence.Connectivity.ConnectorException">The body is something else; the error says what it is and what to do.</exception>
    public JToken? ReadJson() => JsonAnswer.Read(facts);
}
