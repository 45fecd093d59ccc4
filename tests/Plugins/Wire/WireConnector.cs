using System.Collections.Concurrent;
using System.Globalization;
using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Wire;

/// <summary>Gives back what it is given, and tables of any length: what goes over the wire can be seen with it.</summary>
[Connector("Wire")]
public sealed class WireConnector : Connector
{
    private static readonly TableColumn[] Columns = [new("номер", ValueKind.Integer), new("имя", ValueKind.String)];
    private readonly ConcurrentQueue<ConnectorRecord> notes = new();

    [ConnectorMethod(Aliases = ["Вернуть значение"], Safety = MethodSafety.Safe)]
    public Task<object?> EchoAsync([ConnectorParameter("value", Aliases = ["значение"])] object? value) => Task.FromResult(value);

    [ConnectorMethod(Safety = MethodSafety.Safe)]
    public Task<ConnectorTable> RowsAsync(int count) =>
        Task.FromResult(new ConnectorTable(Columns, [.. Enumerable.Range(0, count).Select(i => new object?[] { (long)i, $"строка {i}" })]));

    [ConnectorMethod(Safety = MethodSafety.Safe)]
    public Task<ConnectorTable> StreamAsync(int count, int? failAt = null) => Task.FromResult(ConnectorTable.Stream(Columns, ReadAsync(count, failAt)));

    [ConnectorMethod(Safety = MethodSafety.Safe)]
    public Task<ConnectorTable> BadCellAsync() => Task.FromResult(new ConnectorTable(Columns, [[1L, "a"], ["b", "c"]]));

    [ConnectorMethod]
    public Task FailAsync(string code) =>
        throw new ConnectorException(new ConnectorError(Enum.Parse<ConnectorErrorCode>(code), "It failed.") { MessageRu = "Не вышло.", Reason = "WIRE", RetryAfter = TimeSpan.FromSeconds(7) });

    [ConnectorMethod(Aliases = ["Документ завершён"])]
    public Task NoteAsync(InvokeArgs args, string? document = null, string? user = null, string? session = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        notes.Enqueue(new ConnectorRecord
        {
            { "origin", args.Caller.Origin.ToString() },
            { "values", new List<object?> { document, user, session } },
            { "user", args.Caller.UserId },
            { "device", args.Caller.DeviceId },
        });
        return Task.CompletedTask;
    }

    [ConnectorMethod]
    public Task HoldUnsafeAsync(InvokeArgs args, string? document = null, string? user = null) => HoldAsync(args);

    [ConnectorMethod(Safety = MethodSafety.Keyed)]
    public Task HoldKeyedAsync(InvokeArgs args, string? document = null, string? user = null) => HoldAsync(args);

    [ConnectorMethod(Safety = MethodSafety.Safe)]
    public Task HoldSafeAsync(InvokeArgs args, string? document = null, string? user = null) => HoldAsync(args);

    [ConnectorMethod(Safety = MethodSafety.Safe)]
    public Task<List<object?>> NotesAsync() => Task.FromResult(notes.ToList<object?>());

    /// <summary>The culture its calls run under.</summary>
    [ConnectorMethod(Safety = MethodSafety.Safe)]
    public string Culture() => CultureInfo.CurrentCulture.Name;

    // Leaves a trace that a kill does not take, and hangs while a file says so.
    private static async Task HoldAsync(InvokeArgs args)
    {
        var folder = System.Environment.GetEnvironmentVariable("WIRE_FOLDER")!;
        await File.AppendAllTextAsync(Path.Combine(folder, "calls.txt"), $"{args.RequestId}\n");
        if (File.Exists(Path.Combine(folder, "hold"))) await Task.Delay(Timeout.Infinite);
    }

    private static async IAsyncEnumerable<object?[]> ReadAsync(int count, int? failAt)
    {
        for (var i = 0; i < count; i++)
        {
            if (i == failAt) throw new ConnectorException(ConnectorErrorCode.Unavailable, "The source went away.");
            if (i % 1000 == 0) await Task.Yield();
            yield return [i, $"строка {i}"];
        }
    }
}
