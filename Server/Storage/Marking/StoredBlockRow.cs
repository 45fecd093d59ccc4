using Cleverence.Connectivity.Marking;

namespace Server.Storage;

/// <summary>A row of the table of blocks.</summary>
internal sealed class StoredBlockRow
{
    public string BlockId { get; init; } = "";

    public string OrderId { get; init; } = "";

    public string Gtin { get; init; } = "";

    public long Quantity { get; init; }

    public long StoredAt { get; init; }

    public StoredBlock ToBlock() => new(BlockId, OrderId, Gtin, (int)Quantity, UnixTime.From(StoredAt));
}
