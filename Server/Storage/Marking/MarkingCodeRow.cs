using Cleverence.Connectivity.Marking;

namespace Server.Storage;

/// <summary>A row of the table of marking codes.</summary>
internal sealed class MarkingCodeRow
{
    public string Text { get; init; } = "";

    public string Cis { get; init; } = "";

    public string Gtin { get; init; } = "";

    public string Serial { get; init; } = "";

    public string? OrderId { get; init; }

    public string? BlockId { get; init; }

    public string State { get; init; } = "";

    public long UsedAtSale { get; init; }

    public long StoredAt { get; init; }

    public long ChangedAt { get; init; }

    public StoredMarkingCode ToCode() => new(Text, Cis, Gtin)
    {
        Serial = Serial,
        OrderId = OrderId,
        BlockId = BlockId,
        State = Enum.Parse<MarkingCodeState>(State),
        UsedAtSale = UsedAtSale != 0,
        StoredAt = UnixTime.From(StoredAt),
        ChangedAt = UnixTime.From(ChangedAt),
    };
}
