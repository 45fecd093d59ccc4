namespace Connectors.ChestnyZnak;

/// <summary>The settings of the order station, read and checked.</summary>
internal sealed record SuzOptions
{
    /// <summary>The most codes the station gives at a time.</summary>
    public const int LargestBatch = 150_000;

    public int Batch { get; init; } = 10_000;

    public int LastPortion { get; init; } = 100;

    public TimeSpan WaitingTime { get; init; } = TimeSpan.FromMinutes(2);

    public TimeSpan MissingTime { get; init; } = TimeSpan.FromMinutes(30);

    public TimeSpan Budget { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan ExpiryWarning { get; init; } = TimeSpan.FromDays(7);

    public SuzClosePolicy ClosePolicy { get; init; } = SuzClosePolicy.WhenAllReceived;

    public TimeSpan LockTime { get; init; } = TimeSpan.FromMinutes(4);

    public TimeSpan StoreTime { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan SearchTime { get; init; } = TimeSpan.FromMinutes(30);

    public bool Sign { get; init; } = true;

    public IReadOnlyList<string> UnsignedGroups { get; init; } = ["pharma"];

    public AttributeTable Attributes { get; init; } = AttributeTable.Empty;
}
