using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Cleverence.Connectivity;

namespace Connectors.Hosting;

public static partial class InvokeJson
{
    /// <summary>A table with more rows than this is answered in the streamed form.</summary>
    public const int RowsInOnePiece = 1000;

    /// <summary>Whether a value is answered in the streamed form: a single-pass table, or a long one.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether to call <see cref="WriteStreamAsync"/>.</returns>
    public static bool IsStreamed(object? value) => value is ConnectorTable table && (table.IsStream || table.Rows.Count is > RowsInOnePiece and <= ConnectorTable.MaxRows);

    /// <summary>Writes the answer of a call that succeeded.</summary>
    /// <param name="output">Where to; what it holds is of no use when this throws.</param>
    /// <param name="value">The value.</param>
    /// <param name="requestId">The request's id.</param>
    /// <param name="elapsedMs">How long the call took.</param>
    /// <exception cref="ConnectorException">The value cannot be given to a caller: too many rows, a cell of another kind than its column.</exception>
    public static void WriteResult(IBufferWriter<byte> output, object? value, string requestId, long elapsedMs)
    {
        var writer = KeptWriters.Take(output);
        var kind = ConnectorValues.KindOf(value);
        writer.WriteStartObject();
        writer.WriteBoolean("ok"u8, true);
        writer.WriteString("type"u8, ConnectorValues.NameOf(kind));
        writer.WritePropertyName("value"u8);
        ValueWriter.WriteBare(writer, kind, value);
        writer.WriteString("requestId"u8, requestId);
        writer.WriteNumber("elapsedMs"u8, elapsedMs);
        writer.WriteEndObject();
        KeptWriters.GiveBack(writer);
    }

    /// <summary>Writes the answer of a call that failed.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="error">The error.</param>
    /// <param name="language">The caller's language, for the message.</param>
    /// <param name="requestId">The request's id.</param>
    /// <param name="code">The code in place of the error's own, for refusals that come before a call.</param>
    public static void WriteError(IBufferWriter<byte> output, ConnectorError error, string? language, string requestId, string? code = null)
    {
        ArgumentNullException.ThrowIfNull(error);
        using var writer = new Utf8JsonWriter(output, Writing);
        writer.WriteStartObject();
        writer.WriteBoolean("ok"u8, false);
        AnswerWriter.WriteError(writer, code ?? error.Code.ToString(), error, language);
        writer.WriteString("requestId"u8, requestId);
        writer.WriteEndObject();
    }

    /// <summary>Writes a table in the streamed form and disposes it; <c>ok</c> comes last, so an answer without it is incomplete.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="table">The table.</param>
    /// <param name="requestId">The request's id.</param>
    /// <param name="language">The caller's language, for the message of an error in the middle.</param>
    /// <param name="cancellationToken">The caller's leaving: the table is disposed and nothing more is written.</param>
    /// <returns>The error the answer ended with, or null.</returns>
    public static Task<Exception?> WriteStreamAsync(PipeWriter output, ConnectorTable table, string requestId, string? language, CancellationToken cancellationToken) =>
        new TableStream(output, table, requestId, language).WriteAsync(cancellationToken);

    /// <summary>Writes one value plainly, as in lists of documents.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter writer, object? value) => ValueWriter.WriteBare(writer, ConnectorValues.KindOf(value), value);

    /// <summary>A waiting time as answers tell it: whole seconds, never too few.</summary>
    /// <param name="wait">The time.</param>
    /// <returns>The seconds.</returns>
    public static long SecondsOf(TimeSpan wait) => Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
}
