namespace ServerJobs.Background;

/// <summary>The status of a long operation as its caller is told.</summary>
public enum OperationStatus
{
    /// <summary>It goes on (Выполняется).</summary>
    Running,

    /// <summary>It ended well (Выполнено).</summary>
    Completed,

    /// <summary>It failed, was lost, or somebody else cancelled it (Ошибка).</summary>
    Error,

    /// <summary>Its owner cancelled it (Отменено).</summary>
    Canceled,
}
