namespace Server.Storage;

/// <summary>The statements on notifications.</summary>
internal static class NotificationSql
{
    public const string Newest = "SELECT COALESCE(MAX(added_ms), 0) FROM sent_notification";

    public const string Insert = """
        INSERT INTO sent_notification (id, added_utc, added_ms, delay_ms, kind_id, group_id, operation_id, owner_key, owner_device, notice_key, expires_ms, content)
        VALUES (@Id, @AddedUtc, @AddedMs, @DelayMs, @Kind, @GroupId, @OperationId, @OwnerKey, @OwnerDevice, @NoticeKey, @ExpiresMs, @Content)
        """;

    public const string InsertContent = "INSERT INTO notification_content (notification_id, content) VALUES (@Id, @Content)";

    public const string RemoveOfKind = "DELETE FROM sent_notification WHERE group_id = @GroupId AND kind_id = @Kind";

    public const string RemoveOfKey = "DELETE FROM sent_notification WHERE owner_key = @OwnerKey AND owner_device = @OwnerDevice AND kind_id = @Kind AND notice_key = @NoticeKey";

    public const string RemoveOld = "DELETE FROM sent_notification WHERE added_ms <= @oldest";

    public const string RemoveContents = "DELETE FROM notification_content WHERE notification_id NOT IN (SELECT id FROM sent_notification)";

    public const string List = Columns + """
        , content AS Content FROM sent_notification
        WHERE owner_key = @OwnerKey AND owner_device = @OwnerDevice AND added_ms > @AfterMs AND (expires_ms IS NULL OR expires_ms > @NowMs)
        ORDER BY added_ms LIMIT @Limit
        """;

    public const string One = Columns + """
        , COALESCE(n.content, c.content) AS Content FROM sent_notification n LEFT JOIN notification_content c ON c.notification_id = n.id
        WHERE id = @id AND owner_key = @KeyId AND owner_device = @DeviceId
        """;

    private const string Columns = """
        SELECT id AS Id, added_ms AS AddedMs, delay_ms AS DelayMs, kind_id AS Kind, group_id AS GroupId, operation_id AS OperationId,
            owner_key AS OwnerKey, owner_device AS OwnerDevice, notice_key AS NoticeKey, expires_ms AS ExpiresMs
        """;
}
