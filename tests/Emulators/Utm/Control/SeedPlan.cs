namespace Emulators.Utm;

/// <summary>What a seed file may hold.</summary>
internal sealed record SeedPlan
{
    private const string Vodka = "Водка «Пример»";

    public IReadOnlyList<OrganisationLine> Organisations { get; init; } = [];

    public IReadOnlyList<StockLine> Stock { get; init; } = [];

    public IReadOnlyList<StockLine> Shop { get; init; } = [];

    public IReadOnlyList<WaybillLine> Waybills { get; init; } = [];

    public IReadOnlyList<TicketLine> Tickets { get; init; } = [];

    public IReadOnlyList<EntryLine> Entries { get; init; } = [];

    internal sealed record OrganisationLine(string FsrarId, string? Inn = null, string? Version = null);

    internal sealed record StockLine(string FsrarId, int Quantity = 12, string Product = Vodka, string? AlcCode = null, bool Marked = true);

    internal sealed record WaybillLine(string Shipper, string Consignee, int Quantity = 12, int Positions = 1, string Product = Vodka, string? Number = null, bool Marked = true, bool Boxed = true);

    internal sealed record TicketLine(string FsrarId, int Count);

    internal sealed record EntryLine(string FsrarId, string Type, string Document, string? ReplyId = null);
}
