using Cleverence.Connectivity;

namespace Server.Api;

/// <summary>A connector as lists show it.</summary>
internal record ConnectorBody(string Id, string Type, ConnectorState State, string? Plugin)
{
    public bool DeclaresMethods { get; init; }

    public int RunningCalls { get; init; }

    public int WaitingCalls { get; init; }

    public IReadOnlyList<string> OpenBreakers { get; init; } = [];

    public ErrorSummary? LastError { get; init; }

    public DateTimeOffset? LastErrorAt { get; init; }

    public static ConnectorBody Of(ConnectorInfo info, string? language) => new(info.Id, info.Type, info.State, info.Plugin)
    {
        DeclaresMethods = info.DeclaresMethods,
        RunningCalls = info.RunningCalls,
        WaitingCalls = info.WaitingCalls,
        OpenBreakers = info.OpenBreakers,
        LastError = ErrorSummary.Of(info.LastError, language),
        LastErrorAt = info.LastErrorAt,
    };
}
