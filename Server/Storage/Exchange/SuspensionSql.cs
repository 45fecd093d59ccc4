using System.Data;

namespace Server.Storage;

/// <summary>The statements on suspended exchanges.</summary>
internal static class SuspensionSql
{
    // Gone with the first taking, also when its time is over.
    public const string Take = "DELETE FROM exchange_suspension WHERE connector_id = @connector AND id = @id RETURNING CASE WHEN expires_at > @now THEN sealed END";

    public const string RemoveOld = "DELETE FROM exchange_suspension WHERE expires_at < @before";

    public static readonly HotStatement Save = new(
        """
        INSERT INTO exchange_suspension (connector_id, id, sealed, expires_at) VALUES (@connector, @id, @sealed, @expires)
        ON CONFLICT (connector_id, id) DO UPDATE SET sealed = excluded.sealed, expires_at = excluded.expires_at
        """,
        [("connector", DbType.String), ("id", DbType.String), ("sealed", DbType.Binary), ("expires", DbType.Int64)]);
}
