using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>Which operation a next action of a document means.</summary>
internal static class NextActions
{
    /// <summary>The operation, or null where the kind of document does not know the action, or does not say enough: which register, which report.</summary>
    public static EgaisOperation? OperationOf(EgaisDocumentKind kind, string action, EgaisDocument document, ConnectorRecord extra)
    {
        return EgaisNames.ActionOf(action) is not { } name ? null : kind switch
        {
            EgaisDocumentKind.IncomingWaybill => Incoming(name, document, extra),
            EgaisDocumentKind.OutgoingWaybill => Outgoing(name),
            EgaisDocumentKind.ChargeOn => Stock(name, document, EgaisOperation.RepealRequestChargeOn, EgaisOperation.ChargeOnRegister1, EgaisOperation.ChargeOnRegister2, EgaisOperation.ChargeOnRegister3),
            EgaisDocumentKind.WriteOff => Stock(name, document, EgaisOperation.RepealRequestWriteOff, EgaisOperation.WriteOffRegister1, EgaisOperation.WriteOffRegister2, EgaisOperation.WriteOffRegister3),
            EgaisDocumentKind.ShopTransfer when name == NextAction.TransferData => Transfer(document),
            EgaisDocumentKind.RestsQuery when name == NextAction.RequestRests => Rests(document, extra),
            EgaisDocumentKind.MarksQuery when name == NextAction.RequestMarks => EgaisOperation.QueryMarkCodes,
            EgaisDocumentKind.Report when name == NextAction.RequestReport => ReportKinds.OperationOf(Word(document, extra, "report", "ВидОтчета")),
            EgaisDocumentKind.Raw when name == NextAction.TransferData => EgaisOperation.Raw,
            _ => null,
        };
    }

    private static EgaisOperation? Incoming(string action, EgaisDocument document, ConnectorRecord extra) => action switch
    {
        NextAction.ConfirmReceiptAccept => EgaisOperation.ActAccept,
        NextAction.RefuseWaybill => EgaisOperation.ActReject,
        NextAction.RequestRepeal => EgaisOperation.RepealRequestWayBill,
        NextAction.ConfirmReceipt or NextAction.ConfirmReceiptDifferences => Receipt(action, document, extra),
        _ => null,
    };

    private static EgaisOperation Receipt(string action, EgaisDocument document, ConnectorRecord extra)
    {
        var problems = new List<BuildProblem>();
        var kind = Differences.Read(WaybillRecords.Read(document.Payload, []).Positions, extra, problems).Kind;

        // Differences that cannot be read must turn neither into an acceptance nor into a refusal: the builder of the act names what is wrong with them.
        if (problems.Count > 0) return EgaisOperation.ActDifferences;
        return kind switch
        {
            // An act in which nothing came is a refusal, in the registry's eyes and in the states of the document.
            DifferenceKind.All => EgaisOperation.ActReject,
            DifferenceKind.Some => EgaisOperation.ActDifferences,
            _ => action == NextAction.ConfirmReceiptDifferences ? EgaisOperation.ActDifferences : EgaisOperation.ActAccept,
        };
    }

    private static EgaisOperation? Outgoing(string action) => action switch
    {
        NextAction.TransferData => EgaisOperation.WayBill,
        NextAction.RefuseWaybill => EgaisOperation.ActReject,
        NextAction.ConfirmDifferences => EgaisOperation.DifferencesConfirm,
        NextAction.RefuseDifferences => EgaisOperation.DifferencesRefuse,
        NextAction.ConfirmRepeal => EgaisOperation.RepealConfirmWayBill,
        NextAction.RefuseRepeal => EgaisOperation.RepealRefuseWayBill,
        _ => null,
    };

    private static EgaisOperation? Stock(string action, EgaisDocument document, EgaisOperation repeal, params ReadOnlySpan<EgaisOperation> byRegister)
    {
        var register = Register(document, []);

        // Marks on balance (register 3) and the shop's stock (register 2) have no request to repeal.
        if (action == NextAction.RequestRepeal) return register == 1 ? repeal : null;
        return action == NextAction.TransferData && register is >= 1 and <= 3 ? byRegister[register.Value - 1] : null;
    }

    private static EgaisOperation? Transfer(EgaisDocument document) => Word(document, [], "direction", "Направление")?.ToUpperInvariant() switch
    {
        "TOSHOP" or "ВТОРГОВЫЙЗАЛ" => EgaisOperation.TransferToShop,
        "FROMSHOP" or "ИЗТОРГОВОГОЗАЛА" => EgaisOperation.TransferFromShop,
        _ => null,
    };

    private static EgaisOperation? Rests(EgaisDocument document, ConnectorRecord extra)
    {
        var isShort = Word(document, extra, "short", "Кратко") is "true";
        return Register(document, extra) switch
        {
            1 => isShort ? EgaisOperation.QueryRestsMini : EgaisOperation.QueryRests,
            2 => isShort ? EgaisOperation.QueryRestsShopMini : EgaisOperation.QueryRestsShop,
            _ => null,
        };
    }

    private static int? Register(EgaisDocument document, ConnectorRecord extra) => Word(document, extra, "register", "Регистр") switch
    {
        null or "1" => 1,
        "2" => 2,
        "3" => 3,
        _ => null,
    };

    private static string? Word(EgaisDocument document, ConnectorRecord extra, params ReadOnlySpan<string> names) =>
        new PayloadFields(extra, "", []).Text(names) ?? new PayloadFields(document.Payload, "", []).Text(names);
}
