using static Faults.Egais.UtmSystem;

namespace Faults.Egais;

/// <summary>A kind of trouble with a UTM.</summary>
/// <param name="Name">Its name.</param>
/// <param name="FsrarId">Whose UTM makes it.</param>
/// <param name="Endpoint">With which calls; empty for none: it is odd about letters.</param>
/// <param name="Text">The fault, or the twists, as the UTM takes it.</param>
internal sealed record UtmTrouble(string Name, string FsrarId, string Endpoint, string Text)
{
    /// <summary>The words of a UTM that refuses.</summary>
    public const string Words = "Ошибка обработки документа";

    /// <summary>The error that people must be told; null where they need not notice.</summary>
    public string? Code { get; init; }

    /// <summary>What stands in that error.</summary>
    public string Says { get; init; } = "";

    /// <summary>Calls that a UTM spoils.</summary>
    public static IReadOnlyList<UtmTrouble> All { get; } =
    [
        Post("reset before handling", "ResetBefore"),
        Post("reset after handling", "ResetAfter"),
        Post("hangs, not handled", "Hang"),
        Post("hangs, handled", "HangAfter"),
        Post("half an answer", "HalfBody"),
        .. Statuses(500, 502, 503, 504),
        Post("neither id nor error", "NothingSaid"),
        Post("200 HTML", "Html"),
        Post("500 HTML", "Html", """, "status": 500"""),
        Post("slow", "Slow", """, "milliseconds": 900"""),
        Post("slower than the limit", "Slow", """, "milliseconds": 2600"""),
        Post("handled after the limit", "SlowBefore", """, "milliseconds": 2600"""),
        Post("refuses connections", "Refuse", """, "milliseconds": 700"""),
        Post("429 empty", "Status", """, "status": 429"""),
        Post("408 empty", "Status", """, "status": 408"""),
        Post("500 with an error", "Error") with { Code = "UTM_REFUSED", Says = Words },
        Post("200 with an error", "Error", """, "status": 200""") with { Code = "UTM_REFUSED", Says = Words },
        Post("404", "Status", """, "status": 404""") with { Code = "UTM_TYPE_UNKNOWN" },
        Post("400 empty", "Status", """, "status": 400""") with { Code = "UTM_HTTP", Says = "Код состояния HTTP: 400" },
        .. Reading("act", B, EgaisStage.Act, "ResetAfter", "ResetBefore", "HangAfter"),
        .. Reading("repeal", A, EgaisStage.Repeal, "ResetAfter", "ResetBefore"),
        .. Reading("list", B, EgaisStage.List, "ResetBefore", "HangAfter", "HalfBody", "Status", "Html"),
        .. Reading("waybill", B, EgaisStage.ReadWaybill, "ResetAfter", "HangAfter", "HalfBody", "Status", "Html"),
        .. Reading("ticket", A, EgaisStage.ReadTicket, "ResetAfter", "HalfBody", "Html"),
        .. Reading("removal", B, EgaisStage.Remove, "ResetBefore", "ResetAfter", "HangAfter", "Status", "StatusAfter"),
    ];

    /// <summary>Letters that come oddly; each of these lasts until its documents are at their end.</summary>
    public static IReadOnlyList<UtmTrouble> Odd { get; } =
    [
        new("tickets twice and backwards", "", "", """{ "duplicateTickets": true, "reverseOrder": true }"""),
        new("tickets joined, without Identity, in capitals", "", "", """{ "joinTickets": true, "ticketsWithoutIdentity": true, "verdictsInCapitals": true }"""),
        new("tickets without replyId, ids without dashes, twice", "", "", """{ "ticketsWithoutReplyId": true, "dashlessTransportIds": true, "duplicateTickets": true }"""),
        new("tickets known by replyId only, backwards", "", "", """{ "ticketsWithoutIdentity": true, "ticketsWithoutTransportId": true, "reverseOrder": true }"""),
    ];

    private static IEnumerable<UtmTrouble> Statuses(params IReadOnlyList<int> statuses)
    {
        foreach (var status in statuses)
        {
            yield return Post($"{status} empty, not handled", "Status", $", \"status\": {status}");
            yield return Post($"{status} empty, handled", "StatusAfter", $", \"status\": {status}");
        }
    }

    private static UtmTrouble Post(string name, string kind, string more = "") => new($"waybill: {name}", A, EgaisStage.Waybill, EgaisStage.Fault(kind, EgaisStage.Waybill, more + $", \"text\": \"{Words}\""));

    private static IEnumerable<UtmTrouble> Reading(string what, string fsrarId, string endpoint, params IReadOnlyList<string> kinds) => kinds.Select(kind => new UtmTrouble($"{what}: {kind}", fsrarId, endpoint, EgaisStage.Fault(kind, endpoint)));
}
