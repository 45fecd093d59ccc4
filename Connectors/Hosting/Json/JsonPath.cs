using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Connectors.Hosting;

/// <summary>Finds the path of a place in a body, such as <c>args.items[3].qty</c>. Read only when something is wrong there, so that right bodies pay nothing.</summary>
internal static class JsonPath
{
    public static string At(in ReadOnlySequence<byte> body, long offset, JsonReaderOptions options)
    {
        var reader = new Utf8JsonReader(body, options);
        var steps = new Stack<Step>();
        while (reader.Read())
        {
            var inArray = steps.TryPeek(out var top) && top.Index is not null;
            if (inArray && reader.TokenType is not JsonTokenType.EndArray) top!.Index++;
            if (reader.TokenType == JsonTokenType.PropertyName) top!.Name = Name(reader);
            if (reader.TokenStartIndex >= offset) break;
            if (reader.TokenType == JsonTokenType.StartArray) steps.Push(new Step { Index = -1 });
            else if (reader.TokenType == JsonTokenType.StartObject) steps.Push(new Step());
            else if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) steps.Pop();
        }

        return Text(steps.Reverse());
    }

    private static string Name(Utf8JsonReader reader) => Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);

    private static string Text(IEnumerable<Step> steps)
    {
        var path = new StringBuilder();
        foreach (var step in steps)
        {
            if (step.Index is { } index) path.Append(CultureInfo.InvariantCulture, $"[{index}]");
            else if (step.Name is not null) path.Append(path.Length > 0 ? "." : "").Append(step.Name);
        }

        return path.ToString();
    }

    private sealed class Step
    {
        public int? Index { get; set; }

        public string? Name { get; set; }
    }
}
