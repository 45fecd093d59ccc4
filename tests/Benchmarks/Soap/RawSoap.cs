namespace Benchmarks.Soap;

/// <summary>The floor: the same bytes fetched and not read.</summary>
internal sealed class RawSoap(Uri backend) : ISoapSide
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });

    public string Name => "raw";

    public async Task<int> CallAsync() => (await http.GetByteArrayAsync(backend)).Length > 5_000 ? SoapBackend.Rows : 0;

    public void Dispose() => http.Dispose();
}
