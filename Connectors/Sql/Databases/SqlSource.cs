using System.Data;
using System.Data.Common;
using Cleverence.Connectivity;

namespace Connectors.Sql;

/// <summary>A database as the connector uses it: how to connect, bind, read and stop, and what its failures mean.</summary>
internal abstract class SqlSource : IDisposable
{
    /// <summary>The address failures are told under; never a secret.</summary>
    public abstract string Target { get; }

    public abstract SqlRules Rules { get; }

    /// <summary>Whether its calls hold their thread.</summary>
    public virtual bool Blocks => false;

    /// <summary>Whether one command may hold several statements.</summary>
    public virtual bool TakesSeveral => true;

    public virtual bool HasProcedures => true;

    /// <summary>Whether a statement of this first word is done as a whole or not at all. What runs a program, such as CALL, may have committed in between.</summary>
    public virtual bool IsWhole(string keyword) => keyword is "SELECT" or "WITH" or "VALUES" or "INSERT" or "UPDATE" or "DELETE" or "MERGE" or "REPLACE";

    /// <summary>Whether out parameters come back in the parameters themselves.</summary>
    public virtual bool KeepsOut => false;

    /// <summary>Whether each place of a parameter needs one of its own.</summary>
    public virtual bool RepeatsPlaces => false;

    public abstract ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>What answered, such as <c>PostgreSQL 15.3</c>.</summary>
    public virtual string Answered(DbConnection connection) => connection.ServerVersion;

    /// <summary>Begins the transaction of a call, if it has one; a call that only reads is kept from writing where the database can do that.</summary>
    public virtual async ValueTask<DbTransaction?> BeginAsync(DbConnection connection, IsolationLevel? isolation, bool readsOnly, CancellationToken cancellationToken) =>
        isolation is { } level ? await connection.BeginTransactionAsync(level, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>How the parameter with a number, from 1, stands in the text.</summary>
    public abstract string PlaceOf(int number);

    public abstract DbParameter Bind(DbCommand command, int number, SqlParameter parameter, object? value);

    /// <summary>Makes the command that calls a procedure or function.</summary>
    public abstract void Call(DbCommand command, SqlMethod method, IReadOnlyList<(SqlParameter Parameter, object? Value)> arguments);

    /// <summary>Last touches before a command runs.</summary>
    public virtual void Ready(DbCommand command, TimeSpan limit)
    {
    }

    /// <summary>Makes the token stop what runs on the connection, where the provider does not do it.</summary>
    public virtual IDisposable? StopWith(DbConnection connection, CancellationToken cancellationToken) => null;

    /// <summary>How the cells of a column are read, as the kind declared for it or the database's own.</summary>
    public abstract SqlColumn Column(DbDataReader reader, int ordinal, bool hasRow, ValueKind? declared);

    /// <summary>What a failure means; null for one that is not the database's.</summary>
    public abstract SqlFault? FaultOf(Exception failure);

    /// <summary>Looks whether a statement can run, without running it.</summary>
    public abstract ValueTask PrepareAsync(DbCommand command, CancellationToken cancellationToken);

    /// <summary>What the catalogue knows of a procedure or function; empty when it has none of this name.</summary>
    public abstract ValueTask<IReadOnlyList<Routine>> FindAsync(DbConnection connection, string name, bool function, CancellationToken cancellationToken);

    /// <summary>Lists tables, views, procedures and functions.</summary>
    public abstract ValueTask<IReadOnlyList<ConnectorMethodInfo>> DiscoverAsync(DbConnection connection, CancellationToken cancellationToken);

    public abstract void Dispose();
}
