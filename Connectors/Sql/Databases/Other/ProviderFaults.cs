using System.Data.Common;
using System.Net.Sockets;

namespace Connectors.Sql;

/// <summary>What the failures of any provider mean: by SQLSTATE where it tells one, else by what every provider tells.</summary>
internal static class ProviderFaults
{
    public static SqlFault? Of(Exception failure) => failure switch
    {
        DbException { SqlState: { Length: 5 } state } told => OfState(state) with { Named = state, NativeCode = $"{state}, {told.ErrorCode}" },
        DbException { IsTransient: true } told => Faults.Lost with { NativeCode = $"{told.ErrorCode}" },
        DbException { InnerException: SocketException or IOException } => Faults.Lost,
        DbException told => Faults.Server with { Certain = false, NativeCode = $"{told.ErrorCode}" },
        SocketException or IOException or TimeoutException => Faults.Lost,
        OperationCanceledException => null,

        // Its words may be about anything, the connection string included: they go the way of the others, masked.
        _ => Faults.Server with { Certain = false },
    };

    // A state that nobody knows, such as HY000 of ODBC, proves nothing: the link may have broken.
    private static SqlFault OfState(string state) => state == "HYT00" ? Faults.Stopped with { Certain = false } : SqlStates.Of(state) is var fault && fault == Faults.Server ? fault with { Certain = false } : fault;
}
