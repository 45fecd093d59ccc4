using System.Data.Common;
using Dapper;
using ServerJobs.Background;

namespace Server.Storage;

/// <summary>Writes a new operation, unless its request id or its key is there already.</summary>
internal static class BackgroundStarts
{
    private const int MostAttempts = 5;

    // What is looked up here is still so when the row is written, but for another server: whose row came first is found then, and an end that came in between makes way.
    public static StartRecord Start(DbConnection connection, BackgroundOperation operation, List<PortionRow> portions)
    {
        var row = BackgroundRow.Of(operation);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (Met(connection, row) is { } met) return met;
            if (connection.Execute(BackgroundSql.Insert, row) == 0) continue;
            foreach (var portion in portions) connection.Execute(BackgroundSql.InsertPortion, portion);
            return new StartRecord(StartVerdict.New, operation);
        }

        throw new StorageException($"Operation '{row.Id}' of '{row.Call}' was not kept: its key '{row.Key}' or request id '{row.RequestId}' was taken and freed {MostAttempts} times meanwhile. Send the request again.");
    }

    private static StartRecord? Met(DbConnection connection, BackgroundRow row)
    {
        if (row.RequestKey is not null && connection.QuerySingleOrDefault<BackgroundRow>(BackgroundSql.OfRequest, new { key = row.RequestKey }) is { } before)
        {
            return new StartRecord(before.Asked == row.Asked ? StartVerdict.Repeated : StartVerdict.OtherRequest, before.ToOperation());
        }

        return row.ActiveKey is not null && connection.QuerySingleOrDefault<BackgroundRow>(BackgroundSql.OfKey, new { key = row.ActiveKey }) is { } running
            ? new StartRecord(StartVerdict.KeyTaken, running.ToOperation())
            : null;
    }
}
