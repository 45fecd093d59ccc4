using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>One run at one profile: its lock, its time and its report.</summary>
internal sealed class FetchTurn(SuzStation station, IRecordLease lease, SuzOptions options, TimeProvider time, ICallFeedback? feedback)
{
    /// <summary>The reason of the failure that ends a run: its lock went to somebody else.</summary>
    public const string LostReason = "SUZ_LOCK_LOST";

    private readonly long started = time.GetTimestamp();
    private long renewed = time.GetTimestamp();

    public SuzStation Station => station;

    public StationReport Report { get; } = new(station);

    /// <summary>How many codes are wanted of each product; null for all that were ordered.</summary>
    public long? Wanted { get; init; }

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Whether nothing new may be begun.</summary>
    public bool Over => time.GetElapsedTime(started) >= options.Budget;

    /// <summary>Keeps the lock. Before codes are asked for it is renewed always: while they are on the way nobody else may take up the profile.</summary>
    /// <exception cref="ConnectorException">It went to somebody else.</exception>
    public async ValueTask HoldAsync(bool always, CancellationToken cancellationToken)
    {
        if (!always && time.GetElapsedTime(renewed) < options.LockTime / 4) return;
        if (!await lease.RenewAsync(options.LockTime, cancellationToken).ConfigureAwait(false)) throw new ConnectorException(Lost());
        renewed = time.GetTimestamp();
    }

    public void Tell(int? percent, string text) => feedback?.ReportProgress(percent, text);

    /// <summary>Calls a person: a warning of the report and a notice that stays.</summary>
    public void Call(FetchNote note)
    {
        Report.Warn(note);
        feedback?.Notify(new UserNotice(note.MessageRu) { Status = NoticeStatus.Important, Key = $"{note.Code}|{note.OrderId}|{note.Gtin}" });
    }

    private ConnectorError Lost() => new(ConnectorErrorCode.Conflict, $"Another server took over the fetching for the profile {station.OmsId}. Nothing is lost; it goes on there.")
    {
        MessageRu = $"Получение кодов для профиля {station.OmsId} перешло к другому серверу. Ничего не потеряно, оно продолжается там.",
        Reason = LostReason,
        Retryable = true,
    };
}
