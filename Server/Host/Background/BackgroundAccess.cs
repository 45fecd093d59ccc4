using Cleverence.Connectivity;
using Server.Api;
using ServerJobs.Background;

namespace Server.Background;

/// <summary>Whose operations a caller may see: its own, of its key on its device; with a key without limits, all.</summary>
internal static class BackgroundAccess
{
    public static BackgroundOwner OwnerOf(ApiCaller caller, string? deviceInBody = null) => new(caller.Key.Id, caller.Device ?? deviceInBody ?? "");

    public static bool IsAdministrator(ApiCaller caller) => caller.Key.Connectors.Count == 0;

    public static BackgroundOperation Check(BackgroundOperation? operation, string id, ApiCaller caller) =>
        operation is not null && (IsAdministrator(caller) || operation.Owner == OwnerOf(caller)) ? operation : throw new ApiException(Unknown(id));

    private static ApiError Unknown(string id) => ApiError.NotFound(
        $"This key and device have no operation '{id}'. GET /api/v1/background lists theirs; send the X-Device it was started with.",
        $"У этого ключа и устройства нет операции «{id}». Их список — GET /api/v1/background; передайте X-Device, с которым она начата.");

    public static ApiError Gone(string id) => ApiError.NotFound(
        $"The result of operation '{id}' is over its lifetime and no longer kept. Start the operation anew if it may be done again.",
        $"Срок хранения результата операции «{id}» истёк. Начните операцию заново, если её можно повторить.");

    public static ConnectorException StillRuns(string id) => new(new ConnectorError(ConnectorErrorCode.Conflict, $"Operation '{id}' still runs; its result can be read when it has ended.")
    {
        MessageRu = $"Операция «{id}» ещё выполняется; результат можно прочитать после её окончания.",
        Retryable = true,
        RetryAfter = TimeSpan.FromSeconds(1),
    });
}
