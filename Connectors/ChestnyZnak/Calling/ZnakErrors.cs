using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>Reads the error bodies of all services, form by form in their order.</summary>
internal static partial class ZnakErrors
{
    private const int RawLimit = 2048;

    // What is read for the log before the tails are taken off; they are the larger part of a code.
    private const int RawSource = 32 * RawLimit;
    private const int TextLimit = 120;

    /// <summary>Reads what a refusal says; never fails.</summary>
    public static RemoteFailure Read(ZnakAnswer answer)
    {
        var json = answer.Json();
        var failure = OfTrueApi(json) ?? OfCodes(json) ?? OfStation(json) ?? OfDescription(json) ?? OfGateway(json) ?? new RemoteFailure(null, Plain(answer, json), []);
        return failure with { Text = Sentence(failure.Text), Raw = Raw(answer) };
    }

    // 1: {"error_message": …}
    private static RemoteFailure? OfTrueApi(JToken? json) =>
        json.Text("error_message") is { } text ? new RemoteFailure(json.Text("code"), Joined(text, json.Text("description")), []) : null;

    // 2: a list with a result for each code
    private static RemoteFailure? OfCodes(JToken? json)
    {
        if (json is not JArray list) return null;
        var items = list.Where(item => item.Text("errorCode") is not null || item.Text("errorMessage") is not null)
            .Select(item => new RemoteFailureItem(item.Field("cisInfo").Text("requestedCis"), item.Text("errorCode"), item.Text("errorMessage") ?? "")).ToList();
        return items.Count == 0 ? null : new RemoteFailure(items[0].Code, Common(items), items);
    }

    // 3: {"fieldErrors": […], "globalErrors": […], "success": false}
    private static RemoteFailure? OfStation(JToken? json)
    {
        if (json.Field("fieldErrors") is null && json.Field("globalErrors") is null) return null;
        var global = json.Items("globalErrors").Select(item => new RemoteFailureItem(null, item.Text("errorCode"), item.TextOf() ?? item.Text("error") ?? ""));
        var fields = json.Items("fieldErrors").Select(item => new RemoteFailureItem(item.Text("fieldName"), item.Text("errorCode"), item.Text("fieldError") ?? ""));
        var items = global.Concat(fields).ToList();
        return items.Count == 0 ? null : new RemoteFailure(items[0].Code, Common(items), items);
    }

    // 4: {"code": …, "description": …}
    private static RemoteFailure? OfDescription(JToken? json) =>
        json.Text("description") is { } text ? new RemoteFailure(json.Text("code"), text, []) : null;

    // 5: {"error": …, "error_description": …}
    private static RemoteFailure? OfGateway(JToken? json) =>
        json.Text("error") is { } code ? new RemoteFailure(code, json.Text("error_description") ?? code, []) : null;

    // 6: anything else. Pages, stack traces and XML are for the log; a person is shown nothing of them.
    private static string Plain(ZnakAnswer answer, JToken? json)
    {
        if (json is not null) return json.TextOf() ?? json.Text("message") ?? json.Text("errorMessage") ?? "";
        var text = answer.Text.Trim();
        return text.Length > 300 || text.StartsWith('<') || text.StartsWith('{') || text.StartsWith('[') || StackTrace().IsMatch(text) ? "" : text;
    }

    private static string Common(List<RemoteFailureItem> items)
    {
        var texts = items.Select(item => item.Field is null || item.Text.Length == 0 ? item.Text : $"{item.Field}: {item.Text}").Where(text => text.Length > 0).Distinct().ToList();
        return texts.Count <= 3 ? string.Join("; ", texts) : $"{string.Join("; ", texts.Take(3))}; … ({texts.Count})";
    }

    private static string Joined(string text, string? more) => string.IsNullOrWhiteSpace(more) || text.Contains(more, StringComparison.Ordinal) ? text : $"{text} ({more})";

    private static string Sentence(string text)
    {
        var clean = CodeTails.Without(StackTrace().IsMatch(text) ? text[..StackTrace().Match(text).Index] : text).Trim();
        return clean.Length <= TextLimit ? clean : $"{clean[..(TextLimit - 1)]}…";
    }

    private static string Raw(ZnakAnswer answer)
    {
        var whole = answer.Text;
        var text = CodeTails.Without(whole.Length <= RawSource ? whole : whole[..RawSource]);
        return text.Length <= RawLimit ? text : $"{text[..RawLimit]}… ({answer.Body.Length} bytes)";
    }

    [GeneratedRegex(@"\r?\n\s+at |\tat |\bat (java|ru|org|com)\.|Caused by:|Exception in thread")]
    private static partial Regex StackTrace();
}
