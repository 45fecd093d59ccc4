using System.IO.Pipelines;
using System.Text.Json;
using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>One streamed answer. Rows are checked whole before they are written, so that the rows on the wire are always readable.</summary>
internal sealed class TableStream(PipeWriter output, ConnectorTable table, string requestId, string? language)
{
    // Large enough that a flush costs little a row, small enough that a slow reader does not make us hold much.
    private const int ChunkBytes = 32 * 1024;

    // What a source yields has not been through the invoker; the shaper goes with this answer, and so with the plugin's types.
    private readonly ValueShaper shaper = new();
    private long flushed;

    /// <summary>Writes the answer; hands back what ended it early, or null.</summary>
    public async Task<Exception?> WriteAsync(CancellationToken cancellationToken)
    {
        await using (table.ConfigureAwait(false))
        {
            using var writer = new Utf8JsonWriter(output, InvokeJson.Writing);
            Open(writer);
            var failure = await WriteRowsAsync(writer, cancellationToken).ConfigureAwait(false);
            if (failure is OperationCanceledException && cancellationToken.IsCancellationRequested) return failure;
            Close(writer, failure);
            return failure;
        }
    }

    private async Task<Exception?> WriteRowsAsync(Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        try
        {
            var count = 0;
            await foreach (var row in table.ReadAsync().WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (count == ConnectorTable.MaxRows) throw TableRules.TooManyRows();
                var cells = Array.ConvertAll(row, shaper.Shape);
                TableRules.Check(table.Columns, cells, count++);
                ValueWriter.WriteRow(writer, table.Columns, cells);
                if (writer.BytesCommitted + writer.BytesPending - flushed >= ChunkBytes) await FlushAsync(writer, cancellationToken).ConfigureAwait(false);
            }

            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private async ValueTask FlushAsync(Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        writer.Flush();
        flushed = writer.BytesCommitted;
        var flush = await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        if (flush.IsCompleted) throw new OperationCanceledException("The caller has gone.");
    }

    private void Open(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("requestId"u8, requestId);
        writer.WriteString("type"u8, "table"u8);
        ValueWriter.WriteColumns(writer, table.Columns);
        writer.WriteStartArray("rows"u8);
    }

    private void Close(Utf8JsonWriter writer, Exception? failure)
    {
        writer.WriteEndArray();
        if (failure is not null) AnswerWriter.WriteError(writer, CodeOf(failure), ErrorOf(failure), language);
        writer.WriteBoolean("ok"u8, failure is null);
        writer.WriteEndObject();
        writer.Flush();
    }

    private static string CodeOf(Exception failure) => ErrorOf(failure).Code.ToString();

    private static ConnectorError ErrorOf(Exception failure) => (failure as ConnectorException)?.Error
        ?? new ConnectorError(ConnectorErrorCode.Failed, "The connector failed while its table was being read.")
        {
            MessageRu = "Сбой коннектора во время чтения таблицы.",
        };
}
