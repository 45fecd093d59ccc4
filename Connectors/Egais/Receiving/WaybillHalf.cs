namespace Connectors.Egais;

/// <summary>Half of an incoming waybill that waits for the other one: the waybill or its registration.</summary>
/// <param name="RemoteId">The box's id of the item.</param>
/// <param name="FsrarId">Whose box.</param>
/// <param name="PairKey">What both halves have alike.</param>
/// <param name="IsRegistration">Which half.</param>
internal sealed record WaybillHalf(string RemoteId, string FsrarId, string PairKey, bool IsRegistration)
{
    /// <summary>The sender's Identity of the waybill, where the half has it.</summary>
    public string? Identity { get; init; }

    /// <summary>The registry's number; only a registration has it.</summary>
    public string? RegId { get; init; }

    /// <summary>The hash of the item, by which a repetition is told from another waybill.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Whether people were told that the other half does not come.</summary>
    public bool Warned { get; init; }

    /// <summary>The record's version; 0 for a new one.</summary>
    public long Version { get; init; }
}
