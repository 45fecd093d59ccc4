namespace Server.Storage;

/// <summary>The statements on API keys.</summary>
internal static class AccessSql
{
    public const string List = "SELECT id AS Id, name AS Name, hash AS Hash, connectors AS Connectors, admin AS Admin, created_at AS CreatedAt, revoked_at AS RevokedAt FROM api_key ORDER BY created_at, id";

    public const string Insert = "INSERT INTO api_key (id, name, hash, connectors, admin, created_at) VALUES (@Id, @Name, @Hash, @Connectors, @Admin, @CreatedAt)";

    public const string InsertFirst = """
        INSERT INTO api_key (id, name, hash, connectors, admin, created_at)
        SELECT @Id, @Name, @Hash, @Connectors, @Admin, @CreatedAt WHERE NOT EXISTS (SELECT 1 FROM api_key)
        """;

    // One statement, so that of two keys revoked at once one always stays.
    public const string Revoke = """
        UPDATE api_key SET revoked_at = @now
        WHERE id = @id AND revoked_at IS NULL
          AND (admin = 0 OR EXISTS (SELECT 1 FROM api_key WHERE id <> @id AND revoked_at IS NULL AND admin = 1))
        """;
}
