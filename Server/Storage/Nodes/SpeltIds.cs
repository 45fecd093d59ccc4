using Dapper;
using Npgsql;
using ServerJobs;

namespace Server.Storage;

/// <summary>The ids of the shared timetable, found without regard to case as in the files. Not by SQL: a database may know only the letters of English.</summary>
internal sealed class SpeltIds
{
    private readonly Dictionary<string, string> known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> doubles = [];

    private SpeltIds(IEnumerable<string> ids)
    {
        foreach (var id in ids.Where(id => !known.TryAdd(id, id))) doubles.Add(id);
    }

    /// <summary>The id in force; the given one when none is.</summary>
    public string Of(string id) => known.GetValueOrDefault(id, id);

    /// <summary>Reads them. Where nobody else holds on to another spelling, that of this server counts from now on.</summary>
    public static SpeltIds Read(NpgsqlConnection connection, NpgsqlTransaction transaction, JobNode node, IReadOnlyList<string> own, long ahead, int waitSeconds)
    {
        var ids = Read(connection, transaction, waitSeconds);
        var others = own.Where(id => ids.Of(id) != id).ToArray();
        if (others.Length + ids.doubles.Count == 0) return ids;
        var values = new NamedValues { { "node", node.Id }, { "ahead", ahead }, { "doubles", ids.doubles.ToArray() }, { "spelt", others }, { "jobs", others.Select(ids.Of).ToArray() } };
        connection.Execute(ClaimNodeSql.DropDoubles, values, transaction, waitSeconds);
        connection.Execute(ClaimNodeSql.Rename, values, transaction, waitSeconds);
        return Read(connection, transaction, waitSeconds);
    }

    private static SpeltIds Read(NpgsqlConnection connection, NpgsqlTransaction transaction, int waitSeconds) =>
        new(connection.Query<string>(ClaimNodeSql.Ids, transaction: transaction, commandTimeout: waitSeconds));
}
