using Cleverence.Connectivity;
using Connectors.Transport;

namespace Connectors.OneC;

/// <summary>The causes and next steps of a check; next steps name what the 1C administrator changes.</summary>
internal static class OneCCheckProblems
{
    public static ConnectorProblem Of(ConnectorError error, OneCCheckStep step)
    {
        if (Next(error.Reason, step) is not var (field, next, nextRu)) return ProbeProblems.Of(error, error.Target ?? "");
        return new ConnectorProblem(error.Reason!, field, error.Message, next) { MessageRu = error.MessageRu ?? error.Message, NextStepRu = nextRu, Detail = error.Detail };
    }

    /// <summary>A step that ended in something nobody foresaw; only its kind is told, a text of others may hold anything.</summary>
    public static ConnectorProblem Broken(Exception defect, OneCCheckStep step) =>
        new("CHECK_BROKEN", step.Field, $"The check of {step.What} broke off ({defect.GetType().Name}).", "Look into the server's log, correct what answers at this address, and check again.")
        {
            MessageRu = $"Проверка прервалась ({step.Address}: {defect.GetType().Name}).",
            NextStepRu = "Посмотрите журнал сервера, исправьте то, что отвечает по этому адресу, и повторите проверку.",
        };

    public static ConnectorProblem NoExplicitSessions() =>
        new("SESSIONS_NOT_EXPLICIT", "sessionMode", "The service gave no session cookie: it is not published for explicit sessions.", "Set reuseSessions=\"use\" for the service in default.vrd, or sessionMode to auto.")
        {
            MessageRu = "Сервис не выдал cookie сеанса: он опубликован не для явных сеансов.",
            NextStepRu = "Укажите reuseSessions=\"use\" для сервиса в default.vrd или sessionMode: auto.",
            IsWarning = true,
        };

    public static ConnectorProblem NoOperation(OneCDeclared method, string service, string operation) =>
        new("SOAP_OPERATION_UNKNOWN", "methods", $"The web service {service} has no operation '{operation}' (method {method.Info.FullName}).", "Correct the name of the method, or add the operation to the web service in 1C.")
        {
            MessageRu = $"У веб-сервиса {service} нет операции «{operation}» (метод {method.Info.FullName}).",
            NextStepRu = "Исправьте имя метода или добавьте операцию в веб-сервис 1С.",
        };

    private static (string Field, string Next, string NextRu)? Next(string? reason, OneCCheckStep step) => reason switch
    {
        OneCReasons.SignIn => ("auth", "Correct auth.user and the password; the user must be one of the base, with 1C sign-in allowed.", "Исправьте auth.user и пароль; это должен быть пользователь базы с разрешённой аутентификацией 1С."),
        OneCReasons.Rights => ("auth.user", $"Give the user's role the right to use {step.What}.", $"Дайте роли пользователя право на использование ({step.Address})."),
        OneCReasons.NotPublished => (step.Field, $"Publish it: default.vrd needs {step.Element}; letter case of the address matters.", $"Опубликуйте: в default.vrd нужно {step.Element}; регистр букв адреса важен."),
        OneCReasons.SessionsBusy => ("maxConcurrency", "Raise poolSize in default.vrd, or lower maxConcurrency.", "Увеличьте poolSize в default.vrd или уменьшите maxConcurrency."),
        OneCReasons.NoLicence => ("sessionMode", "End idle sessions, add licences, or publish with reuseSessions=\"autouse\" so that fewer sessions are needed.", "Завершите лишние сеансы, добавьте лицензии или опубликуйте с reuseSessions=\"autouse\", чтобы сеансов было меньше."),
        OneCReasons.HtmlPage => ("baseAddress", "Open the address in a browser on the server: if a sign-in page or another site appears, correct baseAddress or auth.", "Откройте адрес в браузере на сервере: если это вход или чужой сайт, исправьте baseAddress или auth."),
        OneCReasons.Unavailable => ("baseAddress", "See whether the base is being updated or its sessions are blocked, then check again.", "Посмотрите, не обновляется ли база и не заблокированы ли сеансы, и повторите проверку."),
        OneCReasons.Error or OneCReasons.Broken or OneCReasons.Refused => (step.Field, "See the event log of the base and the log of the web server.", "Смотрите журнал регистрации базы и журнал веб-сервера."),
        OneCReasons.NotFound or OneCReasons.Unreadable or OneCReasons.RequestWrong => (step.Field, $"Check that {step.What} is the one meant: its code answers otherwise than agreed.", $"Проверьте, тот ли это сервис ({step.Address}): его код отвечает не так, как условлено."),
        _ => null,
    };
}
