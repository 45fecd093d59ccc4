using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The calls of a real UTM that tell of marks.</summary>
/// <param name="utm">Calls the UTMs.</param>
/// <param name="limit">How long one call may take.</param>
internal sealed class UtmMarkCalls(UtmClient utm, TimeSpan limit) : IMarkCheckCalls
{
    public async ValueTask<byte[]> MarkCheckAsync(EgaisOrganisation organisation, string code, CancellationToken cancellationToken) =>
        Body(await utm.PageAsync(organisation, $"/api/mark/check?code={Uri.EscapeDataString(code)}", cancellationToken, limit).ConfigureAwait(false));

    public async ValueTask<byte[]> QueryFilterAsync(EgaisOrganisation organisation, byte[] xml, CancellationToken cancellationToken) =>
        Body(await utm.PostAsync(organisation, "QueryFilter", xml, cancellationToken).ConfigureAwait(false));

    // A refusal in XML carries the registry's own text, whatever its status.
    private static byte[] Body(UtmAnswer answer) =>
        answer.IsOk || answer.IsXml ? answer.Body : throw new ConnectorException(UtmErrors.Status(answer.Target, answer.Status, UtmTexts.Shown(answer.Body)));
}
