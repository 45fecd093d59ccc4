using Cleverence.Connectivity;

namespace Server.Storage;

/// <summary>The records of all connectors, in the room <c>exchange</c>: each connector sees its own.</summary>
/// <param name="database">The databases.</param>
/// <param name="options">Where the key of secret records is.</param>
/// <param name="time">The clock.</param>
public sealed class SqlConnectorRecords(SqlDatabase database, StorageOptions options, TimeProvider time) : IConnectorScoped<IConnectorRecords>
{
    private readonly SqlDatabase database = database ?? throw new ArgumentNullException(nameof(database));
    private readonly RecordsKey secrets = new((options ?? throw new ArgumentNullException(nameof(options))).HomeFolder);

    /// <inheritdoc/>
    public IConnectorRecords Of(string connectorId)
    {
        ArgumentNullException.ThrowIfNull(connectorId);
        return new ConnectorRecords(connectorId, database.Exchange, database.StartId, secrets, time);
    }
}
