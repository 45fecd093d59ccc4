namespace Server.Storage;

/// <summary>A row of the codes kept aside.</summary>
internal sealed class CodeConflictRow
{
    public string Text { get; init; } = "";

    public string Cis { get; init; } = "";

    public string Gtin { get; init; } = "";

    public string OrderId { get; init; } = "";

    public string BlockId { get; init; } = "";

    public string? OtherBlockId { get; init; }

    public long FoundAt { get; init; }

    public CodeConflict ToConflict() => new(Text, Cis, Gtin, OrderId, BlockId, OtherBlockId, UnixTime.From(FoundAt));
}
