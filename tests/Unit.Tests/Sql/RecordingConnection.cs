using Microsoft.Data.Sqlite;

namespace Unit.Tests.Sql;

/// <summary>A provider that remembers what it was sent.</summary>
internal sealed class RecordingConnection : SqliteConnection
{
    private readonly List<SqliteCommand> made = [];

    public IEnumerable<string> Texts => made.Select(command => command.CommandText);

    public override SqliteCommand CreateCommand()
    {
        var command = new SqliteCommand { Connection = this, Transaction = Transaction };
        made.Add(command);
        return command;
    }
}
