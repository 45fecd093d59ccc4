using ServerJobs.Background;

namespace Server.Storage;

/// <summary>A row of the table of portions.</summary>
internal sealed class PortionRow
{
    public string OperationId { get; init; } = "";

    public long Number { get; init; }

    public string Key { get; init; } = "";

    public string Arguments { get; init; } = "";

    public long Attempt { get; init; }

    public string? Result { get; init; }

    public static PortionRow Of(string operationId, BackgroundPortion portion, int number) => new()
    {
        OperationId = operationId,
        Number = number,
        Key = portion.Key,
        Arguments = BackgroundText.Of(portion.Args),
        Attempt = portion.Attempt,
        Result = portion.Result is { } result ? BackgroundText.Of(result) : null,
    };

    public BackgroundPortion ToPortion() => new(Key, BackgroundText.ToArgs(Arguments)) { Attempt = (int)Attempt, Result = Result is null ? null : BackgroundText.ToResult(Result) };
}
