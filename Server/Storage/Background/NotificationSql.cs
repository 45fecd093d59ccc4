namespace Server.Storage;

/// <summary>The statements on notifications. Their moments are by one clock: of the database where several servers write, of the server otherwise.</summary>
internal sealed class NotificationSql(SqlDialect dialect)
{
    public const string InsertContent = "INSERT INTO notification_content (notification_id, content) VALUES (@Id, @Content)";

    public const string RemoveOfKind = "DELETE FROM sent_notification WHERE group_id = @GroupId AND kind_id = @Kind";

    public const string RemoveOfKey = "DELETE FROM sent_notification WHERE owner_key = @OwnerKey AND owner_device = @OwnerDevice AND kind_id = @Kind AND notice_key = @NoticeKey";

    public const string RemoveContents = "DELETE FROM notification_content WHERE notification_id NOT IN (SELECT id FROM sent_notification)";

    public const string Insert = """
        INSERT INTO sent_notification (id, added_utc, added_ms, delay_ms, kind_id, group_id, operation_id, owner_key, owner_device, notice_key, expires_ms, content)
        VALUES (@Id, @AddedUtc, @AddedMs, @DelayMs, @Kind, @GroupId, @OperationId, @OwnerKey, @OwnerDevice, @NoticeKey, @ExpiresMs, @Content)
        """;

    public const string One = Columns + """
        , COALESCE(n.content, c.content) AS Content FROM sent_notification n LEFT JOIN notification_content c ON c.notification_id = n.id
        WHERE id = @id AND owner_key = @KeyId AND owner_device = @DeviceId
        """;

    public const string Newest = "SELECT last_ms FROM notification_moment WHERE id = 1";

    public const string OwnersSince = "SELECT DISTINCT owner_key AS KeyId, owner_device AS DeviceId FROM sent_notification WHERE added_ms > @after";

    private const string Columns = """
        SELECT id AS Id, added_ms AS AddedMs, delay_ms AS DelayMs, kind_id AS Kind, group_id AS GroupId, operation_id AS OperationId,
            owner_key AS OwnerKey, owner_device AS OwnerDevice, notice_key AS NoticeKey, expires_ms AS ExpiresMs
        """;

    // The row stays locked until the commit: whoever reads a moment has read every earlier one, whichever server gave it.
    public string NextMoment { get; } =
        $"UPDATE notification_moment SET last_ms = CASE WHEN last_ms >= {dialect.Now} THEN last_ms + 1 ELSE {dialect.Now} END WHERE id = 1 RETURNING last_ms";

    public string Clock { get; } = $"SELECT {dialect.Now}";

    public string RemoveOld { get; } = $"DELETE FROM sent_notification WHERE added_ms <= {dialect.Now} - @kept";

    public string List { get; } = Columns + $"""
        , content AS Content FROM sent_notification
        WHERE owner_key = @OwnerKey AND owner_device = @OwnerDevice AND added_ms > @AfterMs AND added_ms > {dialect.Now} - @kept AND (expires_ms IS NULL OR expires_ms > {dialect.Now})
        ORDER BY added_ms LIMIT @Limit
        """;
}
