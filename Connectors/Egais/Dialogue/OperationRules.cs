namespace Connectors.Egais;

/// <summary>What is due for an operation before it has come to its end, and what an un-conduct means for it.</summary>
internal static class OperationRules
{
    private static readonly string[] Tickets = [Receipt.Received, Receipt.Conducted];
    private static readonly string[] TicketsAndRegistration = [Receipt.Received, Receipt.Conducted, Receipt.Registered];
    private static readonly string[] FirstTicket = [Receipt.Received];
    private static readonly string[] Answer = [Receipt.Reply];

    public static bool IsQuestion(EgaisOperation operation) => operation is >= EgaisOperation.QueryOrganisation and <= EgaisOperation.QueryClientVersion;

    /// <summary>The receipts that must all be there.</summary>
    public static IReadOnlyList<string> Required(EgaisOperation operation) => operation switch
    {
        EgaisOperation.WayBill or EgaisOperation.ChargeOnRegister1 => TicketsAndRegistration,
        EgaisOperation.DifferencesConfirm or EgaisOperation.DifferencesRefuse or EgaisOperation.RepealRefuseWayBill => FirstTicket,
        _ when IsQuestion(operation) => Answer,
        _ => Tickets,
    };

    /// <summary>Whether an un-conduct is what the operation wanted, so that it is its success. A rejected act is answered by either word.</summary>
    public static bool WantsUnconduct(EgaisOperation operation) => operation is EgaisOperation.RepealRequestWayBill or EgaisOperation.RepealRequestChargeOn or EgaisOperation.RepealRequestWriteOff
        or EgaisOperation.RepealConfirmWayBill or EgaisOperation.ActReject or EgaisOperation.DifferencesRefuse;

    /// <summary>Whether the date of being conducted is the document's date of registration.</summary>
    public static bool Registers(EgaisOperation operation) => !IsQuestion(operation) && !WantsUnconduct(operation) && operation != EgaisOperation.RepealRefuseWayBill;

    /// <summary>What was received and in which the other receipts are contained.</summary>
    public static IReadOnlyList<string> With(IEnumerable<string> before, IEnumerable<string> more)
    {
        var all = before.Concat(more).ToHashSet(StringComparer.Ordinal);
        if (all.Contains(Receipt.Conducted)) all.Add(Receipt.Received);
        return [.. all.Order(StringComparer.Ordinal)];
    }
}
