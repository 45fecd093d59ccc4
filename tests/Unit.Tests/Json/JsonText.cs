using System.Buffers;
using System.Text;
using Cleverence.Connectivity;
using Connectors.Hosting;

namespace Unit.Tests.Json;

/// <summary>Bodies and answers as text.</summary>
internal static class JsonText
{
    public static ReadOnlySequence<byte> Body(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>The same bytes in segments of one byte, as a slow network may bring them.</summary>
    public static ReadOnlySequence<byte> Split(byte[] bytes)
    {
        if (bytes.Length < 2) return new(bytes);
        var first = new Segment(bytes.AsMemory(0, 1), 0);
        var last = first;
        for (var i = 1; i < bytes.Length; i++) last = last.Then(bytes.AsMemory(i, 1));
        return new(first, 0, last, 1);
    }

    public static InvokeRequest Request(string text) => InvokeJson.ReadRequest(Body(text));

    public static object? Value(string text) => InvokeJson.ReadValue(Body(text));

    public static string Answer(object? value)
    {
        var output = new ArrayBufferWriter<byte>();
        InvokeJson.WriteResult(output, value, "r", 5);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static string Error(ConnectorError error, string? language = null)
    {
        var output = new ArrayBufferWriter<byte>();
        InvokeJson.WriteError(output, error, language, "r");
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>The value alone, as it stands inside a list.</summary>
    public static string Nested(object? value)
    {
        const string start = "{\"ok\":true,\"type\":\"list\",\"value\":[";
        const string end = "],\"requestId\":\"r\",\"elapsedMs\":5}";
        var answer = Answer(new List<object?> { value });
        answer.Should().StartWith(start).And.EndWith(end);
        return answer[start.Length..^end.Length];
    }

    public static ConnectorError Refusal(string body) =>
        FluentActions.Invoking(() => Request(body)).Should().Throw<ConnectorException>().Which.Error;

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long at) => (Memory, RunningIndex) = (memory, at);

        public Segment Then(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
