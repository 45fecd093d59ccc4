using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>What the registry refuses, and what cannot be understood. The registry's own text stays as it is: people search by it.</summary>
internal static class DialogueErrors
{
    public const string Format = "EGAIS_FORMAT";
    public const string Conduct = "EGAIS_CONDUCT";
    public const string AlreadyActed = "EGAIS_ALREADY_ACTED";
    public const string PairAmbiguous = "PAIR_AMBIGUOUS";
    public const string F2Missing = "F2_MISSING";
    public const string MarkDuplicate = "MARK_DUPLICATE";

    /// <summary>A first ticket that refuses.</summary>
    public static ConnectorError Refused(string operation, string? text) => OfRegistry(Format, $"The registry did not take {operation}", text);

    /// <summary>A second ticket that refuses.</summary>
    public static ConnectorError NotConducted(string operation, string? text) => OfRegistry(Conduct, $"The registry did not conduct {operation}", text);

    /// <summary>There is such an act already, and its ticket is not here.</summary>
    public static ConnectorError ActedAlready(string operation, string? text) => OfRegistry(AlreadyActed, $"The registry has an act for this waybill already and did not take {operation}", text);

    public static ConnectorError Ambiguous(string number, int count) => new(ConnectorErrorCode.Conflict, $"The registration of waybill {number} fits {count} waybills alike. Ask for it again by its registry number (ResendWaybill).")
    {
        MessageRu = $"Регистрация накладной {number} подходит к {count} накладным. Запросите накладную повторно по номеру ЕГАИС.",
        Reason = PairAmbiguous,
    };

    public static ConnectorError WithoutF2(string regId, IReadOnlyList<string> positions) => new(ConnectorErrorCode.Conflict, $"The registration of {regId} has no F2 for the positions {string.Join(", ", positions)}. No act can be sent; ask for the waybill again.")
    {
        MessageRu = $"В регистрации {regId} нет справки 2 для позиций {string.Join(", ", positions)}. Акт отправить нельзя, запросите накладную повторно.",
        Reason = F2Missing,
    };

    public static ConnectorError Foreign(string fsrarId, string owner) => new(ConnectorErrorCode.Conflict, $"The UTM of {fsrarId} hands out a ticket for a message of {owner}. Check which UTM belongs to which organisation.")
    {
        MessageRu = $"УТМ организации {fsrarId} выдал квитанцию на сообщение организации {owner}. Проверьте настройки подключения.",
        Reason = "UTM_WRONG_OWNER",
    };

    public static ConnectorError Unreadable(string remoteId, UnreadableXmlException problem) => new(ConnectorErrorCode.InvalidResult, $"The document '{remoteId}' cannot be read (line {problem.Line}, character {problem.Column}): {problem.Message}")
    {
        MessageRu = problem.MessageRu.Length > 0 ? problem.MessageRu : $"Документ «{remoteId}» не читается: {problem.Message}",
        Reason = "UTM_NOT_XML",
        Detail = problem.Message,
    };

    private static ConnectorError OfRegistry(string reason, string what, string? text)
    {
        var own = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        return new ConnectorError(ConnectorErrorCode.Rejected, own is null ? $"{what} and gave no reason." : $"{what}: {ForeignText.Shortened(own)}") { MessageRu = own ?? "ЕГАИС отказал без объяснения причины.", Reason = reason, Detail = own };
    }
}
