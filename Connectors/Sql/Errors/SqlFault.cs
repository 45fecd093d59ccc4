using Cleverence.Connectivity;

namespace Connectors.Sql;

/// <summary>What a failure of the database means to a caller.</summary>
/// <param name="Code">The code.</param>
/// <param name="Reason">The connector's own code.</param>
/// <param name="Message">One sentence; <c>{0}</c> is the database, <c>{1}</c> what the database itself named.</param>
/// <param name="MessageRu">The same in Russian.</param>
internal sealed record SqlFault(ConnectorErrorCode Code, string Reason, string Message, string MessageRu)
{
    /// <summary>Whether the same call may succeed later.</summary>
    public bool Retryable { get; init; }

    /// <summary>Whether the database itself said that the statement failed, so that it had no effect.</summary>
    public bool Certain { get; init; } = true;

    /// <summary>What the database named: a constraint, or a message made for people.</summary>
    public string Named { get; init; } = "";

    /// <summary>The database's own code, for the log.</summary>
    public string NativeCode { get; init; } = "";
}
