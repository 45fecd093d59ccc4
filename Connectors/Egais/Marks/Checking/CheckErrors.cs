using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>Why marks are not checked at all.</summary>
internal static class CheckErrors
{
    public static ConnectorError Off() =>
        new(ConnectorErrorCode.InvalidArguments, "Checks of marks are off. Switch them on in the connector's settings: queries.markCheck or queries.markFilter.")
        {
            MessageRu = "Проверка марок выключена. Включите её в настройках соединителя: queries.markCheck или queries.markFilter.",
            Reason = "PARAMETER_NOT_ALLOWED",
        };

    public static ConnectorError TooMany(int given, int most) =>
        new(ConnectorErrorCode.InvalidArguments, $"{given} marks were given; one check takes {most}. Check them in portions.")
        {
            MessageRu = $"Передано марок: {given}; за раз проверяется не больше {most}. Проверяйте порциями.",
            Reason = "PARAMETER_NOT_ALLOWED",
            Offenders = [$"codes: {given} of at most {most}"],
        };
}
