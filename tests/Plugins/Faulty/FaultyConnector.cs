using Cleverence.Connectivity;

namespace Faulty;

/// <summary>Fails in every way a method can.</summary>
[Connector("Faulty")]
public sealed class FaultyConnector : Connector
{
    private int calls;

    [ConnectorMethod]
    public string Throws() => throw new InvalidOperationException("FaultyConnector.Throws was called at C:\\secret\\path.");

    [ConnectorMethod]
    public async Task<string> ThrowsAfterAwaitAsync()
    {
        await Task.Yield();
        throw new InvalidOperationException("FaultyConnector.ThrowsAfterAwait was called.");
    }

    [ConnectorMethod]
    public string ThrowsDeclared() => throw new ConnectorException(new ConnectorError(ConnectorErrorCode.Rejected, "The document is closed.") { MessageRu = "Документ закрыт.", Reason = "DOC_CLOSED" });

    [ConnectorMethod]
    public string ThrowsUnavailable() => throw new ConnectorException(new ConnectorError(ConnectorErrorCode.Unavailable, "The outside system is down.") { Target = "outside" });

    /// <summary>Fails in every second call.</summary>
    [ConnectorMethod]
    public string ThrowsEverySecondTime() => Interlocked.Increment(ref calls) % 2 == 0 ? throw new InvalidOperationException("Every second call fails.") : "done";

    [ConnectorMethod]
    public object Cycle()
    {
        var record = new ConnectorRecord();
        record["self"] = record;
        return record;
    }

    [ConnectorMethod]
    public ConnectorTable ManyRows(int rows = 200_000) =>
        new([new TableColumn("n", ValueKind.Integer)], [.. Enumerable.Range(0, rows).Select(n => new object?[] { (long)n })]);

    [ConnectorMethod]
    public ConnectorTable ManyRowsStreamed(int rows = 200_000) => ConnectorTable.Stream([new TableColumn("n", ValueKind.Integer)], Rows(rows));

    [ConnectorMethod]
    public object UnknownType() => new MemoryStream();

    /// <summary>Returns, and afterwards something it started fails where nobody can catch it.</summary>
    [ConnectorMethod]
    public string ThrowsInAsyncVoid()
    {
        FireAndForget();
        return "started";
    }

    private static async void FireAndForget()
    {
        await Task.Yield();
        throw new InvalidOperationException("Nobody can catch this.");
    }

    private static async IAsyncEnumerable<object?[]> Rows(int rows)
    {
        await Task.CompletedTask;
        for (var n = 0; n < rows; n++) yield return [(long)n];
    }
}
