namespace Faults.Codes;

/// <summary>A moment in the fetching of codes at which the server is killed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arm">Makes sure the moment lasts, before the order is fetched.</param>
/// <param name="Reached">Whether it has come.</param>
internal sealed record CodesStage(string Name, Func<CodesMoment, Task> Arm, Func<CodesMoment, Task<bool>> Reached)
{
    private const string Codes = "suz GET codes", Status = "suz GET order/status", Blocks = "suz GET order/codes/blocks", Again = "suz GET order/codes/retry", Close = "suz POST order/close";

    public static IReadOnlyList<CodesStage> All { get; } =
    [
        Held("before the intent", "Hang", Status),
        Kept("intent committed", moment => moment.IsKept("SELECT COUNT(*) FROM marking_intent WHERE order_id = @value")),
        Held("request at the station, not handled", "Hang", Codes),
        new("request in the station's queue", moment => moment.System.ArmAsync("SlowBefore", Codes, """, "milliseconds": 800"""), moment => moment.IsKept("SELECT COUNT(*) FROM marking_intent WHERE order_id = @value")),
        Held("handed out, not answered", "HangAfter", Codes),
        Held("answer on its way", "Drip", Codes, """, "milliseconds": 5"""),
        new("answered", _ => Task.CompletedTask, moment => moment.IsAskedAsync(Codes)),
        Kept("block stored", moment => moment.IsKept("SELECT COUNT(*) FROM marking_block WHERE order_id = @value")),
        Held("blocks compared", "Hang", Blocks),
        new("block read again", ReadAgainAsync, moment => moment.IsAskedAsync(Again)),
        Held("closing, not handled", "Hang", Close),
        Held("closed, not answered", "HangAfter", Close),
        new("at random", _ => Task.CompletedTask, moment => moment.IsOverAsync()),
    ];

    private static CodesStage Held(string name, string kind, string endpoint, string more = "") =>
        new(name, moment => moment.System.ArmAsync(kind, endpoint, more), moment => moment.IsAskedAsync(endpoint));

    private static CodesStage Kept(string name, Func<CodesMoment, Task<bool>> reached) => new(name, _ => Task.CompletedTask, reached);

    // A lost answer first, so that there is something to be read again.
    private static async Task ReadAgainAsync(CodesMoment moment)
    {
        await moment.System.ArmAsync("ResetAfter", Codes);
        await moment.System.ArmAsync("HangAfter", Again);
    }
}
