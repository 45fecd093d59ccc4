using System.Collections.Concurrent;

namespace Server.Storage;

/// <summary>The readers of a database file that are kept with their prepared questions. Thread-safe.</summary>
internal sealed class SqliteReaders(Func<SqliteReader> open) : IDisposable
{
    // Those who read at the same time are as many as threads; more than that are not worth their memory.
    private const int MostKept = 16;
    private readonly ConcurrentStack<SqliteReader> kept = new();
    private volatile bool disposed;

    /// <summary>Finds a row.</summary>
    public TRow? Find<TRow>(HotQuery<TRow> query, object?[] values)
        where TRow : class => Read(reader => reader.Find(query, values));

    /// <summary>Reads rows.</summary>
    public IReadOnlyList<T> List<TRow, T>(HotQuery<TRow> query, object?[] values, Func<TRow, T> map, Action<string, Exception> damaged)
        where TRow : class => Read(reader => reader.List(query, values, map, damaged));

    public void Forget()
    {
        while (kept.TryPop(out var reader)) reader.Dispose();
    }

    public void Dispose()
    {
        disposed = true;
        Forget();
    }

    private T Read<T>(Func<SqliteReader, T> look)
    {
        var reader = Take();
        T found;
        try
        {
            found = look(reader);
        }
        catch
        {
            // What it met may be its own.
            reader.Dispose();
            throw;
        }

        Keep(reader);
        return found;
    }

    private SqliteReader Take()
    {
        if (!kept.TryPop(out var reader)) return open();
        if (!reader.IsMoved) return reader;
        reader.Dispose();
        Forget();
        return open();
    }

    private void Keep(SqliteReader reader)
    {
        if (kept.Count >= MostKept)
        {
            reader.Dispose();
            return;
        }

        kept.Push(reader);
        if (disposed) Forget();
    }
}
