using Cleverence.Connectivity;

namespace Connectors.Exchange;

/// <summary>The failures of signing, in both languages. A signature that was not made changed nothing anywhere, so none is in doubt.</summary>
internal static class SigningErrors
{
    public static ConnectorException TooSlow(string signer, TimeSpan limit) => Of(
        ConnectorErrorCode.Unavailable, "SIGNER_TIMEOUT", true,
        $"Signer '{signer}' did not answer within {limit.TotalSeconds:0.#} s. Look whether its tool waits for a PIN or a token.",
        $"Подпись «{signer}» не получена за {limit.TotalSeconds:0.#} с. Проверьте, не ждёт ли программа ПИН-код или токен.");

    public static ConnectorException NotStarted(string signer, string command, Exception failure) => Of(
        ConnectorErrorCode.Unavailable, "SIGNER_NOT_STARTED", false,
        $"Signer '{signer}': the command '{command}' cannot be started. Check its path and rights.",
        $"Подпись «{signer}»: программа «{command}» не запускается. Проверьте путь и права.", failure.Message, failure);

    public static ConnectorException ExitCode(string signer, int code, string output) => Of(
        ConnectorErrorCode.Failed, "SIGNER_EXIT_CODE", false,
        $"Signer '{signer}': the command ended with code {code}. The log has what it said.",
        $"Подпись «{signer}»: программа завершилась с кодом {code}. Её слова — в журнале.", output);

    public static ConnectorException NoOutput(string signer, string output) => Of(
        ConnectorErrorCode.Failed, "SIGNATURE_MISSING", false,
        $"Signer '{signer}' gave no signature. Check that its arguments name {{out}}, or that it writes to standard output.",
        $"Подпись «{signer}» пуста. Проверьте, что в аргументах есть {{out}} или что программа пишет в стандартный вывод.", output);

    public static ConnectorException Unreadable(string signer, string why, string whyRu) => Of(
        ConnectorErrorCode.Failed, "SIGNATURE_UNREADABLE", false,
        $"Signer '{signer}' gave something else than asked for: {why}.",
        $"Подпись «{signer}» не такая, как нужно: {whyRu}.");

    public static ConnectorException TooLarge(string signer, int limit) => Unreadable(signer, $"it is over {limit / (1024 * 1024)} MB", $"больше {limit / (1024 * 1024)} МБ");

    public static ConnectorException NoSecret(string signer, string secret) => Of(
        ConnectorErrorCode.Unavailable, "SECRET_MISSING", false,
        $"Signer '{signer}': the secret '{secret}' was not found. Put the file secrets/{secret} in the home folder.",
        $"Подпись «{signer}»: секрет «{secret}» не найден. Положите файл secrets/{secret} в домашнюю папку.");

    public static ConnectorException NoCertificate(string signer, string file, string reason) => Of(
        ConnectorErrorCode.Unavailable, "CERTIFICATE_UNREADABLE", false,
        $"Signer '{signer}': the certificate file '{file}' cannot be read. Put a certificate there, PEM or DER.",
        $"Подпись «{signer}»: файл сертификата «{file}» не читается. Положите туда сертификат, PEM или DER.", reason);

    public static ConnectorException Wrong(string signer, SignerProblem problem) => new(new ConnectorError(ConnectorErrorCode.Unavailable, $"Signer '{signer}' is not configured rightly: {problem.Path}: {problem.Wrong}. {problem.Next}")
    {
        MessageRu = $"Подпись «{signer}» настроена неверно: {problem.Path}: {problem.WrongRu}. {problem.NextRu}",
        Reason = "SIGNER_WRONG",
        Problems = [problem.ForPeople()],
    });

    public static ConnectorException Answered(string signer, string target, int status, string text) => Of(
        status switch { 401 or 403 => ConnectorErrorCode.AccessDenied, 429 or >= 500 => ConnectorErrorCode.Unavailable, _ => ConnectorErrorCode.Rejected },
        "SIGNING_SERVICE_REFUSED", status is 429 or >= 500,
        $"Signer '{signer}': the signing service answered with status {status}. {(status is 401 or 403 ? "Check its key." : "The log has what it said.")}",
        $"Подпись «{signer}»: сервис подписи ответил кодом {status}. {(status is 401 or 403 ? "Проверьте его ключ." : "Его слова — в журнале.")}", text, null, target);

    public static ConnectorException Unreachable(string signer, string target, Exception failure) => Of(
        ConnectorErrorCode.Unavailable, "SIGNING_SERVICE_UNREACHABLE", true,
        $"Signer '{signer}': the signing service at {target} cannot be reached. Check its address and certificate.",
        $"Подпись «{signer}»: сервис подписи {target} недоступен. Проверьте его адрес и сертификат.", failure.Message, failure, target);

    private static ConnectorException Of(ConnectorErrorCode code, string reason, bool retryable, string text, string textRu, string? detail = null, Exception? failure = null, string? target = null)
    {
        var error = new ConnectorError(code, text) { MessageRu = textRu, Reason = reason, Retryable = retryable, Detail = string.IsNullOrWhiteSpace(detail) ? null : detail, Target = target };
        return failure is null ? new ConnectorException(error) : new ConnectorException(error, failure);
    }
}
