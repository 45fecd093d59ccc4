using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>The errors the invoker itself gives, in both languages.</summary>
internal static class InvokeErrors
{
    public static ConnectorError ConnectorNotFound(string id) =>
        new(ConnectorErrorCode.ConnectorNotFound, $"There is no connector '{id}'. Check the id in the action and in config/connectors.json.")
        {
            MessageRu = $"Нет коннектора «{id}». Проверьте имя в действии и в config/connectors.json.",
        };

    public static ConnectorError Disabled(string id) =>
        new(ConnectorErrorCode.ConnectorDisabled, $"Connector '{id}' is switched off. Set \"enabled\": true in config/connectors.json to use it.")
        {
            MessageRu = $"Коннектор «{id}» выключен. Чтобы включить, укажите \"enabled\": true в config/connectors.json.",
        };

    public static ConnectorError StillStarting(string id) =>
        new(ConnectorErrorCode.Unavailable, $"Connector '{id}' is still starting. Try again in a few seconds.")
        {
            MessageRu = $"Коннектор «{id}» ещё запускается. Повторите через несколько секунд.",
            Retryable = true,
            RetryAfter = TimeSpan.FromSeconds(3),
        };

    public static ConnectorError Busy(ConnectorCallState call) =>
        new(ConnectorErrorCode.Busy, $"Connector '{call.Args.ConnectorId}' is busy: {call.Handle.Runtime.Gate.Running} calls run and {call.Handle.Runtime.Gate.Waiting} wait. Try again shortly.")
        {
            MessageRu = $"Коннектор «{call.Args.ConnectorId}» занят: выполняется вызовов {call.Handle.Runtime.Gate.Running}, ждут {call.Handle.Runtime.Gate.Waiting}. Повторите чуть позже.",
            Retryable = true,
            RetryAfter = TimeSpan.FromSeconds(1),
        };

    public static ConnectorError BreakerOpen(ConnectorCallState call, TimeSpan wait) =>
        new(ConnectorErrorCode.Unavailable, $"The system behind '{call.Args.ConnectorId}' failed several times in a row; calls to it pause. Try again in {Seconds(wait)} s.")
        {
            MessageRu = $"Система за «{call.Args.ConnectorId}» несколько раз подряд не ответила; вызовы приостановлены. Повторите через {Seconds(wait)} с.",
            Target = call.Target.Length == 0 ? null : call.Target,
            Retryable = true,
            RetryAfter = TimeSpan.FromSeconds(Seconds(wait)),
        };

    public static ConnectorError LimitPassed(ConnectorCallState call) =>
        new(ConnectorErrorCode.Timeout, $"'{call.Method.Info.FullName}' of '{call.Args.ConnectorId}' did not end within {Seconds(call.Limit ?? TimeSpan.Zero)} s.")
        {
            MessageRu = $"«{call.Method.Info.FullName}» коннектора «{call.Args.ConnectorId}» не завершился за {Seconds(call.Limit ?? TimeSpan.Zero)} с.",
            Retryable = call.Safety != MethodSafety.Unsafe,
            InDoubt = call.Safety != MethodSafety.Safe,
        };

    public static ConnectorError DeadlinePassed(ConnectorCallState call) =>
        call.Safety == MethodSafety.Safe
            ? new(ConnectorErrorCode.Timeout, $"'{call.Args.ConnectorId}' did not answer within your waiting time. Try again.")
            {
                MessageRu = $"«{call.Args.ConnectorId}» не ответил за ваше время ожидания. Повторите.",
                Retryable = true,
            }
            : new(ConnectorErrorCode.Timeout, $"Your waiting time has passed; '{call.Args.ConnectorId}' goes on with the call. Repeat it with the same request id to get its result.")
            {
                MessageRu = $"Время ожидания вышло, «{call.Args.ConnectorId}» продолжает вызов. Повторите с тем же номером запроса, чтобы получить результат.",
                Retryable = true,
                InDoubt = true,
            };

    public static ConnectorError DeadlineBeforeStart(InvokeArgs args) =>
        new(ConnectorErrorCode.Timeout, $"Your waiting time passed before '{args.ConnectorId}' could begin. Nothing was done; try again.")
        {
            MessageRu = $"Время ожидания вышло раньше, чем «{args.ConnectorId}» начал вызов. Ничего не сделано; повторите.",
            Retryable = true,
        };

    public static ConnectorError CallerLeft(InvokeArgs args, bool inDoubt) =>
        new(ConnectorErrorCode.Cancelled, $"The caller left before '{args.ConnectorId}' answered.")
        {
            MessageRu = $"Вызывающий отключился раньше, чем «{args.ConnectorId}» ответил.",
            Retryable = true,
            InDoubt = inDoubt,
        };

    public static ConnectorError Stopped(InvokeArgs args, bool inDoubt) =>
        new(ConnectorErrorCode.Cancelled, $"The call of '{args.ConnectorId}' was cancelled{(inDoubt ? "; it had begun, so look at what it did" : " before it began")}.")
        {
            MessageRu = inDoubt ? $"Вызов «{args.ConnectorId}» отменён; он уже начался, проверьте, что сделано." : $"Вызов «{args.ConnectorId}» отменён до начала.",
            InDoubt = inDoubt,
        };

    public static ConnectorError StillRunning(InvokeArgs args) =>
        new(ConnectorErrorCode.Timeout, $"The call under this request id still runs in '{args.ConnectorId}'. Repeat it with the same id to get its result.")
        {
            MessageRu = $"Вызов с этим номером запроса ещё выполняется в «{args.ConnectorId}». Повторите с тем же номером.",
            Retryable = true,
            InDoubt = true,
        };

    public static ConnectorError OtherArguments(string requestId) =>
        new(ConnectorErrorCode.Conflict, $"Request id '{requestId}' was already used for a call with other arguments. Use a new id for a new call.")
        {
            MessageRu = $"Номер запроса «{requestId}» уже использован для вызова с другими аргументами. Для нового вызова нужен новый номер.",
        };

    public static ConnectorError StreamNotKept(string requestId) =>
        new(ConnectorErrorCode.Conflict, $"The call under request id '{requestId}' has run and its table is not kept. Use a new id to run it again.")
        {
            MessageRu = $"Вызов с номером «{requestId}» уже выполнен, его таблица не хранится. Для нового вызова нужен новый номер.",
        };

    public static ConnectorError EndNotKnown(InvokeArgs args) =>
        new(ConnectorErrorCode.Failed, $"'{args.ConnectorId}' began this call and its end is not known: another server may still run it, or one stopped in it. Look before you send it anew.")
        {
            MessageRu = $"«{args.ConnectorId}» начал этот вызов, чем он кончился, неизвестно: его ещё выполняет другой сервер, или сервер остановился. Проверьте, прежде чем отправлять заново.",
            InDoubt = true,
        };

    private static int Seconds(TimeSpan span) => Math.Max(1, (int)Math.Ceiling(span.TotalSeconds));
}
