using static Faults.Egais.UtmSystem;

namespace Faults.Egais;

/// <summary>A moment in the exchange of a waybill, of its act, or of the write-off beside it, at which the server is killed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arm">Makes sure the moment lasts, before the documents are written.</param>
/// <param name="Reached">Whether it has come.</param>
internal sealed record EgaisStage(string Name, Func<EgaisMoment, Task> Arm, Func<EgaisMoment, Task<bool>> Reached)
{
    public const string Waybill = "POST /opt/in/WayBill_v4", Act = "POST /opt/in/WayBillAct_v4", Repeal = "POST /opt/in/RequestRepealAWO";
    public const string List = "GET /opt/out", ReadWaybill = "GET /opt/out/WayBill_v4/*", ReadTicket = "GET /opt/out/Ticket/*", Remove = "DELETE /opt/out/*", InBox = "GET /opt/in";

    public static IReadOnlyList<EgaisStage> All { get; } =
    [
        Seen("saved", "SELECT COUNT(*) FROM connector_record WHERE key = @value"),
        Seen("prepared", "SELECT COUNT(*) FROM exchange_message WHERE document = @value"),
        Seen("sending committed", "SELECT COUNT(*) FROM exchange_message WHERE document = @value AND stage = 'Sending'"),
        Held("waybill at the UTM, not handled", "Hang", A, Waybill),
        Held("waybill handled, not answered", "HangAfter", A, Waybill),
        new("waybill answered", _ => Task.CompletedTask, moment => moment.IsAskedAsync(A, Waybill)),
        Seen("accepted committed", "SELECT COUNT(*) FROM exchange_message WHERE document = @value AND request_id IS NOT NULL"),
        Held("box listed", "HangAfter", B, List),
        Held("waybill listed, not read", "Hang", B, ReadWaybill),
        Held("waybill read, not stored", "HangAfter", B, ReadWaybill),
        Held("ticket read, not stored", "HangAfter", A, ReadTicket),
        Seen("stored", "SELECT COUNT(*) FROM exchange_incoming WHERE stage = 'Stored' AND @value IS NOT NULL"),
        new("half of a pair stored", moment => moment.System.TellAsync(B, "twists", """{ "hold": "FORM2REGINFO" }"""), moment => moment.IsKept("SELECT COUNT(*) FROM exchange_incoming WHERE stage = 'Stored' AND kind = 'WayBill_v4' AND @value IS NOT NULL")),
        Seen("handled", "SELECT COUNT(*) FROM exchange_incoming WHERE stage = 'Handled' AND @value IS NOT NULL"),
        Held("handled, not removed", "Hang", B, Remove),
        Held("removed, not noted", "HangAfter", B, Remove),
        Held("act at the UTM, not handled", "Hang", B, Act),
        Held("act handled, not answered", "HangAfter", B, Act),
        Held("repeal at the UTM, not handled", "Hang", A, Repeal),
        Held("repeal handled, not answered", "HangAfter", A, Repeal),
        new("looking for a lost one", moment => LookingAsync(moment, "ResetBefore"), moment => moment.IsAskedAsync(A, InBox)),
        new("looking for one that arrived", DelayedAsync, moment => moment.IsAskedAsync(A, InBox)),
        new("at random", _ => Task.CompletedTask, moment => moment.IsOverAsync()),
    ];

    /// <summary>A fault of a UTM's calls as it takes it.</summary>
    public static string Fault(string kind, string endpoint, string more = "") => $$"""{ "kind": "{{kind}}", "endpoint": "{{endpoint}}"{{more}} }""";

    private static EgaisStage Seen(string name, string sql) => new(name, _ => Task.CompletedTask, moment => moment.IsKept(sql));

    private static EgaisStage Held(string name, string kind, string fsrarId, string endpoint) =>
        new(name, moment => moment.System.ArmAsync(fsrarId, Fault(kind, endpoint)), moment => moment.IsAskedAsync(fsrarId, endpoint));

    private static async Task LookingAsync(EgaisMoment moment, string loss)
    {
        await moment.System.ArmAsync(A, Fault(loss, Waybill));
        await moment.System.ArmAsync(A, Fault("Hang", InBox));
    }

    // The registry is slow: its tickets do not tell before the search does.
    private static async Task DelayedAsync(EgaisMoment moment)
    {
        await moment.System.TellAsync(A, "options", """{ "registryDelay": "00:00:12" }""");
        await LookingAsync(moment, "ResetAfter");
    }
}
