using Cleverence.Connectivity;
using Connectors.Transport.Arguments;
using Newtonsoft.Json.Linq;

namespace Connectors.Rest;

/// <summary>Takes the result of a method out of an answer: the part its path names, as the kind it is declared to be.</summary>
internal sealed record RestResult(ValueKind? Kind)
{
    /// <summary>Where the result stands; null for the whole answer.</summary>
    public JsonPick? Pick { get; init; }

    /// <summary>The header that is the result, in place of the body.</summary>
    public string? Header { get; init; }

    /// <summary>Whether the status is the result, in place of the body.</summary>
    public bool Status { get; init; }

    public RestColumns? Columns { get; init; }

    /// <summary>The result of an answer that means "there is none".</summary>
    public object? Nothing => Kind == ValueKind.Table ? new ConnectorTable(Columns?.Columns ?? [], []) : null;

    public object? Read(RestAnswer answer, bool readsOnly)
    {
        var response = answer.Response;
        if (Status) return Shape((long)response.Status, readsOnly);
        if (Header is not null) return response.Header(Header) is { } text ? Shape(text, readsOnly) : null;
        if (Pick is null && Kind == ValueKind.Binary) return response.Body;
        if (Pick is null && Kind == ValueKind.String && !response.IsJson) return response.Text;
        if (Columns is not null) return Rows(answer, readsOnly) is { } rows ? Table(rows, readsOnly) : null;
        var value = Find(answer, readsOnly);
        if (value is IReadOnlyList<object?> { Count: > ConnectorTable.MaxRows } list) throw ResultErrors.TooManyRows(list.Count, ConnectorTable.MaxRows);
        return value is null ? null : Shape(value, readsOnly);
    }

    /// <summary>The rows of a table as they stand in the answer; null where the answer has null in their place.</summary>
    public IReadOnlyList<object?>? Rows(RestAnswer answer, bool readsOnly)
    {
        var found = Columns?.NeedsTree == true ? Part(answer, readsOnly) : Find(answer, readsOnly);
        return found switch
        {
            null => null,
            JArray rows => [.. rows],
            JValue { Type: JTokenType.Null } => null,
            IReadOnlyList<object?> rows => rows,
            JToken other => throw ResultErrors.Kind(Transport.JsonValues.FromJson(other)!, ValueKind.Table, readsOnly),
            _ => throw ResultErrors.Kind(found, ValueKind.Table, readsOnly),
        };
    }

    private object? Find(RestAnswer answer, bool readsOnly)
    {
        if (Pick is null) return answer.Value;
        if (answer.Response.Body.Length == 0) return null;
        return Pick.TryFind(answer, out var found) ? found : throw ResultErrors.NothingThere(Pick.Path, answer.Response.Masked(answer.Response.Text), readsOnly);
    }

    private JToken? Part(RestAnswer answer, bool readsOnly)
    {
        if (Pick is null || answer.Tree is not { } tree) return answer.Tree;
        return Pick.Part(tree) ?? throw ResultErrors.NothingThere(Pick.Path, answer.Response.Masked(answer.Response.Text), readsOnly);
    }

    private ConnectorTable Table(IReadOnlyList<object?> rows, bool readsOnly)
    {
        if (rows.Count > ConnectorTable.MaxRows) throw ResultErrors.TooManyRows(rows.Count, ConnectorTable.MaxRows);
        var cells = new object?[rows.Count][];
        for (var at = 0; at < cells.Length; at++) cells[at] = Columns!.Cells(rows[at], at + 1, readsOnly);
        return new ConnectorTable(Columns!.Columns, cells);
    }

    private object Shape(object value, bool readsOnly)
    {
        if (Kind is not { } wanted) return value;
        if (wanted == ValueKind.Table && value is IReadOnlyList<object?> rows && rows.All(row => row is ConnectorRecord)) return ConnectorTable.FromRecords(rows.Cast<ConnectorRecord>());
        return ConnectorValues.TryConvert(value, BoundParameter.TypeOf(wanted), out var converted) ? converted! : throw ResultErrors.Kind(value, wanted, readsOnly);
    }
}
