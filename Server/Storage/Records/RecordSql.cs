using System.Data;

namespace Server.Storage;

/// <summary>The statements on connectors' records.</summary>
internal static class RecordSql
{
    public const string Columns = "kind AS Kind, key AS Key, index1 AS Index1, index2 AS Index2, content AS Content, secret AS Secret, version AS Version, expires_at AS ExpiresAt, changed_at AS ChangedAt";

    public static readonly HotQuery<RecordRow> Find = new(
        "SELECT " + Columns + " FROM connector_record WHERE connector_id = @connector AND kind = @kind AND key = @key AND (expires_at IS NULL OR expires_at > @now)", ["connector", "kind", "key", "now"], RecordRow.Read);

    public const string RemoveOld = "DELETE FROM connector_record WHERE expires_at IS NOT NULL AND expires_at < @before";

    private static readonly (string, DbType)[] Parameters =
    [
        ("connector", DbType.String), ("kind", DbType.String), ("key", DbType.String), ("index1", DbType.String), ("index2", DbType.String), ("content", DbType.Binary), ("secret", DbType.Int64),
        ("expires", DbType.Int64), ("now", DbType.Int64), ("version", DbType.Int64),
    ];

    private static readonly (string, DbType)[] KeyParameters = [("connector", DbType.String), ("kind", DbType.String), ("key", DbType.String), ("now", DbType.Int64), ("version", DbType.Int64)];

    // One whose time is over is as good as gone. Its version goes on all the same: who remembers the old one must not hit the new one.
    public static readonly HotStatement Add = new(
        """
        INSERT INTO connector_record (connector_id, kind, key, index1, index2, content, secret, version, expires_at, changed_at)
        VALUES (@connector, @kind, @key, @index1, @index2, @content, @secret, 1, @expires, @now)
        ON CONFLICT (connector_id, kind, key) DO UPDATE SET index1 = excluded.index1, index2 = excluded.index2, content = excluded.content, secret = excluded.secret,
            version = connector_record.version + 1, expires_at = excluded.expires_at, changed_at = excluded.changed_at
            WHERE connector_record.expires_at <= excluded.changed_at
        """,
        Parameters);

    public static readonly HotStatement Put = new(
        """
        INSERT INTO connector_record (connector_id, kind, key, index1, index2, content, secret, version, expires_at, changed_at)
        VALUES (@connector, @kind, @key, @index1, @index2, @content, @secret, 1, @expires, @now)
        ON CONFLICT (connector_id, kind, key) DO UPDATE SET index1 = excluded.index1, index2 = excluded.index2, content = excluded.content, secret = excluded.secret,
            version = connector_record.version + 1, expires_at = excluded.expires_at, changed_at = excluded.changed_at
        """,
        Parameters);

    public static readonly HotStatement Change = new(
        """
        UPDATE connector_record SET index1 = @index1, index2 = @index2, content = @content, secret = @secret, version = version + 1, expires_at = @expires, changed_at = @now
        WHERE connector_id = @connector AND kind = @kind AND key = @key AND version = @version AND (expires_at IS NULL OR expires_at > @now)
        """,
        Parameters);

    public static readonly HotStatement Remove = new("DELETE FROM connector_record WHERE connector_id = @connector AND kind = @kind AND key = @key", KeyParameters);

    public static readonly HotStatement RemoveVersion = new(
        "DELETE FROM connector_record WHERE connector_id = @connector AND kind = @kind AND key = @key AND version = @version AND (expires_at IS NULL OR expires_at > @now)", KeyParameters);

    // Changes nothing; tells whether it is there, and holds it until the commit.
    public static readonly HotStatement Touch = new(
        "UPDATE connector_record SET version = version WHERE connector_id = @connector AND kind = @kind AND key = @key AND (expires_at IS NULL OR expires_at > @now)", KeyParameters);
}
