using System.Reflection;
using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>Why a connector, or a class of operations, could not be built.</summary>
internal static class BuildErrors
{
    public static ConnectorException Of(string en, string ru, string? detail = null, Exception? cause = null) =>
        new(new ConnectorError(ConnectorErrorCode.Unavailable, en) { MessageRu = ru, Detail = detail ?? en }, cause);

    public static ConnectorException TooSlow(string what, TimeSpan limit) =>
        Of($"'{what}' did not start within {limit:c}; look at what its constructor waits for.", $"«{what}» не запустился за {limit:c}; проверьте, чего ждёт его конструктор.");

    /// <summary>The fault of a connector whose building ended with an exception.</summary>
    public static ConnectorError FaultOf(string id, Exception failure)
    {
        while (failure is TargetInvocationException or TypeInitializationException && failure.InnerException is { } inner) failure = inner;
        if (failure is ConnectorSettingsException wrong) return SettingsFault(id, wrong);
        return failure is ConnectorException declared
            ? declared.Error with { Code = ConnectorErrorCode.Unavailable, Detail = declared.Error.Detail ?? declared.ToString() }
            : new ConnectorError(ConnectorErrorCode.Unavailable, $"Connector '{id}' could not be started; the administrator sees the reason in the panel.")
            {
                MessageRu = $"Коннектор «{id}» не удалось запустить; причину администратор увидит в панели.",
                Detail = failure.ToString(),
            };
    }

    // The first problem fits on a screen; all of them are in the check and in the log.
    private static ConnectorError SettingsFault(string id, ConnectorSettingsException wrong)
    {
        var (first, more) = (wrong.Problems[0], wrong.Problems.Count - 1);
        return new ConnectorError(ConnectorErrorCode.Unavailable, $"The settings of connector '{id}' are wrong{(more == 0 ? "" : $" in {more + 1} places")}: {first.Field}: {first.Message}")
        {
            MessageRu = $"Неверные настройки коннектора «{id}»{(more == 0 ? "" : $" (мест: {more + 1})")}: {first.Field}: {first.MessageFor("ru")}",
            Reason = "SETTINGS_WRONG",
            Detail = $"The settings of connector '{id}' are wrong: {wrong.Message}",
            Offenders = [.. wrong.Problems.Select(problem => $"{problem.Field}: {problem.Message} {problem.NextStep}")],
            Problems = wrong.Problems,
        };
    }
}
