using System.Buffers;
using System.Text.Json;
using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>The bytes under which an outcome is kept in a replay store: all of it, also what no caller is shown.</summary>
internal static class OutcomeJson
{
    // Deeper than any value that the check of results lets through, the objects that tell types included.
    private static readonly JsonReaderOptions Reading = new() { MaxDepth = 1000 };

    public static InvokeResult Read(ReadOnlySpan<byte> outcome)
    {
        var reader = new Utf8JsonReader(outcome, Reading);
        reader.Read();
        var kept = (ConnectorRecord)ValueReader.Read(ref reader)!;
        return kept["error"] is ConnectorRecord error ? InvokeResult.Fail(ErrorRecords.ToError(error)) : InvokeResult.Ok(kept["value"]);
    }

    public static byte[] Write(InvokeResult result)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(output, result);
        return output.WrittenSpan.ToArray();
    }

    public static void Write(IBufferWriter<byte> output, InvokeResult result)
    {
        var kept = new ConnectorRecord(1);
        if (result.Error is { } error) kept["error"] = ErrorRecords.Of(error);
        else if (result.Value is ConnectorTable { IsStream: true }) kept["error"] = ErrorRecords.Of(NotKept);
        else kept["value"] = result.Value;
        var writer = KeptWriters.Take(output);
        InvokeJson.WriteValue(writer, kept);
        KeptWriters.GiveBack(writer);
    }

    private static ConnectorError NotKept { get; } = new(ConnectorErrorCode.Conflict, "The call under this request id has run and its table is not kept. Use a new id to run it again.")
    {
        MessageRu = "Вызов с этим номером уже выполнен, его таблица не хранится. Для нового вызова нужен новый номер.",
    };
}
