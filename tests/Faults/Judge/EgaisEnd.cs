namespace Faults.Judge;

/// <summary>How a story of the registry ended: here and there.</summary>
/// <param name="Shipped">The state of the waybill at its shipper.</param>
/// <param name="Received">Its state at its consignee.</param>
/// <param name="Waybill">Its state in the registry.</param>
/// <param name="WriteOff">The state of the write-off.</param>
/// <param name="Act">The state of the act in the registry.</param>
internal sealed record EgaisEnd(string Shipped, string Received, string Waybill, string WriteOff, string Act)
{
    /// <summary>What every story is like before it began.</summary>
    public static EgaisEnd Nothing { get; } = new("", "", "", "", "");
}
