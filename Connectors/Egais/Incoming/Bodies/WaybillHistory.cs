using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The ancestry of a waybill's F2 (TTNHistoryF2Reg); it is found by the registry number.</summary>
/// <param name="RegId">The waybill's registry number.</param>
internal sealed record WaybillHistory(string RegId)
{
    public string? Identity { get; init; }

    /// <summary>Everything that it says, field by field.</summary>
    public ConnectorRecord Content { get; init; } = [];
}
