using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Makes errors of the contract of refusals: one code and reason for each status, the other side's sentence beside it.</summary>
internal static class ZnakFailures
{
    /// <summary>The failure that an answer means.</summary>
    public static ConnectorException Of(ZnakAnswer answer, ZnakRequest request) => new(ErrorOf(answer, request));

    public static ConnectorError ErrorOf(ZnakAnswer answer, ZnakRequest request)
    {
        var failure = ZnakErrors.Read(answer);
        var said = failure.Text.Length > 0 ? failure.Text : $"HTTP {answer.Status}";
        var error = Sort(answer, request, said);
        return error with
        {
            Target = answer.Target,
            Detail = $"{request.Method} {request.Path}: HTTP {answer.Status}. {failure.Raw}".TrimEnd(),
            RetryAfter = answer.RetryAfter,
        };
    }

    /// <summary>An answer under a status of success that holds something else than it should.</summary>
    public static ConnectorException Unreadable(ZnakAnswer answer, ZnakRequest request) =>
        new(new ConnectorError(ConnectorErrorCode.Unavailable, "Chestny ZNAK answered with something that cannot be read. The log has the answer.")
        {
            MessageRu = "Ответ Честного ЗНАКа не читается. Ответ записан в журнал.",
            Reason = ZnakReasons.Unreadable,
            Target = answer.Target,
            Detail = $"{request.Method} {request.Path}: HTTP {answer.Status}. {ZnakErrors.Read(answer).Raw}",
            InDoubt = request.Class is not CallClass.SafeRead,
            Retryable = request.Class is CallClass.SafeRead,
        });

    private static ConnectorError Sort(ZnakAnswer answer, ZnakRequest request, string said) => answer.Status switch
    {
        401 => new(ConnectorErrorCode.AccessDenied, $"Chestny ZNAK does not accept the sign-in of {request.Inn}: {said}")
        {
            MessageRu = $"Честный ЗНАК не принимает вход {request.Inn}: {said}",
            Reason = ZnakReasons.AuthFailed,
        },
        402 => Refused(ZnakReasons.Billing, $"Chestny ZNAK asks for money first: {said}", $"Честный ЗНАК требует оплаты: {said}"),
        403 => Refused(ZnakReasons.NoRights, $"Chestny ZNAK gives no rights for this (contract, group or owner): {said}", $"Честный ЗНАК: нет прав или договора на эту группу: {said}"),
        404 => Refused(ZnakReasons.NotFound, $"Chestny ZNAK has not found it: {said}", $"Честный ЗНАК не нашёл: {said}"),
        410 => Refused(ZnakReasons.UpgradeNeeded, "Chestny ZNAK has withdrawn this method. The connector must be upgraded.", "Честный ЗНАК отключил этот метод. Нужно обновить коннектор."),
        413 => Refused(ZnakReasons.WrongSignatureForm, $"Chestny ZNAK took the request for too large; an attached signature stands where a detached one belongs: {said}", $"Честный ЗНАК: запрос слишком велик или подпись не откреплённая: {said}"),
        429 => new(ConnectorErrorCode.Busy, $"Chestny ZNAK takes no more requests just now: {said}")
        {
            MessageRu = $"Честный ЗНАК сейчас не принимает запросы: {said}",
            Reason = ZnakReasons.LimitExceeded,
            Retryable = request.Class == CallClass.SafeRead,
        },
        >= 500 and < 600 => Fault(request, said),
        _ => Refused(ZnakReasons.Rejected, $"Chestny ZNAK refused: {said}", $"Честный ЗНАК отказал: {said}"),
    };

    private static ConnectorError Refused(string reason, string message, string messageRu) => new(ConnectorErrorCode.Rejected, message) { MessageRu = messageRu, Reason = reason };

    // A token that got lost on its way leaves no doubt behind: the next sign-in issues another one.
    private static ConnectorError Fault(ZnakRequest request, string said) => request.Class is CallClass.SafeRead or CallClass.TokenIssue
        ? new(ConnectorErrorCode.Unavailable, $"Chestny ZNAK failed and may answer later: {said}") { MessageRu = $"Сбой на стороне Честного ЗНАКа, повторите позже: {said}", Reason = ZnakReasons.RemoteFault, Retryable = true }
        : new(ConnectorErrorCode.Unavailable, $"Chestny ZNAK failed; the request may have been carried out. Look there before you send it again: {said}")
        {
            MessageRu = $"Сбой на стороне Честного ЗНАКа; запрос мог быть выполнен. Проверьте, прежде чем повторять: {said}",
            Reason = ZnakReasons.RemoteFault,
            InDoubt = true,
        };
}
