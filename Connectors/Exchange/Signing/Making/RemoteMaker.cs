using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Text;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Lets a signing service sign: the bytes are posted, the CMS comes back.</summary>
internal sealed class RemoteMaker(SignerEntry entry, Func<string, string?> findSecret) : ISignatureMaker
{
    private const int MaxAnswer = 64 * 1024 * 1024;
    private const int MostSaid = 2048;

    private readonly RemoteSettings remote = entry.Remote!;
    private HttpMessageInvoker? made;

    public bool GivesCms => true;

    public async Task<byte[]?> MakeAsync(ReadOnlyMemory<byte> content, SignatureForm form, CancellationToken cancellationToken)
    {
        var name = form == SignatureForm.Attached ? "attached" : "detached";
        var address = new Uri(remote.Address.Replace("{form}", name, StringComparison.Ordinal).Replace("{thumbprint}", entry.Thumbprint ?? "", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Headers.TryAddWithoutValidation("X-Signature-Form", name);
        request.Headers.Accept.ParseAdd("application/pkcs7-signature, application/octet-stream;q=0.9, */*;q=0.1");
        if (remote.Key?.Read(entry.Name, findSecret) is { } key) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key.Trim()}");
        var target = address.Authority;
        try
        {
            using var answer = await Client().SendAsync(request, cancellationToken).ConfigureAwait(false);
            var body = await BodyAsync(answer, cancellationToken).ConfigureAwait(false);
            return answer.IsSuccessStatusCode ? body : throw SigningErrors.Answered(entry.Name, target, (int)answer.StatusCode, Said(body));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or AuthenticationException)
        {
            throw SigningErrors.Unreachable(entry.Name, target, failure);
        }
    }

    // Kept as long as the signer, one caller at a time; its connections close by themselves when they are idle, so nothing is left of a signer that was replaced.
    private HttpMessageInvoker Client() => made ??= new HttpMessageInvoker(RemoteConnections.Of(entry.Name, remote));

    private async Task<byte[]> BodyAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var source = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var part = new byte[16 * 1024];
        for (int count; (count = await source.ReadAsync(part, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (kept.Length + count > MaxAnswer) throw SigningErrors.TooLarge(entry.Name, MaxAnswer);
            kept.Write(part, 0, count);
        }

        return kept.ToArray();
    }

    private static string Said(byte[] body) => Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, MostSaid));
}
