using System.Net.Sockets;
using System.Security.Authentication;
using Npgsql;

namespace Connectors.Sql;

/// <summary>What the failures of PostgreSQL mean.</summary>
internal static class PostgresFaults
{
    public static SqlFault? Of(Exception failure) => failure switch
    {
        PostgresException told => Named(told),
        OperationCanceledException { InnerException: PostgresException told } => Named(told),
        NpgsqlException { InnerException: PostgresException told } => Named(told),
        NpgsqlException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } } => Faults.NameUnknown,
        NpgsqlException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostUnreachable or SocketError.NetworkUnreachable } } => Faults.Refused,
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } => Faults.NameUnknown,
        SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostUnreachable or SocketError.NetworkUnreachable } => Faults.Refused,
        NpgsqlException { InnerException: AuthenticationException } => Faults.Tls,
        NpgsqlException pool when pool.Message.Contains("pool has been exhausted", StringComparison.Ordinal) => Faults.Crowded,
        NpgsqlException or IOException or SocketException or TimeoutException => Faults.Lost,
        _ => null,
    };

    /// <summary>A failure while connecting: nothing was sent yet.</summary>
    public static SqlFault WhileConnecting(SqlFault fault, Exception failure) => fault != Faults.Lost
        ? fault
        : failure is TimeoutException or OperationCanceledException or NpgsqlException { InnerException: TimeoutException } ? Faults.ConnectTimeout : Faults.Refused;

    private static SqlFault Named(PostgresException told)
    {
        var fault = SqlStates.Of(told.SqlState);
        var named = fault == Faults.Raised ? told.MessageText : told.ConstraintName ?? told.ColumnName ?? told.TableName ?? told.SqlState;
        return fault with { Named = named, NativeCode = told.SqlState };
    }
}
