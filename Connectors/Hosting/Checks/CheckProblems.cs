using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>What the host itself has to say at a check.</summary>
internal static class CheckProblems
{
    public static readonly ConnectorProblem Disabled = Of(
        "DISABLED", "enabled", "The connector is switched off.", "Set \"enabled\": true in its entry.", "Коннектор выключен.", "Поставьте \"enabled\": true в его записи.");

    public static readonly ConnectorProblem Starting = Of(
        "STARTING", "", "The connector is being started or swapped.", "Ask again in a few seconds.", "Коннектор запускается или заменяется.", "Повторите через несколько секунд.");

    public static readonly ConnectorProblem RunsAlready = Of(
        "CHECK_RUNS", "", "A check of this connector runs already.", "Wait for its end; one that hangs is over when the outside system lets go.", "Проверка этого коннектора уже идёт.", "Дождитесь её конца; зависшая кончится, когда внешняя система отпустит соединение.");

    public static readonly ConnectorProblem TooSlow = Of(
        "CHECK_TOO_SLOW", "", "The check did not end in time; the outside system may hang.", "Look whether the outside system answers at all, and at the connector's limits.", "Проверка не закончилась вовремя; возможно, внешняя система не отвечает.", "Проверьте, отвечает ли внешняя система, и пределы времени коннектора.");

    public static readonly ConnectorProblem None = Of(
        "NO_CHECK", "", "The connector has no check of its own; it is loaded and takes calls.", "Try a call that only reads.", "У коннектора нет собственной проверки; он загружен и принимает вызовы.", "Попробуйте вызов, который только читает.") with { IsWarning = true };

    public static ConnectorProblem Threw(Exception failure) => Of(
        "CHECK_FAILED", "", "The check itself failed; the log has the cause.", "Show the log record to the connector's author.", "Сама проверка завершилась ошибкой; причина в журнале.", "Покажите запись журнала автору коннектора.") with { Detail = failure.ToString() };

    public static ConnectorCheckReport Only(ConnectorProblem problem) => new([problem]);

    /// <summary>Why the connector cannot run, or what the outside system answered: its settings problems, or the error as one problem.</summary>
    public static ConnectorCheckReport OfFault(ConnectorError fault) =>
        new(fault.Problems.Count > 0 ? fault.Problems : [OfError(fault)]) { Target = fault.Target };

    private static ConnectorProblem OfError(ConnectorError error) => Of(
        error.Reason ?? error.Code.ToString(), "", error.Message, "Mend the cause, then check again; the log has the whole text.", error.MessageFor("ru"), "Устраните причину и проверьте снова; полный текст в журнале.") with { Detail = error.Detail };

    private static ConnectorProblem Of(string code, string field, string message, string next, string messageRu, string nextRu) =>
        new(code, field, message, next) { MessageRu = messageRu, NextStepRu = nextRu };
}
