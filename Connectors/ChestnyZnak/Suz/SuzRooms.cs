using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>Puts the rooms of the order station and of the table of codes together.</summary>
internal static class SuzRooms
{
    public static IReadOnlyList<Connector> Of(ZnakParts parts, ISigners signers)
    {
        var suz = new SuzParts(parts, new SuzClient(parts.Caller, parts.Plan.Limits));
        return [new OrderMethods(suz), new ReportMethods(suz), new StationMethods(suz, signers), new CodeTableMethods(parts)];
    }

    /// <summary>The order station's part of the adapter that the exchange engine is given.</summary>
    public static SuzAdapter AdapterOf(ZnakPlan plan, ZnakCaller caller, IConnectorRecords records, IMarkingCodeStore codes, TimeProvider time)
    {
        var client = new SuzClient(caller, plan.Limits);
        return new SuzAdapter(new SuzSending(plan, client, time), new SuzSearch(plan, client, new ReportSearch(client, records, time), records, time), new SuzReplies(plan, client, new ReportReplies(client, codes), records, time));
    }
}
