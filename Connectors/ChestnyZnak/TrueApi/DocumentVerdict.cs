using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>What the status of a document means. Only two words are success; a word that is not known keeps it open.</summary>
internal static class DocumentVerdict
{
    /// <summary>Reads the answer of doc/info: a list with one object, or the object.</summary>
    public static ReplyOutcome Of(ZnakAnswer answer, ZnakRequest request)
    {
        var document = DocumentOf(answer.Json());
        if (document.Text("status") is not { Length: > 0 } status) return new ReplyOutcome(ReplyVerdict.Same) { Error = ZnakFailures.Unreadable(answer, request).Error };
        var verdict = VerdictOf(status);
        var failed = verdict is ReplyVerdict.Rejected or ReplyVerdict.Reversed;
        return new ReplyOutcome(verdict) { Status = status, Reply = answer.Body, Error = failed ? ErrorOf(document, status) : null };
    }

    public static JToken? DocumentOf(JToken? json) => json is JArray list ? list.FirstOrDefault() : json;

    /// <summary>The verdict of a word.</summary>
    public static ReplyVerdict VerdictOf(string status) => status.ToUpperInvariant() switch
    {
        "CHECKED_OK" or "ACCEPTED" => ReplyVerdict.Done,
        "CHECKED_NOT_OK" or "PROCESSING_ERROR" or "PARSE_ERROR" or "PARSING_ERROR" => ReplyVerdict.Rejected,
        "CANCELLED" => ReplyVerdict.Reversed,
        "WAIT_ACCEPTANCE" or "WAIT_PARTICIPANT_REGISTRATION" => ReplyVerdict.Waiting,
        _ => ReplyVerdict.Same,
    };

    private static ConnectorError ErrorOf(JToken? document, string status)
    {
        var texts = Texts(document).Where(text => text.Length > 0).Distinct().ToList();
        var said = texts.Count == 0 ? status : string.Join("; ", texts.Take(2));
        return new ConnectorError(ConnectorErrorCode.Rejected, $"Chestny ZNAK decided {status}: {said}")
        {
            MessageRu = $"Честный ЗНАК: {status}: {said}",
            Reason = status,
            Detail = string.Join("\n", texts.Take(200)),
        };
    }

    private static IEnumerable<string> Texts(JToken? document) =>
        document.Items("commonErrors").Select(error => $"{error.Text("errorCode")} {error.Text("errorMessage")} {error.Text("errorObject")}".Trim())
            .Concat(document.Items("errors").Select(error => error.TextOf() ?? error.Text("errorMessage") ?? error.Text("message") ?? ""))
            .Append(document.Text("downloadDesc") ?? "");
}
