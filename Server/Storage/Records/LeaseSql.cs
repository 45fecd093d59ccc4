namespace Server.Storage;

/// <summary>The statements on connectors' leases. The moment is the database's where several servers share it.</summary>
internal static class LeaseSql
{
    // Free when it was given back, when its time is over, when it lies further ahead than it can (a clock set back), or when an earlier start of the only server held it.
    public static string Take(SqlDialect dialect) => $"""
        INSERT INTO connector_lease (connector_id, name, fence, start_id, holder, lease, lease_until) VALUES (@connector, @name, 1, @start, @holder, @lease, {dialect.Now} + @lease)
        ON CONFLICT (connector_id, name) DO UPDATE SET fence = connector_lease.fence + 1, start_id = excluded.start_id, holder = excluded.holder, lease = excluded.lease, lease_until = excluded.lease_until
            WHERE connector_lease.holder IS NULL OR connector_lease.lease_until <= {dialect.Now} OR connector_lease.lease_until > {dialect.Now} + connector_lease.lease
                OR (@alone <> 0 AND connector_lease.start_id <> excluded.start_id)
        RETURNING fence
        """;

    public static string Renew(SqlDialect dialect) => $"UPDATE connector_lease SET lease = @lease, lease_until = {dialect.Now} + @lease WHERE connector_id = @connector AND name = @name AND holder = @holder";

    public const string GiveBack = "UPDATE connector_lease SET holder = NULL WHERE connector_id = @connector AND name = @name AND holder = @holder";
}
