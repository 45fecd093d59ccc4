using Cleverence.Warehouse;

namespace Cleverence.Connectivity.Classic;

/// <summary>What stands behind the static names of the classic object model (<see cref="Log"/>, <see cref="ServerSession"/>, <see cref="DocumentStorage"/>, <see cref="ProductsBook"/>) during a call.</summary>
/// <remarks>The adapter of classic connectors enters one with <see cref="ClassicScope"/>. Members may be called from threads the connector starts.</remarks>
public interface IClassicHost
{
    /// <summary>The session of the caller; empty during the constructor and <c>Initialize</c>.</summary>
    DeviceInfo DeviceInfo { get; }

    /// <summary>The documents the server keeps, or null when this host keeps none.</summary>
    IDocumentStore? Documents { get; }

    /// <summary>The products the server keeps, or null when this host keeps none.</summary>
    IProductStore? Products { get; }

    /// <summary>Writes a record to the server's log.</summary>
    /// <param name="message">The text.</param>
    /// <param name="exception">What caused it, or null.</param>
    /// <param name="type">The kind of record.</param>
    void WriteLog(string message, Exception? exception, Log.LogType type);
}
