using System.Globalization;
using Cleverence.Connectivity;

namespace ServerJobs.Background;

/// <summary>The errors of background operations, in both languages.</summary>
internal static class BackgroundErrors
{
    public static ConnectorError KeyTaken(BackgroundOperation running) =>
        new(ConnectorErrorCode.Conflict, $"An operation with the key '{running.Key}' of '{running.Call}' is already running: {running.Id}. Wait for it, or cancel it.")
        {
            MessageRu = $"Операция с ключом «{running.Key}» вызова «{running.Call}» уже выполняется: {running.Id}. Дождитесь её или отмените.",
            Reason = "KEY_ALREADY_RUNNING",
            Retryable = true,
        };

    public static ConnectorError OtherRequest(string requestId) =>
        new(ConnectorErrorCode.Conflict, $"Request id '{requestId}' was already used to start another operation. Use a new id for a new operation.")
        {
            MessageRu = $"С номером запроса «{requestId}» уже начата другая операция. Для новой нужен новый номер.",
        };

    public static ConnectorError Stopping { get; } =
        new(ConnectorErrorCode.Unavailable, "The server is stopping and starts no operations. Try again in a minute.")
        {
            MessageRu = "Сервер останавливается и не начинает операций. Повторите через минуту.",
            Retryable = true,
            RetryAfter = TimeSpan.FromMinutes(1),
        };

    public static ConnectorError ByAdministrator(bool inDoubt) =>
        new(ConnectorErrorCode.Cancelled, "The operation was cancelled by an administrator (operation cancelled by administrator).")
        {
            MessageRu = "Операция отменена администратором.",
            Reason = "CANCELLED_BY_ADMINISTRATOR",
            InDoubt = inDoubt,
        };

    public static ConnectorError ByServer(bool inDoubt) =>
        new(ConnectorErrorCode.Cancelled, "The server stopped before the operation ended.")
        {
            MessageRu = "Сервер остановлен до окончания операции.",
            Reason = "SERVER_STOPPED",
            InDoubt = inDoubt,
        };

    public static ConnectorError AbnormalEnd { get; } =
        new(ConnectorErrorCode.Failed, "The operation came to an abnormal end: its server ended or fell silent during it. Look at what was done before you start it anew.")
        {
            MessageRu = "Операция завершилась аварийно: её сервер остановился или перестал отвечать. Проверьте, что сделано, прежде чем начинать заново.",
            Reason = "ABNORMAL_END",
            InDoubt = true,
        };

    public static ConnectorError Unexpected(string detail) =>
        new(ConnectorErrorCode.Failed, "The operation failed in a way nobody declared; the log has the details.")
        {
            MessageRu = "Операция завершилась непредвиденной ошибкой; подробности в журнале.",
            Detail = detail,
            InDoubt = true,
        };

    public static ConnectorError TooManyRows { get; } =
        new(ConnectorErrorCode.TooLarge, $"The table has more than {ConnectorTable.MaxRows.ToString(CultureInfo.InvariantCulture)} rows; nothing is cut. Ask for less at once.")
        {
            MessageRu = $"В таблице больше {ConnectorTable.MaxRows.ToString(CultureInfo.InvariantCulture)} строк; обрезать её нельзя. Запросите меньше.",
        };

    public static ConnectorError AllPortionsFailed(int count, ConnectorError first) =>
        new(first.Code, $"None of {count} portions succeeded. The first says: {first.Message}")
        {
            MessageRu = $"Ни одна из порций ({count}) не выполнена. Первая: {first.MessageRu ?? first.Message}",
            Reason = first.Reason,
            Retryable = first.Retryable,
            InDoubt = first.InDoubt,
        };
}
