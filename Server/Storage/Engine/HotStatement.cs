using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Server.Storage;

/// <summary>A statement that runs many times a second: it is kept with each writer's connection, so that the database parses it once.</summary>
/// <remarks>For the writer's thread only.</remarks>
internal sealed class HotStatement(string text, IReadOnlyList<(string Name, DbType Type)> parameters)
{
    private readonly ConditionalWeakTable<DbConnection, DbCommand> commands = [];
    private readonly ConditionalWeakTable<SqliteConnection, SqliteStatement> statements = [];

    /// <summary>Runs it.</summary>
    /// <param name="connection">The writer's connection.</param>
    /// <param name="values">One for each parameter, in their order.</param>
    /// <returns>How many rows it changed.</returns>
    public int Execute(DbConnection connection, params ReadOnlySpan<object?> values)
    {
        if (connection is SqliteConnection file && Statement(file).TryExecute(values, out var changed)) return changed;
        var command = commands.GetValue(connection, Make);
        var strict = connection is NpgsqlConnection;
        for (var at = 0; at < values.Length; at++) command.Parameters[at].Value = (strict && values[at] is string text ? StorableText.Of(text) : values[at]) ?? DBNull.Value;
        return command.ExecuteNonQuery();
    }

    private SqliteStatement Statement(SqliteConnection file) => statements.GetValue(file, connection => new SqliteStatement(connection, text, [.. parameters.Select(parameter => parameter.Name)]));

    private DbCommand Make(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, type) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.DbType) = (name, type);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
