using System.Globalization;

namespace ServerJobs;

/// <summary>The answers to people, in both languages.</summary>
internal static class JobReplies
{
    public static JobReply Unknown(string id, string known) => new(JobVerdict.NotFound, $"There is no job '{id}'. Known jobs: {known}.", $"Нет задания «{id}». Известные задания: {known}.");

    public static JobReply UnknownRun(string runId) => new(JobVerdict.NotFound, $"There is no run '{runId}'.", $"Нет выполнения «{runId}».");

    public static JobReply RunEnded(JobRun run) =>
        new(JobVerdict.AlreadyEnded, $"Run '{run.Id}' of job '{run.JobId}' has ended already: {run.Outcome}.", $"Выполнение «{run.Id}» задания «{run.JobId}» уже закончилось: {InRussian(run.Outcome)}.") { RunId = run.Id };

    public static JobReply RunElsewhere(JobRun run) =>
        new(JobVerdict.AlreadyRunning, $"Run '{run.Id}' of job '{run.JobId}' is on server '{run.Node}'. Cancel it there.", $"Выполнение «{run.Id}» задания «{run.JobId}» идёт на сервере «{run.Node}». Отмените его там.") { RunId = run.Id };

    public static JobReply RunCancelled(string runId) =>
        new(JobVerdict.Done, $"Run '{runId}' is being cancelled; the job is free when its call has ended.", $"Выполнение «{runId}» отменяется; задание освободится, когда завершится его вызов.") { RunId = runId };

    public static JobReply AlreadyRunning(string id) => new(JobVerdict.AlreadyRunning, $"Job '{id}' is running already. Wait until it ends.", $"Задание «{id}» уже выполняется. Дождитесь окончания.");

    public static JobReply NotClaimed(string id) => new(
        JobVerdict.AlreadyRunning,
        $"Job '{id}' was not started: it, or one with its call and key, runs on one of the servers, or the file of this server says something else of it than those of the others, or this server gave the others no word for longer than its lease. Wait until it ends, or start it on another server.",
        $"Задание «{id}» не запущено: оно или задание с тем же вызовом и ключом выполняется на одном из серверов, либо в файле этого сервера о нём сказано не то, что у других, либо этот сервер молчал дольше своей аренды. Дождитесь окончания или запустите его на другом сервере.");

    /// <summary>Another job has its call and key, or, without a name, a background operation.</summary>
    public static JobReply KeyTaken(ServerJob job, string? holder) => new(
        JobVerdict.AlreadyRunning,
        $"Job '{job.Id}' was not started: {(holder is null ? "a background operation" : $"job '{holder}'")} runs the same call with the key '{job.Key}'. Wait until it ends.",
        $"Задание «{job.Id}» не запущено: {(holder is null ? "фоновая операция" : $"задание «{holder}»")} выполняет тот же вызов с ключом «{job.Key}». Дождитесь окончания.");

    public static JobReply Started(string id, string runId, JobLock? jobLock) => jobLock is null
        ? new(JobVerdict.Done, $"Job '{id}' started.", $"Задание «{id}» запущено.") { RunId = runId }
        : new(
            JobVerdict.Done,
            $"Job '{id}' started, although all jobs are locked by {jobLock.By}: {jobLock.Reason}",
            $"Задание «{id}» запущено, хотя регламентные задания заблокированы ({jobLock.By}): {jobLock.Reason}") { RunId = runId };

    public static JobReply Stopping(string id) => new(JobVerdict.Stopping, $"Job '{id}' was not started: the server is stopping.", $"Задание «{id}» не запущено: сервер останавливается.");

    public static JobReply Paused(string id) => new(JobVerdict.Done, $"Job '{id}' is paused.", $"Задание «{id}» приостановлено.");

    public static JobReply ReasonWanted(string id, int longest) => new(
        JobVerdict.Invalid,
        $"Job '{id}' is not paused: reason takes a text of 1 to {longest} characters. Say why, for those who find it paused.",
        $"Задание «{id}» не приостановлено: reason — текст от 1 до {longest} символов. Напишите причину для тех, кто увидит паузу.");

    public static JobReply UntilWrong(string id, DateTimeOffset until, DateTimeOffset now) => new(
        JobVerdict.Invalid,
        $"Job '{id}' is not paused: until is {Text(until)}, and it must be after now ({Text(now)}) and at most 100 years away. Leave it out for a pause without an end.",
        $"Задание «{id}» не приостановлено: until — {Text(until)}, а нужен момент после текущего ({Text(now)}) и не дальше 100 лет. Для паузы без срока уберите until.");

    public static JobReply Resumed(string id) => new(JobVerdict.Done, $"Job '{id}' is resumed.", $"Задание «{id}» возобновлено.");

    public static JobReply PausedByFile(string id, string file) => new(
        JobVerdict.HeldByFile,
        $"Job '{id}' stays paused: its entry in {file} has 'pause'. Take it out there.",
        $"Задание «{id}» остаётся приостановленным: в его записи в {file} есть «pause». Уберите её там.");

    public static JobReply Locked => new(JobVerdict.Done, "All jobs are locked: nothing starts by its schedule. Runs in progress go on.", "Регламентные задания заблокированы: по расписанию ничего не запускается. Идущие выполнения продолжаются.");

    public static JobReply Unlocked => new(JobVerdict.Done, "All jobs are unlocked.", "Блокировка регламентных заданий снята.");

    private static string InRussian(JobOutcome? outcome) => outcome switch
    {
        JobOutcome.Succeeded => "успешно",
        JobOutcome.SucceededWithWarnings => "успешно, с предупреждениями",
        JobOutcome.Failed => "с ошибкой",
        JobOutcome.TimedOut => "истекло время",
        JobOutcome.Cancelled => "отменено",
        _ => "аварийно, итог неизвестен",
    };

    private static string Text(DateTimeOffset moment) => moment.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
