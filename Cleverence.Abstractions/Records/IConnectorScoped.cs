namespace Cleverence.Connectivity;

/// <summary>A service of the host of which every connector has its own.</summary>
/// <remarks>For hosts: a connector takes the service itself by its constructor.</remarks>
/// <typeparam name="T">The service.</typeparam>
public interface IConnectorScoped<out T>
{
    /// <summary>The service of one connector.</summary>
    /// <param name="connectorId">The connector's id.</param>
    /// <returns>The service.</returns>
    T Of(string connectorId);
}
