namespace Faults.Exchange;

/// <summary>A moment in the exchange of a document at which the server is killed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arm">Makes sure the moment lasts, before the document is prepared.</param>
/// <param name="Reached">Whether it has come.</param>
internal sealed record ExchangeStage(string Name, Func<ExchangeMoment, Task> Arm, Func<ExchangeMoment, Task<bool>> Reached)
{
    public const string Create = "true-api POST lk/documents/create", Info = "true-api GET doc/{number}/info", List = "true-api GET doc/list";

    /// <summary>The moments of one server, whose database can be looked into.</summary>
    public static IReadOnlyList<ExchangeStage> All { get; } =
    [
        new("saved", _ => Task.CompletedTask, moment => moment.IsKept("SELECT COUNT(*) FROM connector_record WHERE key = @value")),
        new("enqueued", _ => Task.CompletedTask, moment => moment.IsKept("SELECT COUNT(*) FROM exchange_message WHERE document = @value")),
        new("signed", _ => Task.CompletedTask, moment => moment.IsKept("SELECT COUNT(*) FROM exchange_message WHERE document = @value AND signature IS NOT NULL")),
        new("sending committed", _ => Task.CompletedTask, moment => moment.IsKept("SELECT COUNT(*) FROM exchange_message WHERE document = @value AND stage = 'Sending'")),
        Held("sent, not handled", "Hang", Create),
        new("sent, in the other side's queue", moment => moment.System.ArmAsync("SlowBefore", Create, """, "milliseconds": 800"""), moment => moment.IsKept("SELECT COUNT(*) FROM exchange_message WHERE document = @value AND stage = 'Sending'")),
        Held("taken, not answered", "HangAfter", Create),
        Held("answer on its way", "Drip", Create, """, "milliseconds": 20"""),
        new("answered", _ => Task.CompletedTask, moment => moment.IsAskedAsync(Create)),
        new("accepted", _ => Task.CompletedTask, moment => moment.IsKept("SELECT COUNT(*) FROM exchange_message WHERE document = @value AND request_id IS NOT NULL")),
        Held("asking for the result", "Hang", Info),
        Held("result on its way", "HangAfter", Info),
        new("result at commit", _ => Task.CompletedTask, moment => moment.IsAskedAsync(Info)),
        new("looking for a lost one", LookingAsync, moment => moment.IsAskedAsync(List)),
        new("at random", _ => Task.CompletedTask, moment => moment.IsOverAsync()),
    ];

    /// <summary>The moments of two servers on one PostgreSQL, as the other side sees them.</summary>
    public static IReadOnlyList<ExchangeStage> OfTwo { get; } = [.. All.Where(stage => stage.Name is "sent, not handled" or "taken, not answered" or "answer on its way" or "answered" or "asking for the result" or "looking for a lost one" or "at random")];

    private static ExchangeStage Held(string name, string kind, string endpoint, string more = "") =>
        new(name, moment => moment.System.ArmAsync(kind, endpoint, more), moment => moment.IsAskedAsync(endpoint));

    private static async Task LookingAsync(ExchangeMoment moment)
    {
        await moment.System.ArmAsync("ResetAfter", Create);
        await moment.System.ArmAsync("Hang", List);
    }
}
