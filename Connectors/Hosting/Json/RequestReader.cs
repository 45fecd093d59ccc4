using System.Text.Json;
using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>Reads the body of a call: <c>{"class","method","args","session"}</c>, and what it asks of the background.</summary>
internal static class RequestReader
{
    private static readonly string[] Known = ["class", "method", "args", "session", "background", "key", "title", "wait", "threads", "portions"];
    private const int FirstOfBackground = 4;

    public static InvokeRequest Read(ref Utf8JsonReader reader)
    {
        string? className = null, methodName = null;
        IReadOnlyList<InvokeArg>? parameters = null;
        InvokeSession? session = null;
        BackgroundReader? background = null;
        var seen = 0;
        Open(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (at, offset) = (IndexOf(ref reader), reader.TokenStartIndex);
            if ((seen & (1 << at)) != 0) throw ValueReader.Repeated(Known[at], offset);
            seen |= 1 << at;
            reader.Read();
            if (at == 0) className = TextOrNull(ref reader);
            else if (at == 1) methodName = TextOrNull(ref reader);
            else if (at == 2) parameters = ReadArgs(ref reader);
            else if (at < FirstOfBackground) session = SessionReader.Read(ref reader);
            else (background ??= new BackgroundReader()).Read(ref reader, Known[at], offset);
        }

        if (string.IsNullOrWhiteSpace(methodName)) throw new JsonFault(0, "the body names no method", "в теле запроса не назван метод");
        return new InvokeRequest(className ?? "", methodName, parameters ?? [], session) { Background = background?.End() };
    }

    public static void Open(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonFault(0, "the body must be a JSON object", "тело запроса должно быть объектом JSON");
    }

    public static string? TextOrNull(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => ValueReader.Text(ref reader),
        _ => throw new JsonFault(reader.TokenStartIndex, "here stands a text or null", "здесь должен быть текст или null"),
    };

    public static JsonFault Unknown(ref Utf8JsonReader reader, string known)
    {
        var name = ValueReader.Text(ref reader);
        return new(reader.TokenStartIndex, $"the name '{name}' is unknown; known: {known}", $"имя «{name}» неизвестно; есть: {known}");
    }

    private static int IndexOf(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("method"u8)) return 1;
        if (reader.ValueTextEquals("class"u8)) return 0;
        if (reader.ValueTextEquals("args"u8)) return 2;
        if (reader.ValueTextEquals("session"u8)) return 3;
        for (var at = FirstOfBackground; at < Known.Length; at++)
        {
            if (reader.ValueTextEquals(Known[at])) return at;
        }

        throw Unknown(ref reader, string.Join(", ", Known));
    }

    public static List<InvokeArg>? ReadArgs(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.StartObject => ReadNamed(ref reader),
        JsonTokenType.StartArray => ReadPositional(ref reader),
        _ => throw new JsonFault(reader.TokenStartIndex, "args is an object of names or an array of positions", "args — объект с именами или массив по порядку"),
    };

    private static List<InvokeArg> ReadPositional(ref Utf8JsonReader reader)
    {
        var args = new List<InvokeArg>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) args.Add(new InvokeArg("", ValueReader.Read(ref reader)));
        return args;
    }

    private static List<InvokeArg> ReadNamed(ref Utf8JsonReader reader)
    {
        var args = new List<InvokeArg>();
        HashSet<string>? names = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = ValueReader.Text(ref reader);
            if (name.Length == 0) throw new JsonFault(reader.TokenStartIndex, "an argument has an empty name", "у аргумента пустое имя");
            if (args.Count == ValueReader.FewNames) names = new HashSet<string>(args.Select(arg => arg.Name), StringComparer.OrdinalIgnoreCase);
            if (names is null ? Has(args, name) : !names.Add(name)) throw ValueReader.Repeated(name, reader.TokenStartIndex);
            reader.Read();
            args.Add(new InvokeArg(name, ValueReader.Read(ref reader)));
        }

        return args;
    }

    private static bool Has(List<InvokeArg> args, string name)
    {
        foreach (var arg in args)
        {
            if (string.Equals(arg.Name, name, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
