using System.ComponentModel;
using Cleverence.Connectivity.Exchange;

namespace Server.Exchange;

/// <summary>An incoming item as people see it, without its content.</summary>
internal sealed record IncomingItemBody(string Id, string Organisation, string RemoteId, IncomingStage Stage)
{
    [Description("Where it is at the other system.")]
    public string Address { get; init; } = "";

    public string? Kind { get; init; }

    [Description("Our request it answers, as the other system says.")]
    public string? ReplyTo { get; init; }

    [Description("SHA-256 of the content, base64; empty while it is not fetched.")]
    public string ContentHash { get; init; } = "";

    public int Attempt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public FaultBody? LastError { get; init; }

    public static IncomingItemBody Of(StoredIncoming item, string? language) => new(item.Id, item.Item.Organisation, item.Item.RemoteId, item.Stage)
    {
        Address = item.Item.Address,
        Kind = item.Item.Kind,
        ReplyTo = item.Item.ReplyTo,
        ContentHash = item.Hash,
        Attempt = item.Attempt,
        CreatedAt = item.CreatedAt,
        LastError = FaultBody.Of(item.LastError, language),
    };
}
