using Microsoft.Data.Sqlite;

namespace Unit.Tests.Sql;

/// <summary>A provider whose commands cannot be cancelled: it says so by throwing.</summary>
internal sealed class StubbornConnection : SqliteConnection
{
    public int Cancels { get; private set; }

    public override SqliteCommand CreateCommand() => new Command(this) { Connection = this, Transaction = Transaction };

    private sealed class Command(StubbornConnection owner) : SqliteCommand
    {
        public override void Cancel()
        {
            owner.Cancels++;
            throw new NotSupportedException();
        }
    }
}
