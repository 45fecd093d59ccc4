namespace Connectors.Egais;

/// <summary>The registry's number of the document that an act, an answer or a request speaks of.</summary>
internal static class RegIds
{
    public static string Of(BuildOrder order, OutgoingChecks checks)
    {
        if (string.IsNullOrEmpty(order.Document?.RegId)) checks.Add("regId", "is missing: the registry has not given this document a number yet", "нет: ЕГАИС ещё не присвоила документу номер");
        return order.Document?.RegId ?? "";
    }
}
