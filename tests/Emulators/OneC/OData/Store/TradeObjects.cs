namespace Emulators.OneC;

/// <summary>What a fresh base holds. Keys are fixed, so that tests may name them.</summary>
public static class TradeObjects
{
    /// <summary>A good with everything filled in.</summary>
    public static Guid Good { get; } = Guid.Parse("c1a7e2aa-0000-4000-8000-000000000001");

    /// <summary>A good with every reference, date and enumeration empty.</summary>
    public static Guid EmptyGood { get; } = Guid.Parse("c1a7e2aa-0000-4000-8000-000000000005");

    /// <summary>A supplier.</summary>
    public static Guid Supplier { get; } = Guid.Parse("a0000000-0000-4000-8000-000000000001");

    /// <summary>A partner.</summary>
    public static Guid Partner { get; } = Guid.Parse("9a000000-0000-4000-8000-000000000001");

    /// <summary>The main warehouse.</summary>
    public static Guid Warehouse { get; } = Guid.Parse("b1b0c7d2-0000-4000-8000-000000000007");

    /// <summary>The rouble.</summary>
    public static Guid Rouble { get; } = Guid.Parse("d0000000-0000-4000-8000-000000000643");

    /// <summary>The dollar.</summary>
    public static Guid Dollar { get; } = Guid.Parse("d0000000-0000-4000-8000-000000000840");

    /// <summary>An order with empty values, a composite base and one row.</summary>
    public static Guid Order { get; } = Guid.Parse("9d2f3c1e-0000-4000-8000-00000000000a");

    /// <summary>An order whose twelve rows come out of order.</summary>
    public static Guid LongOrder { get; } = Guid.Parse("9d2f3c1e-0000-4000-8000-00000000000c");

    /// <summary>An order that cannot be posted.</summary>
    public static Guid RefusedOrder { get; } = Guid.Parse("9d2f3c1e-0000-4000-8000-00000000000d");

    /// <summary>An offer the order is based on.</summary>
    public static Guid Offer { get; } = Guid.Parse("77aa0001-0000-4000-8000-00000000000b");

    /// <summary>An invoice that has written the registers.</summary>
    public static Guid Invoice { get; } = Guid.Parse("77aa0002-0000-4000-8000-00000000000e");

    /// <summary>The node of the exchange plan.</summary>
    public static Guid Node { get; } = Guid.Parse("e0000000-0000-4000-8000-000000000001");

    internal static Guid GoodAt(int number) => new($"c1a7e2aa-0000-4000-8000-{number:D12}");

    internal static void Fill(ODataStore store)
    {
        TradeCatalogs.Fill(store);
        TradeDocuments.Fill(store);
        TradeRegisters.Fill(store);
    }

    internal static DateTime Day(int month, int day, int hour = 0, int minute = 0) => new(2026, month, day, hour, minute, 0, DateTimeKind.Unspecified);
}
