using System.Collections;
using System.Data;
using Dapper;
using Npgsql;

namespace Server.Storage;

/// <summary>Parameters of a statement of PostgreSQL, arrays included: those are columns of rows, and not lists to be written out.</summary>
internal sealed class NamedValues : SqlMapper.IDynamicParameters, IEnumerable<KeyValuePair<string, object?>>
{
    private readonly Dictionary<string, object?> values = [];

    /// <summary>Takes a value.</summary>
    public void Add(string name, object? value) => values.Add(name, value);

    /// <summary>Takes one field of many rows. What the database would refuse in a text is taken out.</summary>
    public void AddColumn<T>(string name, IEnumerable<T> rows, Func<T, string?> field) => values.Add(name, rows.Select(row => StorableText.Of(field(row))).ToArray());

    /// <summary>Takes one field of many rows.</summary>
    public void AddColumn<T>(string name, IEnumerable<T> rows, Func<T, long?> field) => values.Add(name, rows.Select(field).ToArray());

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void SqlMapper.IDynamicParameters.AddParameters(IDbCommand command, SqlMapper.Identity identity)
    {
        foreach (var (name, value) in values) command.Parameters.Add(new NpgsqlParameter(name, value ?? DBNull.Value));
    }
}
