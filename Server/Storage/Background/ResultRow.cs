namespace Server.Storage;

/// <summary>A kept result with what its lifetime hangs on.</summary>
internal sealed class ResultRow
{
    public string Outcome { get; init; } = "";

    public long EndedAt { get; init; }

    public long? SeenAt { get; init; }
}
