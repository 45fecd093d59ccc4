namespace ServerJobs;

/// <summary>What state a job is in (СостояниеЗадания).</summary>
public enum JobStatus
{
    /// <summary>It is switched off, or its schedule has no start any more (НеАктивно).</summary>
    NotActive,

    /// <summary>It is paused, or all jobs are locked (НеЗапланировано).</summary>
    NotScheduled,

    /// <summary>It waits for its next start (Запланировано).</summary>
    Scheduled,

    /// <summary>It runs, a hung call included (Выполняется).</summary>
    Running,

    /// <summary>Its last run failed and a repeat waits (ОшибкаВыполнения).</summary>
    ExecutionError,
}
