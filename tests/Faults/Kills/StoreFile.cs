using System.Text.Json;
using Faults.Judge;
using Microsoft.Data.Sqlite;

namespace Faults.Kills;

/// <summary>Looks into the database of a server, also while it runs.</summary>
internal sealed class StoreFile(string path)
{
    /// <summary>Counts rows; 0 while there is nothing to look into.</summary>
    public long Count(string sql, string? value = null)
    {
        try
        {
            using var connection = Open();
            using var command = new SqliteCommand(sql, connection);
            command.Parameters.AddWithValue("@value", (object?)value ?? DBNull.Value);
            return (long)command.ExecuteScalar()!;
        }
        catch (SqliteException)
        {
            return 0;
        }
    }

    /// <summary>The table of codes.</summary>
    public IReadOnlyList<KeptCode> Codes() =>
        Read("SELECT text, cis, COALESCE(order_id, ''), COALESCE(block_id, '') FROM marking_code", row => new KeptCode(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)));

    /// <summary>Where the orders stand.</summary>
    public IReadOnlyDictionary<string, OrderEnd> Orders()
    {
        var intents = Read("SELECT order_id, COALESCE(ending, ''), COALESCE(reason, '') FROM marking_intent", row => (Order: row.GetString(0), Ending: row.GetString(1), Reason: row.GetString(2)));
        var records = Read("SELECT content FROM connector_record WHERE kind = 'suz-suborder'", row => JsonDocument.Parse((byte[])row[0]).RootElement);
        return records.Select(record => Of(record, [.. intents.Where(intent => intent.Order == Text(record, "orderId"))])).ToDictionary(order => order.OrderId);
    }

    /// <summary>What came in.</summary>
    public IReadOnlyList<KeptEntry> Incoming() =>
        Read("SELECT organisation, address, hash, stage FROM exchange_incoming", row => new KeptEntry(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)));

    /// <summary>Whether nothing of the queue waits for anything but a person.</summary>
    public bool QueueIsQuiet() => Count("SELECT COUNT(*) FROM exchange_message WHERE stage NOT IN ('Done', 'DonePartly', 'Rejected', 'Reversed', 'Cancelled', 'Parked')") == 0;

    private static OrderEnd Of(JsonElement record, IReadOnlyList<(string Order, string Ending, string Reason)> intents) => new(Text(record, "orderId"))
    {
        Ordered = record.GetProperty("ordered").GetInt32(),
        Final = record.GetProperty("final").GetBoolean(),
        Proof = string.Join(" ", intents.Where(intent => intent.Ending == "Parked").Select(intent => intent.Reason).Prepend(Text(record, "attention"))).Trim(),
        OpenIntents = intents.Count(intent => intent.Ending.Length == 0),
    };

    private static string Text(JsonElement record, string name) => record.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> of)
    {
        using var connection = Open();
        using var command = new SqliteCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(of(reader));
        return rows;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
