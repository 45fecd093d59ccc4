using Cleverence.Connectivity;

namespace Connectors.Transport;

/// <summary>The causes and next steps of a check over HTTP.</summary>
public static class ProbeProblems
{
    private static readonly Dictionary<string, (string Field, string Next, string NextRu)> Steps = new(StringComparer.Ordinal)
    {
        ["NAME_NOT_RESOLVED"] = ("baseAddress", "Correct the host in baseAddress, or add it to DNS or the hosts file of the server.", "Исправьте узел в baseAddress или добавьте его в DNS или файл hosts сервера."),
        ["NOT_CONNECTED"] = ("baseAddress", "Start the system, and check its port and the firewall.", "Запустите систему, проверьте порт и брандмауэр."),
        ["CONNECT_TIMEOUT"] = ("connectTimeout", "Check the network and the firewall between the server and the system.", "Проверьте сеть и брандмауэр между сервером и системой."),
        ["NO_ANSWER"] = ("timeout", "See whether the system hangs; raise timeout if it is only slow.", "Посмотрите, не зависла ли система; если она лишь медленная, увеличьте timeout."),
        ["CONNECTION_LOST"] = ("baseAddress", "See in the system's log why it ends connections.", "Посмотрите в журнале системы, почему она рвёт соединения."),
        ["TLS_FAILED"] = ("baseAddress", "Check that the port speaks https; write http:// if it does not.", "Проверьте, что порт работает по https; если нет, укажите http://."),
        ["CERTIFICATE_EXPIRED"] = ("baseAddress", "Have the certificate of the system renewed.", "Попросите обновить сертификат системы."),
        ["CERTIFICATE_NOT_YET_VALID"] = ("baseAddress", "Check the clocks of both machines.", "Проверьте часы на обеих машинах."),
        ["CERTIFICATE_SELF_SIGNED"] = ("tls.caFile", "Put this certificate into a PEM file and name it in tls.caFile.", "Сохраните этот сертификат в файл PEM и укажите его в tls.caFile."),
        ["CERTIFICATE_UNTRUSTED"] = ("tls.caFile", "Put the certificate of its authority into a PEM file and name it in tls.caFile.", "Сохраните сертификат его центра в файл PEM и укажите в tls.caFile."),
        ["CERTIFICATE_WRONG_NAME"] = ("tls.host", "Use the host the certificate is for, or write its name into tls.host.", "Используйте узел, на который выдан сертификат, или укажите имя из него в tls.host."),
        ["PROXY_NOT_CONNECTED"] = ("proxy.address", "Correct proxy.address, or start the proxy.", "Исправьте proxy.address или запустите прокси."),
        ["PROXY_REFUSED"] = ("proxy.address", "See in the proxy's rules why it lets nobody through.", "Посмотрите в правилах прокси, почему он не пропускает."),
        ["PROXY_DENIED"] = ("proxy.user", "Correct proxy.user and proxy.password.", "Исправьте proxy.user и proxy.password."),
        ["ADDRESS_REFUSED"] = ("allowedHosts", "Add the host, or the number it stands for, to allowedHosts if it is right.", "Если всё верно, добавьте в allowedHosts узел или номер, на который он указывает."),
        ["TOKEN_REFUSED"] = ("auth.clientSecret", "Correct auth.clientId, auth.clientSecret and auth.scope.", "Исправьте auth.clientId, auth.clientSecret и auth.scope."),
        ["TOKEN_UNREADABLE"] = ("auth.tokenAddress", "Correct auth.tokenAddress.", "Исправьте auth.tokenAddress."),
        ["HTTP_401"] = ("auth", "Correct the user, password, token or key in auth.", "Исправьте пользователя, пароль, токен или ключ в auth."),
        ["HTTP_403"] = ("auth", "Give this user the rights, or use another one in auth.", "Дайте этому пользователю права или укажите другого в auth."),
        ["ANSWER_TOO_LARGE"] = ("maxResponseBytes", "Raise maxResponseBytes, or check that baseAddress is right.", "Увеличьте maxResponseBytes или проверьте baseAddress."),
    };

    /// <summary>Makes a problem of a failure of the transport.</summary>
    /// <param name="error">The failure.</param>
    /// <param name="target">Which system was tried.</param>
    /// <returns>The problem.</returns>
    public static ConnectorProblem Of(ConnectorError error, string target)
    {
        ArgumentNullException.ThrowIfNull(error);
        var code = error.Reason ?? "NOT_AVAILABLE";
        var (field, next, nextRu) = Steps.TryGetValue(code, out var known) ? known
            : code.StartsWith("HTTP_3", StringComparison.Ordinal) || code.StartsWith("REDIRECT", StringComparison.Ordinal) ? ("baseAddress", "Put the final address into baseAddress.", "Укажите конечный адрес в baseAddress.")
            : ("baseAddress", $"See in the log of {target} what is wrong with it, then check again.", $"Посмотрите в журнале {target}, что с ним, и повторите проверку.");
        return new ConnectorProblem(code, field, error.Message, next) { MessageRu = error.MessageRu ?? error.Message, NextStepRu = nextRu, Detail = error.Detail };
    }

    /// <summary>The base address itself is not there, which may be how the service is made; so it is a warning.</summary>
    /// <param name="target">Which system was tried.</param>
    /// <returns>The problem.</returns>
    public static ConnectorProblem NothingThere(string target) =>
        new("BASE_ADDRESS_EMPTY", "check", $"{target} can be reached, but has nothing at the base address itself (HTTP 404).", "Name a method that only reads in \"check\" to try what calls use; if calls get this answer too, correct the path in baseAddress.")
        {
            MessageRu = $"{target} доступен, но по самому базовому адресу ничего нет (HTTP 404).",
            NextStepRu = "Укажите в \"check\" метод, который только читает, — тогда проверится то, что вызывают; если так отвечают и вызовы, исправьте путь в baseAddress.",
            IsWarning = true,
        };

    /// <summary>A web page answered where a service was expected.</summary>
    /// <param name="target">Which system was tried.</param>
    /// <returns>The problem.</returns>
    public static ConnectorProblem Page(string target) =>
        new("HTML_PAGE", "baseAddress", $"{target} answered with a web page.", "Check the path in baseAddress; a sign-in page or a proxy may stand in between.")
        {
            MessageRu = $"{target} ответил веб-страницей.",
            NextStepRu = "Проверьте путь в baseAddress; возможно, отвечает страница входа или прокси.",
            IsWarning = true,
        };
}
