using System.Data;
using Cleverence.Connectivity.Exchange;

namespace Server.Storage;

/// <summary>A row of the states of documents.</summary>
internal sealed class DocumentStateRow
{
    public static readonly HotQuery<DocumentStateRow> Find = new(
        """
        SELECT document AS Document, kind AS Kind, status AS Status, actions AS Actions, organisation AS Organisation, operation AS Operation, receipts AS Receipts, is_error AS IsError, error AS Error,
            changed_at AS ChangedAt, version AS Version
        FROM exchange_document WHERE connector_id = @connector AND document = @document
        """,
        ["connector", "document"],
        Read);

    private static readonly (string, DbType)[] Parameters =
    [
        ("connector", DbType.String), ("document", DbType.String), ("kind", DbType.String), ("status", DbType.String), ("actions", DbType.String), ("organisation", DbType.String), ("operation", DbType.String),
        ("receipts", DbType.String), ("isError", DbType.Int64), ("error", DbType.Binary), ("changed", DbType.Int64), ("version", DbType.Int64),
    ];

    public static readonly HotStatement Insert = new(
        """
        INSERT INTO exchange_document (connector_id, document, kind, status, actions, organisation, operation, receipts, is_error, error, changed_at, version)
        VALUES (@connector, @document, @kind, @status, @actions, @organisation, @operation, @receipts, @isError, @error, @changed, @version + 1)
        ON CONFLICT (connector_id, document) DO NOTHING
        """,
        Parameters);

    public static readonly HotStatement Change = new(
        """
        UPDATE exchange_document SET kind = @kind, status = @status, actions = @actions, organisation = @organisation, operation = @operation, receipts = @receipts, is_error = @isError, error = @error,
            changed_at = @changed, version = version + 1
        WHERE connector_id = @connector AND document = @document AND version = @version
        """,
        Parameters);

    public string Document { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Status { get; init; } = "";

    public string? Actions { get; init; }

    public string Organisation { get; init; } = "";

    public string Operation { get; init; } = "";

    public string? Receipts { get; init; }

    public long IsError { get; init; }

    public byte[]? Error { get; init; }

    public long ChangedAt { get; init; }

    public long Version { get; init; }

    public static object?[] ValuesOf(string connectorId, DocumentState state) =>
    [
        connectorId, state.Document, state.Kind, state.Status, TextList.Write(state.Actions), state.Organisation, state.Operation, TextList.Write(state.Receipts), state.IsError ? 1L : 0L,
        ErrorBytes.Write(state.Error), UnixTime.Of(state.ChangedAt), state.Version,
    ];

    /// <summary>Reads it from the columns, in their order.</summary>
    public static DocumentStateRow Read(IRow row) => new()
    {
        Document = row.Text(0),
        Kind = row.Text(1),
        Status = row.Text(2),
        Actions = row.TextOrNull(3),
        Organisation = row.Text(4),
        Operation = row.Text(5),
        Receipts = row.TextOrNull(6),
        IsError = row.Whole(7),
        Error = row.BytesOrNull(8),
        ChangedAt = row.Whole(9),
        Version = row.Whole(10),
    };

    public DocumentState ToState() => new(Document, Kind, Status)
    {
        Actions = TextList.Read(Actions),
        Organisation = Organisation,
        Operation = Operation,
        Receipts = TextList.Read(Receipts),
        Error = ErrorBytes.Read(Error),
        IsError = IsError != 0,
        ChangedAt = UnixTime.From(ChangedAt),
        Version = Version,
    };
}
