namespace ServerJobs;

/// <summary>What the editor of the job file answers.</summary>
internal static class JobsEditReplies
{
    private const int LongestValue = 40;

    public static JobsEditReply Done(string? id, bool lostComments) => lostComments
        ? new(JobsEditVerdict.Done, $"Job '{id}' is changed; comments inside its entry are gone.", $"Задание «{id}» изменено; комментарии внутри его записи не сохранились.")
        : id is null ? new(JobsEditVerdict.Done, "The change of the job file is made.", "Файл заданий изменён.")
        : new(JobsEditVerdict.Done, $"The change of job '{id}' is in the file.", $"Изменение задания «{id}» записано в файл.");

    public static JobsEditReply NotFound(string id, JobsLayout layout)
    {
        var known = string.Join(", ", layout.Entries.Select(entry => entry.Id).OfType<string>());
        return new(JobsEditVerdict.NotFound, $"The job file has no job '{id}'. Its jobs: {known}.", $"В файле заданий нет задания «{id}». Есть: {known}.");
    }

    public static JobsEditReply Changed(string path) => new(
        JobsEditVerdict.Changed,
        $"{Path.GetFileName(path)} was changed by somebody else. Read the job again and repeat the change.",
        $"{Path.GetFileName(path)} изменён кем-то другим. Прочитайте задание снова и повторите изменение.");

    public static JobsEditReply Taken(string id) => new(JobsEditVerdict.Taken, $"There is a job '{id}' already. Choose another id.", $"Задание «{id}» уже есть. Выберите другой идентификатор.");

    public static JobsEditReply Renamed(string id, string named) => new(
        JobsEditVerdict.Wrong,
        $"The id of job '{id}' cannot become '{named}': its history is kept under it. Copy the job and delete this one.",
        $"Идентификатор задания «{id}» нельзя сменить на «{named}»: под ним хранится история. Скопируйте задание и удалите это.");

    public static JobsEditReply Predefined(string id) => new(
        JobsEditVerdict.Predefined,
        $"Job '{id}' is predefined and is not deleted. Disable it instead.",
        $"Задание «{id}» предопределённое и не удаляется. Отключите его.");

    public static JobsEditReply Wrong(string id, IReadOnlyList<JobsProblem> problems) =>
        new(JobsEditVerdict.Wrong, $"Job '{id}' was not written: {Short(problems[0], russian: false)}", $"Задание «{id}» не записано: {Short(problems[0], russian: true)}") { Problems = problems };

    public static JobsEditReply NotWritten(string path, Exception refused) => new(
        JobsEditVerdict.NotWritten,
        $"{path} cannot be written: {refused.Message} Let the server's user write the file and its folder.",
        $"{path} не удаётся записать: {refused.Message} Разрешите пользователю сервера запись в файл и его папку.");

    // Whoever changes the file over HTTP has no use for where it lies, and the sentence is short.
    private static string Short(JobsProblem problem, bool russian)
    {
        var brief = problem.Value is { Length: > LongestValue } value ? problem with { Value = value[..LongestValue] + "…" } : problem;
        return (russian ? brief.MessageRu : brief.Message)[(problem.File.Length + 2)..];
    }
}
