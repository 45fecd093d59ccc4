using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using Dapper;

namespace Server.Storage;

/// <summary>The statements that look for incoming items, put together from conditions; every value is bound.</summary>
internal static class IncomingQuery
{
    private const string Handled = " AND stage IN ('Handled', 'Acknowledged')";

    /// <summary>Many items by their keys.</summary>
    public static (string Text, DynamicParameters Values) Find(string connectorId, string organisation, IncomingKey by, IReadOnlyList<string> keys)
    {
        var values = new DynamicParameters();
        values.Add("connector", connectorId);
        values.Add("organisation", organisation);
        for (var at = 0; at < keys.Count; at++) values.Add($"k{at}", keys[at]);
        var column = by switch { IncomingKey.RemoteId => "remote_id", IncomingKey.Id => "item_id", _ => "hash" };
        var among = keys.Count == 0 ? "NULL" : string.Join(", ", Enumerable.Range(0, keys.Count).Select(at => $"@k{at}"));
        return ($"""
            SELECT {IncomingRow.Columns} FROM exchange_incoming WHERE connector_id = @connector AND organisation = @organisation AND {column} IN ({among}){(by == IncomingKey.HandledHash ? Handled : "")}
            ORDER BY created_at, item_id
            """, values);
    }

    /// <summary>The items in one of the given stages.</summary>
    public static string List(bool ofAll, IReadOnlyList<IncomingStage> stages, bool withPayloads)
    {
        // Names of an enumeration, and nothing that came from outside.
        var among = string.Join(", ", stages.Distinct().Order().Select(stage => $"'{Enum.GetName(stage)}'").DefaultIfEmpty("''"));
        return $"""
            SELECT {IncomingRow.Columns}{(withPayloads ? ", payload AS Payload" : "")} FROM exchange_incoming WHERE connector_id = @connector{(ofAll ? "" : " AND organisation = @organisation")} AND stage IN ({among})
                AND (@after IS NULL OR (created_at, item_id) > (SELECT a.created_at, a.item_id FROM exchange_incoming a WHERE a.connector_id = @connector AND a.item_id = @after))
            ORDER BY created_at, item_id LIMIT @limit
            """;
    }
}
