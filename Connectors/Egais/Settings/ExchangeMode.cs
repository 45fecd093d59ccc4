namespace Connectors.Egais;

/// <summary>Who talks with the UTM of an organisation.</summary>
internal enum ExchangeMode
{
    /// <summary>This server.</summary>
    Server,

    /// <summary>A workplace beside the UTM; the server hands it the messages.</summary>
    Client,
}
