using System.Globalization;
using System.Text;
using Cleverence.Connectivity.Exchange;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>Whether a document of the list is the one that was sent.</summary>
internal static class SameDocument
{
    /// <summary>Compares what was sent with what doc/info shows: by the very bytes where they are given, else by the body.</summary>
    public static bool Is(OutgoingMessage sent, string number, JToken document)
    {
        if (document.Text("content") is { Length: > 0 } content && Bytes(content) is { } bytes && bytes.AsSpan().SequenceEqual(sent.Payload)) return true;

        // Documents of the electronic flow are called by the name of their file, which is given once.
        if (sent.Format != "MANUAL") return FileName.Of(sent.Payload) is { } name && (number == name || number == $"FIX_{name}");
        return Parse(sent.Payload) is { } ours && document.Field("body") is { } theirs && Holds(theirs, ours);
    }

    // What we sent must be there; the other side may add fields of its own, drop empty ones and write numbers as text.
    private static bool Holds(JToken theirs, JToken ours) => ours switch
    {
        JObject fields => theirs is JObject other && fields.Properties().All(field => IsEmpty(field.Value) || (other.GetValue(field.Name, StringComparison.Ordinal) is { } value && Holds(value, field.Value))),
        JArray items => theirs is JArray others && SameItems(others, items),
        _ => SameValue(theirs.TextOf(), ours.TextOf()),
    };

    private static bool SameItems(JArray theirs, JArray ours)
    {
        if (theirs.Count != ours.Count) return false;
        if (ours.Zip(theirs).All(pair => Holds(pair.Second, pair.First))) return true;

        // Another order: each of theirs may answer for one of ours.
        var keyed = theirs.ToLookup(KeyOf, StringComparer.Ordinal);
        var taken = new HashSet<object>(ReferenceEqualityComparer.Instance);
        return ours.All(item => keyed[KeyOf(item)].FirstOrDefault(other => !taken.Contains(other) && Holds(other, item)) is { } found && taken.Add(found));
    }

    // The longest text of an item: its code, in nearly all documents.
    private static string KeyOf(JToken item) => (item as JContainer)?.DescendantsAndSelf().OfType<JValue>().Select(value => value.TextOf() ?? "").MaxBy(text => text.Length) ?? item.TextOf() ?? "";

    private static bool SameValue(string? theirs, string? ours) =>
        theirs == ours || (theirs is not null && ours is not null && DateTimeOffset.TryParse(theirs, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var one) && DateTimeOffset.TryParse(ours, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var other) && one == other);

    private static bool IsEmpty(JToken value) => value is JValue { Value: null or "" } or JArray { Count: 0 };

    private static JToken? Parse(byte[] payload)
    {
        try
        {
            return JsonText.Parse(Encoding.UTF8.GetString(payload));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[]? Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }
}
