namespace ServerJobs.Background;

/// <summary>The state of a background job, as the wire spells it.</summary>
public enum BackgroundState
{
    /// <summary>It runs, or waits for its place (Активно).</summary>
    Active,

    /// <summary>It ended well (Завершено).</summary>
    Completed,

    /// <summary>It failed, passed its limit or was lost (ЗавершеноАварийно).</summary>
    Failed,

    /// <summary>It was cancelled (Отменено).</summary>
    Canceled,
}
