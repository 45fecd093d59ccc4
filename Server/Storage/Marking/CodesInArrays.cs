using System.Data.Common;
using Dapper;

namespace Server.Storage;

/// <summary>Thousands of rows in one statement of PostgreSQL: over a network it is the round trips that cost.</summary>
internal sealed class CodesInArrays : ICodeRows
{
    private const int Portion = 5000;

    private const string Given = "unnest(@texts, @cises, @gtins, @serials) AS g(text, cis, gtin, serial)";

    private const string AddCodes = $"""
        INSERT INTO marking_code (text, cis, gtin, serial, order_id, block_id, state, used_at_sale, stored_at, changed_at)
        SELECT g.text, g.cis, g.gtin, g.serial, @order, @block, 'Issued', 0, @now, @now FROM {Given} WHERE NOT EXISTS (SELECT 1 FROM marking_code c WHERE c.cis = g.cis)
        ON CONFLICT (text) DO NOTHING
        """;

    private const string AddConflicts = $"""
        INSERT INTO marking_conflict (text, block_id, cis, gtin, order_id, other_text, other_block_id, found_at)
        SELECT g.text, @block, g.cis, g.gtin, @order, o.text, o.block_id, @now FROM {Given}
        JOIN LATERAL (
            SELECT c.text, c.block_id FROM marking_code c
            WHERE (c.text = g.text OR c.cis = g.cis) AND NOT (c.block_id IS NOT NULL AND c.block_id = @block AND (c.text = g.text OR c.text = g.cis))
            ORDER BY c.text LIMIT 1) o ON TRUE
        ON CONFLICT (text, block_id) DO UPDATE SET cis = excluded.cis
        """;

    private const string SetStates = "UPDATE marking_code SET state = @state, changed_at = @now WHERE cis = ANY(@cises)";

    private readonly CodesOneByOne oneByOne = new();

    public (int Added, int Conflicts) Add(DbConnection connection, (string Id, string OrderId) block, IReadOnlyList<BlockCode> codes, long now)
    {
        connection.Execute(MarkingSql.Alone);
        var firsts = codes.DistinctBy(code => code.Cut.Cis, StringComparer.Ordinal).ToList();
        var (added, conflicts) = (0, 0);
        foreach (var portion in firsts.Chunk(Portion))
        {
            var values = new NamedValues { { "order", block.OrderId }, { "block", block.Id }, { "now", now } };
            values.AddColumn("texts", portion, code => code.Text);
            values.AddColumn("cises", portion, code => code.Cut.Cis);
            values.AddColumn("gtins", portion, code => code.Cut.Gtin);
            values.AddColumn("serials", portion, code => code.Cut.Serial);
            var news = connection.Execute(AddCodes, values);
            added += news;
            if (news < portion.Length) conflicts += connection.Execute(AddConflicts, values);
        }

        // What the block itself brings twice sees what was just written.
        if (firsts.Count == codes.Count) return (added, conflicts);
        var rest = oneByOne.Add(connection, block, [.. codes.GroupBy(code => code.Cut.Cis, StringComparer.Ordinal).SelectMany(same => same.Skip(1))], now);
        return (added + rest.Added, conflicts + rest.Conflicts);
    }

    public int SetState(DbConnection connection, IReadOnlyList<string> cises, string state, long now)
    {
        var found = 0;
        foreach (var portion in cises.Distinct(StringComparer.Ordinal).Chunk(Portion))
        {
            var values = new NamedValues { { "state", state }, { "now", now } };
            values.AddColumn("cises", portion, cis => cis);
            found += connection.Execute(SetStates, values);
        }

        return found;
    }
}
