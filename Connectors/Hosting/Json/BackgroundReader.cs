using System.Text.Json;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>Reads the members of a call's body that ask for the background: <c>background, key, title, wait, threads, portions</c>.</summary>
internal sealed class BackgroundReader
{
    public const int MaxText = 128;
    public const int MaxWait = 30;
    public const int MaxThreads = 64;
    public const int MaxPortions = 10_000;
    private const string KnownOfPortion = "key, args";
    private BackgroundRequest request = new();
    private bool? wanted;
    private long first = -1;

    /// <summary>Reads the value of a member.</summary>
    public void Read(ref Utf8JsonReader reader, string name, long offset)
    {
        if (first < 0 && name != "background") first = offset;
        switch (name)
        {
            case "background": wanted = Flag(ref reader); break;
            case "key": request = request with { Key = Text(ref reader, name) }; break;
            case "title": request = request with { Title = Text(ref reader, name) }; break;
            case "wait": request = request with { Wait = Seconds(ref reader) }; break;
            case "threads": request = request with { Threads = Count(ref reader) }; break;
            default: request = request with { Portions = ReadPortions(ref reader) }; break;
        }
    }

    /// <summary>What was asked for; null when the call is made at once. What belongs to the background is refused without it.</summary>
    public BackgroundRequest? End()
    {
        if (wanted == true) return request;
        return first < 0 ? null : throw new JsonFault(first, "key, title, wait, threads and portions need \"background\": true", "key, title, wait, threads и portions требуют \"background\": true");
    }

    private static bool Flag(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False or JsonTokenType.Null => false,
        _ => throw new JsonFault(reader.TokenStartIndex, "here stands true or false", "здесь должно быть true или false"),
    };

    private static string Text(ref Utf8JsonReader reader, string name)
    {
        var text = RequestReader.TextOrNull(ref reader) ?? "";
        return text.Length <= MaxText ? text : throw new JsonFault(reader.TokenStartIndex, $"{name} takes at most {MaxText} characters", $"{name} — не более {MaxText} символов");
    }

    private static decimal? Seconds(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var seconds) && seconds is >= 0 and <= MaxWait
            ? seconds
            : throw new JsonFault(reader.TokenStartIndex, $"wait takes a number of seconds from 0 to {MaxWait}", $"wait — число секунд от 0 до {MaxWait}");
    }

    private static int? Count(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var threads) && threads is >= 1 and <= MaxThreads
            ? threads
            : throw new JsonFault(reader.TokenStartIndex, $"threads takes a whole number from 1 to {MaxThreads}", $"threads — целое число от 1 до {MaxThreads}");
    }

    private static List<KeyValuePair<string, IReadOnlyList<InvokeArg>>> ReadPortions(ref Utf8JsonReader reader)
    {
        var start = reader.TokenStartIndex;
        var portions = new List<KeyValuePair<string, IReadOnlyList<InvokeArg>>>();
        if (reader.TokenType == JsonTokenType.Null) return portions;
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonFault(start, "portions is an array of {\"key\",\"args\"}", "portions — массив {\"key\",\"args\"}");
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var at = reader.TokenStartIndex;
            var portion = ReadPortion(ref reader);
            if (!keys.Add(portion.Key)) throw new JsonFault(at, $"the key '{portion.Key}' of a portion is given twice", $"ключ порции «{portion.Key}» передан дважды");
            if (keys.Count > MaxPortions) throw new JsonFault(at, $"there are more than {MaxPortions} portions", $"порций больше {MaxPortions}");
            portions.Add(portion);
        }

        return portions.Count > 0 ? portions : throw new JsonFault(start, "portions is empty; leave it out for a single call", "portions пуст; для одного вызова он не нужен");
    }

    private static KeyValuePair<string, IReadOnlyList<InvokeArg>> ReadPortion(ref Utf8JsonReader reader)
    {
        var start = reader.TokenStartIndex;
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonFault(start, "a portion is {\"key\",\"args\"}", "порция — это {\"key\",\"args\"}");
        string? key = null;
        IReadOnlyList<InvokeArg>? args = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isKey = reader.ValueTextEquals("key"u8);
            if (!isKey && !reader.ValueTextEquals("args"u8)) throw RequestReader.Unknown(ref reader, KnownOfPortion);
            reader.Read();
            if (isKey) key = Text(ref reader, "key");
            else args = RequestReader.ReadArgs(ref reader);
        }

        return string.IsNullOrEmpty(key) ? throw new JsonFault(start, "a portion has no key", "у порции нет ключа") : new(key, args ?? []);
    }
}
