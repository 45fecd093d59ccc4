using Newtonsoft.Json.Linq;

namespace TsdClient;

/// <summary>A notice as a screen of text can show it: a picture and a press are said in words.</summary>
/// <param name="Key">Which shown notice it replaces.</param>
/// <param name="Mark">The doubled mark for what is important.</param>
/// <param name="Text">What it says.</param>
internal sealed record NoticeLine(string Key, char Mark, string Text)
{
    public static NoticeLine Of(JObject notice, string ownKey)
    {
        var picture = (string?)notice["picture"] is { Length: > 0 } name ? $"[{name}] " : "";
        var explanation = (string?)notice["explanation"] is { Length: > 0 } more ? $". {more}" : "";
        var action = (string?)notice["action"] is { Length: > 0 } press ? $" → {press}" : "";
        return new NoticeLine((string?)notice["key"] ?? ownKey, (string?)notice["status"] == "Important" ? '‼' : '!', $"{picture}{(string?)notice["text"]}{explanation}{action}");
    }
}
