namespace Server.Storage;

/// <summary>A row of the table of replay keys.</summary>
internal sealed class ReplayRow
{
    public byte[] ArgumentsHash { get; init; } = [];

    public byte[]? Outcome { get; init; }
}
