using System.Globalization;
using Cleverence.Connectivity;

namespace Connectors.OneC;

/// <summary>The sentences of failures, for the operator at the handheld and the administrator behind him.</summary>
internal static class OneCErrors
{
    public static ConnectorError NoLicence(OneCAnswer answer) =>
        new(ConnectorErrorCode.Unavailable, $"1C at {answer.Target} has no free licence. Close idle sessions or add licences; try again in a minute.")
        {
            MessageRu = $"У 1С ({answer.Target}) нет свободной лицензии. Закройте лишние сеансы или добавьте лицензии; повторите через минуту.",
            Reason = OneCReasons.NoLicence,
            Retryable = true,
            RetryAfter = OneCFailures.LicencePause,
        };

    /// <summary>What a code of the OData interface says, or null where the status says it.</summary>
    public static ConnectorError? OfODataCode(OneCErrorText said) => Number(said.Code) switch
    {
        -1 => Refused(said, OneCReasons.Refused),
        15 => Conflict(said),
        20 => Rights(said),
        0 or 17 or 21 => NotSupported(said),
        8 or 9 or 10 or 11 => Refused(said, $"ODATA_{said.Code}"),
        > 0 and var code => Refused(said, $"ODATA_{code}"),
        _ => null,
    };

    public static ConnectorError SessionLost() =>
        new(ConnectorErrorCode.Unavailable, "1C has ended the session of this connector. The call can be repeated.")
        {
            MessageRu = "1С завершила сеанс этого коннектора. Вызов можно повторить.",
            Reason = OneCReasons.SessionLost,
            Retryable = true,
        };

    public static ConnectorError SessionsBusy(OneCAnswer answer) =>
        new(ConnectorErrorCode.Busy, $"All sessions that 1C at {answer.Target} gives to web calls are taken. Try again in a few seconds.")
        {
            MessageRu = $"Все сеансы, которые 1С ({answer.Target}) даёт веб-вызовам, заняты. Повторите через несколько секунд.",
            Reason = OneCReasons.SessionsBusy,
            Retryable = true,
            RetryAfter = OneCFailures.PoolPause,
        };

    public static ConnectorError SignIn(OneCAnswer answer) =>
        new(ConnectorErrorCode.AccessDenied, $"1C at {answer.Target} did not accept the user. Check auth.user and the password in the connector's settings.")
        {
            MessageRu = $"1С ({answer.Target}) не приняла пользователя. Проверьте auth.user и пароль в настройках коннектора.",
            Reason = OneCReasons.SignIn,
        };

    public static ConnectorError Rights(OneCErrorText said) =>
        new(ConnectorErrorCode.AccessDenied, $"The user of this connector lacks a right in 1C{Quoted(said)}. Give its role the right.")
        {
            MessageRu = $"Пользователю коннектора не хватает прав в 1С{Quoted(said)}. Дайте право его роли.",
            Reason = Own(said, OneCReasons.Rights),
        };

    public static ConnectorError NotThere(OneCAnswer answer, OneCErrorText said) => said.Kind is OneCErrorKind.Service or OneCErrorKind.OData or OneCErrorKind.Json && said.IsReadable
        ? Refused(said, OneCReasons.NotFound)
        : new(ConnectorErrorCode.Rejected, $"1C at {answer.Target} has nothing published at this address (HTTP {said.Status}). Check the address, letter case included, and default.vrd.")
        {
            MessageRu = $"По этому адресу в 1С ({answer.Target}) ничего не опубликовано (HTTP {said.Status}). Проверьте адрес с учётом регистра и default.vrd.",
            Reason = OneCReasons.NotPublished,
        };

    public static ConnectorError NotSupported(OneCErrorText said) =>
        new(ConnectorErrorCode.Rejected, $"1C does not support this request{Quoted(said)}.")
        {
            MessageRu = $"1С не поддерживает такой запрос{Quoted(said)}.",
            Reason = OneCReasons.NotSupported,
        };

    public static ConnectorError Conflict(OneCErrorText said) =>
        new(ConnectorErrorCode.Conflict, $"The object in 1C was changed meanwhile or exists already{Quoted(said)}. Read it again.")
        {
            MessageRu = $"Объект 1С изменён другим или уже существует{Quoted(said)}. Прочитайте его заново.",
            Reason = Own(said, OneCReasons.Conflict),
        };

    /// <summary>1C said no in words of its own: a rule of the business, or a fault of its code; nobody can tell them apart.</summary>
    public static ConnectorError Refused(OneCErrorText said, string reason)
    {
        var words = OneCWords.Short(said.Message);
        return new(ConnectorErrorCode.Rejected, words.Length == 0 ? $"1C refused without a word ({reason})." : $"1C refused: {words}")
        {
            MessageRu = words.Length == 0 ? $"1С отказала без объяснения ({reason})." : $"1С отказала: {words}",
            Reason = Own(said, reason),
        };
    }

    /// <summary>A 4xx: by our convention 400 speaks of arguments and 422 of the business; from others it is a request we built wrong.</summary>
    public static ConnectorError Wrong(OneCErrorText said)
    {
        var refused = Refused(said, said.Status == 422 ? OneCReasons.Refused : OneCReasons.RequestWrong);
        return said is { Status: 400, Kind: OneCErrorKind.Service } ? refused with { Code = ConnectorErrorCode.InvalidArguments } : refused;
    }

    // A gateway answers in place of a base that may have had the request already.
    public static ConnectorError Unavailable(OneCAnswer answer, OneCErrorText said)
    {
        var (safe, keyed) = (answer.Safety == MethodSafety.Safe, answer.Safety == MethodSafety.Keyed);
        var words = Quoted(said);
        return new(ConnectorErrorCode.Unavailable, $"1C at {answer.Target} is not available (HTTP {said.Status}). {(safe ? "Try again later" : "The request may have been carried out: look there first")}{words}.")
        {
            MessageRu = $"1С ({answer.Target}) недоступна (HTTP {said.Status}). {(safe ? "Повторите позже" : "Запрос мог быть выполнен: сначала проверьте")}{words}.",
            Reason = OneCReasons.Unavailable,
            Retryable = safe || keyed,
            InDoubt = !safe,
        };
    }

    /// <summary>429: the web server before 1C counts requests and has not let this one through.</summary>
    public static ConnectorError TooMany(OneCAnswer answer) =>
        new(ConnectorErrorCode.Unavailable, $"The web server before 1C at {answer.Target} takes no more requests now (HTTP 429). Try again later, or raise its limit.")
        {
            MessageRu = $"Веб-сервер перед 1С ({answer.Target}) сейчас не принимает запросы (HTTP 429). Повторите позже или увеличьте его предел.",
            Reason = OneCReasons.TooMany,
            Retryable = true,
        };

    public static ConnectorError Broken(OneCAnswer answer) =>
        new(ConnectorErrorCode.Failed, $"1C or the web server at {answer.Target} broke down over the request (HTTP {answer.Status}) and says nothing of it. Look into its logs.")
        {
            MessageRu = $"1С или веб-сервер ({answer.Target}) не справились с запросом (HTTP {answer.Status}), объяснения нет. Смотрите их журналы.",
            Reason = OneCReasons.Broken,
            Retryable = answer.Safety != MethodSafety.Unsafe,
            InDoubt = answer.Safety != MethodSafety.Safe,
        };

    public static ConnectorError TooLarge() =>
        new(ConnectorErrorCode.TooLarge, "The web server before 1C does not take so large a request. Send less, or raise its limit.")
        {
            MessageRu = "Веб-сервер перед 1С не принимает такой большой запрос. Передавайте меньше или увеличьте его предел.",
            Reason = OneCReasons.TooLarge,
        };

    public static ConnectorError Page(OneCAnswer answer) =>
        new(ConnectorErrorCode.AccessDenied, $"{answer.Target} answered with a web page instead of data: a sign-in page or another site. Check baseAddress, auth and the publication.")
        {
            MessageRu = $"{answer.Target} вместо данных вернул веб-страницу: вход или чужой сайт. Проверьте baseAddress, auth и публикацию.",
            Reason = OneCReasons.HtmlPage,
            InDoubt = answer.Safety != MethodSafety.Safe,
        };

    public static ConnectorError Redirected(OneCAnswer answer) =>
        new(ConnectorErrorCode.Rejected, $"{answer.Target} sends us to another address; that is not followed. Put the final address into baseAddress.")
        {
            MessageRu = $"{answer.Target} перенаправляет на другой адрес; это запрещено. Укажите конечный адрес в baseAddress.",
            Reason = OneCReasons.Redirected,
        };

    // A code of our convention is the 1C programmer's; it is passed on where it is one.
    private static string Own(OneCErrorText said, string reason) =>
        said is { Kind: OneCErrorKind.Service, Code: [>= 'A' and <= 'Z', ..] code } && code.Length <= 64 && code.All(letter => letter is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_') ? code : reason;

    private static string Quoted(OneCErrorText said) => said.IsReadable && OneCWords.Short(said.Message) is { Length: > 0 } words ? $": {words.TrimEnd('.')}" : "";

    private static int? Number(string? code) => int.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
