using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Npgsql;

namespace Server.Storage;

/// <summary>A statement that runs many times a second: its command is kept with each writer's connection, so that the database parses it once.</summary>
/// <remarks>For the writer's thread only.</remarks>
internal sealed class HotStatement(string text, IReadOnlyList<(string Name, DbType Type)> parameters)
{
    private readonly ConditionalWeakTable<DbConnection, DbCommand> commands = [];

    /// <summary>Runs it.</summary>
    /// <param name="connection">The writer's connection.</param>
    /// <param name="values">One for each parameter, in their order.</param>
    /// <returns>How many rows it changed.</returns>
    public int Execute(DbConnection connection, params ReadOnlySpan<object?> values)
    {
        var command = commands.GetValue(connection, Make);
        var strict = connection is NpgsqlConnection;
        for (var at = 0; at < values.Length; at++) command.Parameters[at].Value = (strict && values[at] is string text ? StorableText.Of(text) : values[at]) ?? DBNull.Value;
        return command.ExecuteNonQuery();
    }

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
