namespace Faults.Egais;

/// <summary>A document as the server shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="FsrarId">Whose.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Its number.</param>
/// <param name="State">Where it stands.</param>
internal sealed record EgaisPaper(string Id, string FsrarId, string Kind, string Number, string State)
{
    /// <summary>The registry's number; empty while it has none.</summary>
    public string RegId { get; init; } = "";
}
