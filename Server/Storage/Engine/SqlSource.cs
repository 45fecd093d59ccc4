using System.Data.Common;

namespace Server.Storage;

/// <summary>Where the connections of a room come from, and what its failures mean.</summary>
internal abstract class SqlSource : IDisposable
{
    /// <summary>What a message calls it: the file, or server and database. Never a password.</summary>
    public abstract string Name { get; }

    public abstract SqlDialect Dialect { get; }

    /// <summary>Opens the writer's connection.</summary>
    /// <param name="create">Whether a database that is missing is made; only at the start, later it is a fault.</param>
    public abstract DbConnection OpenWriter(bool create);

    /// <summary>Sets a connection up for writing, once the tables are up to date.</summary>
    public virtual void BeginWriting(DbConnection writer)
    {
    }

    /// <summary>Whether the writer's connection still leads to the database. Asked before each group.</summary>
    public abstract bool IsUsable(DbConnection writer);

    public abstract DbConnection OpenReader();

    public abstract ValueTask<DbConnection> OpenReaderAsync(CancellationToken cancellationToken);

    /// <summary>Finds a row by a question that is kept prepared.</summary>
    /// <returns>False when this database keeps none, and the question must be asked in the ordinary way.</returns>
    public virtual bool TryFind<TRow>(HotQuery<TRow> query, object?[] values, out TRow? found)
        where TRow : class
    {
        found = null;
        return false;
    }

    /// <summary>The same for all its rows; null when this database keeps no questions.</summary>
    public virtual IReadOnlyList<T>? TryList<TRow, T>(HotQuery<TRow> query, object?[] values, Func<TRow, T> map, Action<string, Exception> damaged)
        where TRow : class => null;

    /// <summary>Whether a connection that met this failure is of no more use.</summary>
    public abstract bool Breaks(Exception failure);

    /// <summary>Whether what met this failure may be tried once more on a fresh connection: the old one had died unnoticed.</summary>
    public abstract bool IsStale(Exception failure);

    /// <summary>Whether the database took the transaction back because of another one, which has ended or will: done again, it can succeed.</summary>
    public abstract bool IsConflict(Exception failure);

    /// <summary>Gives up the connections kept for readers.</summary>
    public abstract void Forget();

    /// <summary>A failure of the database itself in a sentence that says what to do; any other failure as it is.</summary>
    public abstract Exception Explain(Exception failure);

    public abstract void Dispose();
}
