namespace Faults.Exchange;

/// <summary>A kind of trouble between us and the other side.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Faults">The faults as the marking system takes them.</param>
internal sealed record LostAnswer(string Name, params IReadOnlyList<string> Faults)
{
    public static IReadOnlyList<LostAnswer> All { get; } =
    [
        Create("reset before handling", "ResetBefore"),
        Create("reset after handling", "ResetAfter"),
        Create("hangs, not handled", "Hang"),
        Create("hangs, handled", "HangAfter"),
        Create("half a body", "HalfBody"),
        .. Statuses(500, 502, 503, 504),
        Create("429 empty", "Status", ", \"status\": 429, \"body\": \"Empty\", \"retryAfter\": 1"),
        Create("429 with an error", "Status", ", \"status\": 429"),
        Create("200 HTML", "StatusAfter", ", \"status\": 200, \"body\": \"Html\""),
        Create("200 truncated JSON", "StatusAfter", ", \"status\": 200, \"body\": \"TruncatedJson\""),
        Create("200 empty", "StatusAfter", ", \"status\": 200, \"body\": \"Empty\""),
        Create("200 stack trace", "StatusAfter", ", \"status\": 200, \"body\": \"StackTrace\""),
        Create("200 XML", "StatusAfter", ", \"status\": 200, \"body\": \"Xml\""),
        Create("wrong content type", "WrongType"),
        Create("slow", "Slow", ", \"milliseconds\": 900"),
        Create("slower than the limit", "Slow", ", \"milliseconds\": 2600"),
        Create("handled after the limit", "SlowBefore", ", \"milliseconds\": 2600"),
        Create("one byte a second", "Drip"),
        Create("401 in the middle", "Status", ", \"status\": 401"),
        Create("401 twice", "Status", ", \"status\": 401, \"times\": 2"),
        Create("403 HTML", "Status", ", \"status\": 403, \"body\": \"Html\""),
        Create("408 empty", "Status", ", \"status\": 408, \"body\": \"Empty\""),
        Create("refuses connections", "Refuse", ", \"milliseconds\": 700"),
        Poll("result: reset", "ResetAfter"),
        Poll("result: half a body", "HalfBody"),
        Poll("result: 200 HTML", "StatusAfter", ", \"status\": 200, \"body\": \"Html\""),
        Poll("result: 200 empty", "StatusAfter", ", \"status\": 200, \"body\": \"Empty\""),
        Poll("result: 404", "Status", ", \"status\": 404"),
        Poll("result: 500", "Status", ", \"status\": 500, \"body\": \"Empty\", \"times\": 3"),
        Poll("result: 401", "Status", ", \"status\": 401"),
        new("lost, and the list is reset", Fault("ResetAfter", ExchangeStage.Create, ""), Fault("ResetBefore", ExchangeStage.List, ", \"times\": 2")),
        new("lost, and the list is empty text", Fault("ResetAfter", ExchangeStage.Create, ""), Fault("StatusAfter", ExchangeStage.List, ", \"status\": 200, \"body\": \"Empty\"")),
        new("lost, and the document is HTML", Fault("ResetAfter", ExchangeStage.Create, ""), Fault("StatusAfter", ExchangeStage.Info, ", \"status\": 200, \"body\": \"Html\"")),
    ];

    private static IEnumerable<LostAnswer> Statuses(params IReadOnlyList<int> statuses)
    {
        foreach (var status in statuses)
        {
            yield return Create($"{status} empty, not handled", "Status", $", \"status\": {status}, \"body\": \"Empty\"");
            yield return Create($"{status} empty, handled", "StatusAfter", $", \"status\": {status}, \"body\": \"Empty\"");
            yield return Create($"{status} with an error, handled", "StatusAfter", $", \"status\": {status}");
        }

        yield return Create("502 HTML, handled", "StatusAfter", ", \"status\": 502, \"body\": \"Html\"");
    }

    private static LostAnswer Create(string name, string kind, string more = "") => new(name, Fault(kind, ExchangeStage.Create, more));

    private static LostAnswer Poll(string name, string kind, string more = "") => new(name, Fault(kind, ExchangeStage.Info, more));

    private static string Fault(string kind, string endpoint, string more) => $$"""{ "kind": "{{kind}}", "endpoint": "{{endpoint}}"{{more}} }""";
}
