using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The two calls of a UTM that tell of marks.</summary>
internal interface IMarkCheckCalls
{
    /// <summary>GET <c>/api/mark/check?code=…</c>.</summary>
    /// <returns>The body of a good answer.</returns>
    /// <exception cref="ConnectorException">There was none.</exception>
    ValueTask<byte[]> MarkCheckAsync(EgaisOrganisation organisation, string code, CancellationToken cancellationToken);

    /// <summary>POST <c>/opt/in/QueryFilter</c>: a question, nothing is registered by it.</summary>
    /// <returns>The body of a good answer.</returns>
    /// <exception cref="ConnectorException">There was none.</exception>
    ValueTask<byte[]> QueryFilterAsync(EgaisOrganisation organisation, byte[] xml, CancellationToken cancellationToken);
}
