namespace Server.Storage;

/// <summary>The statements on documents and products.</summary>
internal static class DocumentSql
{
    public const string Find = "SELECT id AS Id, type_name AS TypeName, finished AS Finished, finished_at AS FinishedAt, changed_at AS ChangedAt, version AS Version, content AS Content FROM document WHERE id = @id";

    public const string List = """
        SELECT id AS Id, type_name AS TypeName, finished AS Finished, finished_at AS FinishedAt, changed_at AS ChangedAt, version AS Version, content AS Content
        FROM document WHERE @finished IS NULL OR finished = @finished
        ORDER BY changed_at DESC, id LIMIT @limit
        """;

    public const string Save = """
        INSERT INTO document (id, type_name, finished, finished_at, finished_version, changed_at, version, content)
        VALUES (@Id, @TypeName, @Finished, CASE WHEN @Finished <> 0 THEN @Now END, CASE WHEN @Finished <> 0 THEN 1 END, @Now, 1, @Content)
        ON CONFLICT (id) DO UPDATE SET
            type_name = excluded.type_name,
            finished = excluded.finished,
            finished_at = CASE WHEN excluded.finished <> 0 THEN COALESCE(document.finished_at, excluded.finished_at) END,
            finished_version = CASE WHEN excluded.finished <> 0 THEN COALESCE(document.finished_version, document.version + 1) END,
            changed_at = excluded.changed_at,
            version = document.version + 1,
            content = excluded.content
        RETURNING id AS Id, type_name AS TypeName, finished AS Finished, finished_at AS FinishedAt, finished_version AS FinishedVersion, changed_at AS ChangedAt, version AS Version, content AS Content
        """;

    public const string Remove = "DELETE FROM document WHERE id = @id";

    // The outer condition again: a document that was saved meanwhile, unfinished or anew, stays.
    public const string RemoveFinished = $"""
        DELETE FROM document WHERE finished <> 0 AND finished_at < @before AND id IN (
            SELECT d.id FROM document d WHERE d.finished <> 0 AND d.finished_at < @before AND {NotSpokenOf} ORDER BY d.finished_at, d.id LIMIT @limit)
        """;

    public const string RemoveUnchanged = $"""
        DELETE FROM document WHERE changed_at < @before AND id IN (
            SELECT d.id FROM document d WHERE d.changed_at < @before AND {NotSpokenOf} ORDER BY d.changed_at, d.id LIMIT @limit)
        """;

    private const string NotSpokenOf = """
        NOT EXISTS (SELECT 1 FROM document_event e WHERE e.document_id = d.id)
        AND d.id NOT IN (SELECT m.document FROM exchange_message m WHERE m.stage NOT IN ('Done', 'DonePartly', 'Rejected', 'Reversed', 'Cancelled') AND m.document IS NOT NULL)
        """;

    public const string FindProduct = "SELECT content FROM product WHERE id = @id";

    public const string SaveProduct = """
        INSERT INTO product (id, changed_at, content) VALUES (@id, @now, @content)
        ON CONFLICT (id) DO UPDATE SET changed_at = excluded.changed_at, content = excluded.content
        """;

    public const string RemoveProduct = "DELETE FROM product WHERE id = @id";
}
