using SQLitePCL;

namespace Connectors.Sql;

/// <summary>Takes the stopping hook off a connection.</summary>
internal sealed class SqliteStop(sqlite3 handle) : IDisposable
{
    public void Dispose()
    {
        if (!handle.IsInvalid && !handle.IsClosed) raw.sqlite3_progress_handler(handle, 0, null, null);
    }
}
