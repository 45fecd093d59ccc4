using Cleverence.Connectivity;
using Cleverence.Connectivity.Classic;
using Cleverence.Warehouse;
using Microsoft.Extensions.Logging;

namespace Connectors.Hosting;

/// <summary>What stands behind <c>Log</c>, <c>ServerSession</c>, <c>DocumentStorage</c> and <c>ProductsBook</c> while one classic connector runs.</summary>
internal sealed class ClassicHost(string connectorId, ILogger log, IDocumentStore? documents, IProductStore? products, InvokeCaller? caller = null) : IClassicHost
{
    public ILogger Logger => log;

    public IDocumentStore? Documents => documents;

    public IProductStore? Products => products;

    // A new copy at each look: what the connector does to it stays with it.
    public DeviceInfo DeviceInfo
    {
        get
        {
            if (caller is null) return new DeviceInfo();
            var document = caller.Document is { } header ? ClassicValues.Read<DocumentDescription>(header) : null;
            return new DeviceInfo
            {
                UserId = caller.UserId,
                DeviceId = caller.DeviceId,
                WarehouseId = caller.WarehouseId ?? document?.WarehouseId,
                DocumentId = caller.DocumentId ?? document?.Id,
                Document = document,
            };
        }
    }

    /// <summary>The same host with the session of a call.</summary>
    public ClassicHost For(InvokeCaller of) => new(connectorId, log, documents, products, of);

    public void WriteLog(string message, Exception? exception, Cleverence.Log.LogType type) => log.ClassicWrote(LevelOf(type), connectorId, message, exception);

    private static LogLevel LevelOf(Cleverence.Log.LogType type) => type switch
    {
        Cleverence.Log.LogType.Error => LogLevel.Error,
        Cleverence.Log.LogType.Warning => LogLevel.Warning,
        Cleverence.Log.LogType.Debug => LogLevel.Debug,
        _ => LogLevel.Information,
    };
}
