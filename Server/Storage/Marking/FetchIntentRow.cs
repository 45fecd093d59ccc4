using Cleverence.Connectivity.Marking;

namespace Server.Storage;

/// <summary>A row of the table of intents.</summary>
internal sealed class FetchIntentRow
{
    public string Id { get; init; } = "";

    public string OrderId { get; init; } = "";

    public string Gtin { get; init; } = "";

    public long Quantity { get; init; }

    public long StartedAt { get; init; }

    public long? EndedAt { get; init; }

    public string? Reason { get; init; }

    public FetchIntent ToIntent() => new(Id, OrderId, Gtin, (int)Quantity, UnixTime.From(StartedAt));

    public ParkedIntent ToParked() => new(ToIntent(), UnixTime.From(EndedAt ?? StartedAt), Reason);
}
