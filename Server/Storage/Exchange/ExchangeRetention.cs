using System.Data.Common;
using Dapper;

namespace Server.Storage;

/// <summary>Removes what is final and old.</summary>
internal static class ExchangeRetention
{
    public static int Remove(DbConnection connection, long before, int limit)
    {
        var removed = 0;
        foreach (var text in (string[])[ExchangeMessageSql.RemoveOld, IncomingRow.RemoveOld, ProtocolRow.RemoveOldPayloads])
        {
            if (removed < limit) removed += connection.Execute(text, new { before, limit = limit - removed });
        }

        // These are few, and nobody can see them any more.
        return removed + connection.Execute(SuspensionSql.RemoveOld, new { before }) + connection.Execute(RecordSql.RemoveOld, new { before });
    }
}
