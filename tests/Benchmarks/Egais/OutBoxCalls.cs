using System.Runtime.CompilerServices;
using System.Xml;

namespace Benchmarks.Egais;

/// <summary>The three calls that both sides make in the same way.</summary>
internal sealed class OutBoxCalls(Uri address) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address };

    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var stream = await http.GetStreamAsync(new Uri("/opt/out", UriKind.Relative), cancellationToken);
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit });
        while (await xml.ReadAsync())
        {
            while (xml.NodeType == XmlNodeType.Element && xml.LocalName == "url") yield return new Uri(await xml.ReadElementContentAsStringAsync()).AbsolutePath;
        }
    }

    public Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken = default) => http.GetByteArrayAsync(new Uri(path, UriKind.Relative), cancellationToken);

    public async Task DeleteAsync(string path, CancellationToken cancellationToken = default)
    {
        using var answer = await http.DeleteAsync(new Uri(path, UriKind.Relative), cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => http.Dispose();
}
