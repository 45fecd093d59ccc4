using System.Globalization;
using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>What a look at a UTM finds wrong beside its connection and its owner.</summary>
internal static class HealthErrors
{
    public static ConnectorError Backlog(string target, int count) =>
        new(ConnectorErrorCode.Busy, $"{count} documents wait in the UTM {target}. They are taken in slices; see that the exchange runs, and set 'exclusive' when nobody else reads it.")
        {
            MessageRu = $"В УТМ {target} ждут {count} документов. Они забираются порциями; проверьте, что обмен работает, и укажите exclusive, если УТМ больше никто не читает.",
            Reason = UtmReasons.Backlog,
            Target = target,
        };

    public static ConnectorError Expired(string target, string name, DateTimeOffset? at) =>
        new(ConnectorErrorCode.Unavailable, $"The {name} certificate of the UTM {target} is no longer valid{Since(at)}. Renew it.")
        {
            MessageRu = $"Сертификат {name} УТМ {target} недействителен{SinceRu(at)}. Обновите его.",
            Reason = UtmReasons.CertificateExpired,
            Target = target,
        };

    public static ConnectorError Expiring(string target, string name, DateTimeOffset at) =>
        new(ConnectorErrorCode.Unavailable, $"The {name} certificate of the UTM {target} ends on {Day(at)}. Renew it before.")
        {
            MessageRu = $"Сертификат {name} УТМ {target} заканчивается {Day(at)}. Обновите его заранее.",
            Reason = UtmReasons.CertificateExpiring,
            Target = target,
        };

    public static ConnectorError Cheques(string target, DateTime since) =>
        new(ConnectorErrorCode.Unavailable, $"The UTM {target} has sent no cheques since {since:yyyy-MM-dd HH:mm}. Check its way to the registry.")
        {
            MessageRu = $"УТМ {target}: чеки не отправлялись с {since:yyyy-MM-dd HH:mm}. Проверьте связь УТМ с ЕГАИС.",
            Reason = UtmReasons.ChequesStuck,
            Target = target,
        };

    private static string Since(DateTimeOffset? at) => at is { } moment ? $" since {Day(moment)}" : "";

    private static string SinceRu(DateTimeOffset? at) => at is { } moment ? $" с {Day(moment)}" : "";

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
