using Cleverence.Connectivity;
using Connectors.Transport.Soap;

namespace Connectors.OneC;

/// <summary>The WSDL a base gives; documents it names are read from the same publication only. Sessions and places are those of any other request.</summary>
internal sealed class OneCWsdlSource(OneCTransport transport, string path) : IWsdlSource
{
    private readonly string root = $"{transport.Options.Http.BaseAddress.AbsoluteUri.TrimEnd('/')}/";

    public Uri Root => new($"{root}{path}?wsdl");

    public bool Allows(Uri address) => address.UserInfo.Length == 0 && address.AbsoluteUri.StartsWith(root, StringComparison.Ordinal);

    public async ValueTask<WsdlFile> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        var request = new OneCRequest("GET", address.AbsoluteUri[root.Length..]) { Safety = MethodSafety.Safe, IsBinary = true };
        var answer = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return new WsdlFile(answer.Body, answer.ContentType);
    }
}
