using Cleverence.Connectivity;
using Connectors.Transport.Arguments;
using System.Data;

namespace Connectors.Sql;

/// <summary>A method ready for use.</summary>
internal sealed record SqlMethod(ConnectorMethodInfo Info, string Field)
{
    /// <summary>The statements, each sent as one command; empty for a procedure or function.</summary>
    public IReadOnlyList<SqlStatement> Statements { get; init; } = [];

    /// <summary>The procedure or function; empty for statements.</summary>
    public string Routine { get; init; } = "";

    public bool IsFunction { get; init; }

    /// <summary>Whether the parameters of the routine come from the database's catalogue.</summary>
    public bool AsksCatalogue { get; init; }

    public IReadOnlyList<SqlParameter> Parameters { get; init; } = [];

    /// <summary>Binds the arguments of callers: the parameters that go in, without the one of the request id.</summary>
    public required ParameterBinder Binder { get; init; }

    /// <summary>The parameter that is given the request id; empty for none.</summary>
    public string KeyParameter { get; init; } = "";

    /// <summary>Whether there is one statement, or one routine.</summary>
    public bool IsSingle { get; init; }

    public ResultShape Result { get; init; }

    public IReadOnlyList<string> TableNames { get; init; } = [];

    public IReadOnlyDictionary<string, ValueKind> Columns { get; init; } = new Dictionary<string, ValueKind>();

    /// <summary>The isolation of its transaction; null for none.</summary>
    public IsolationLevel? Isolation { get; init; }

    public TimeSpan Limit { get; init; }

    public int MaxRows { get; init; }

    public long MaxBytes { get; init; }

    /// <summary>Whether an argument for the parameter stands at its position. What a function only gives back has no argument.</summary>
    public bool TakesByPosition(SqlParameter parameter) => parameter.IsNameless && !(IsFunction && parameter.Direction == ParameterDirection.Out);

    public bool IsSafe => Info.Safety == MethodSafety.Safe;

    /// <summary>Whether rows are handed on as they come: only where nothing is to be committed after them.</summary>
    public bool Streams => Result == ResultShape.Table && IsSafe && IsSingle;

    /// <summary>Whether each statement by itself is done as a whole or not at all.</summary>
    public bool HasWholeStatements { get; init; }

    /// <summary>Whether a failure before the end leaves nothing behind: a transaction, or a single statement, which is one by itself. A procedure may commit in between.</summary>
    public bool FailsWhole => Isolation is not null || (Routine.Length == 0 && HasWholeStatements) || IsFunction;
}
