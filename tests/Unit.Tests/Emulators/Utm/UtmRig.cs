using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Emulators.Utm;

namespace Unit.Tests.Emulators;

/// <summary>Two UTMs and a bare client of them, without anything of ours between.</summary>
internal sealed class UtmRig : IAsyncDisposable
{
    public const string A = "030000000001";
    public const string B = "030000000002";

    private readonly HttpClient client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false });

    private UtmRig(UtmEmulator system) => System = system;

    public UtmEmulator System { get; }

    public UtmWorld World => System.World;

    public UtmSeed Seed => System.Seed;

    public static async Task<UtmRig> StartAsync(UtmOptions? options = null) => new(await UtmEmulator.StartAsync(options));

    /// <summary>A batch of twelve marked bottles of A.</summary>
    public Batch Stock(int quantity = 12, string whose = A) => Seed.Stock(whose, World.Products.All is [var first, ..] ? first : Seed.Product(), quantity);

    /// <summary>Posts a document as it should be posted.</summary>
    public async Task<UtmAnswer> PostAsync(string fsrarId, string urlType, string xml)
    {
        using var form = Form(Encoding.UTF8.GetBytes(xml));
        return await PostAsync(fsrarId, $"opt/in/{urlType}", form);
    }

    public async Task<UtmAnswer> PostAsync(string fsrarId, string path, HttpContent content)
    {
        using var response = await client.PostAsync(new Uri(System[fsrarId].Address, path), content);
        return await UtmAnswer.ReadAsync(response);
    }

    /// <summary>Posts a document that must be taken.</summary>
    /// <returns>The request id.</returns>
    public async Task<string> TakenAsync(string fsrarId, string urlType, string xml)
    {
        var answer = await PostAsync(fsrarId, urlType, xml);
        answer.Status.Should().Be(200, answer.Text);
        return answer.Url!;
    }

    public async Task<UtmAnswer> GetAsync(string fsrarId, string path)
    {
        using var response = await client.GetAsync(new Uri(System[fsrarId].Address, path));
        return await UtmAnswer.ReadAsync(response);
    }

    public async Task<UtmAnswer> DeleteAsync(string fsrarId, string path)
    {
        using var response = await client.DeleteAsync(new Uri(System[fsrarId].Address, path));
        return await UtmAnswer.ReadAsync(response);
    }

    /// <summary>A call of the control address.</summary>
    public async Task<UtmAnswer> ControlAsync(string path, string? body = null, string fsrarId = A)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(System[fsrarId].Address, $"_emulator/{path}"));
        if (body is not null) request.Content = new StringContent(body);
        using var response = await client.SendAsync(request);
        return await UtmAnswer.ReadAsync(response);
    }

    /// <summary>The bodies of the entries of one type, in the order they came.</summary>
    public async Task<IReadOnlyList<XElement>> BodiesAsync(string fsrarId, string type)
    {
        List<XElement> bodies = [];
        foreach (var path in (await GetAsync(fsrarId, $"opt/out/{type}")).Paths) bodies.Add(UtmDocuments.BodyOf((await GetAsync(fsrarId, path)).Text));
        return bodies;
    }

    /// <summary>What the tickets say, in the order they came: <c>Accepted</c>, <c>Rejected</c>, <c>Confirm Accepted TTN-…</c>.</summary>
    public async Task<IReadOnlyList<string>> VerdictsAsync(string fsrarId) => [.. (await BodiesAsync(fsrarId, "Ticket")).Select(UtmDocuments.Verdict)];

    /// <summary>Empties an out-box.</summary>
    public async Task EmptyAsync(string fsrarId)
    {
        foreach (var path in (await GetAsync(fsrarId, "opt/out")).Paths) (await DeleteAsync(fsrarId, path)).Status.Should().Be(200);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await System.DisposeAsync();
    }

    public static MultipartFormDataContent Form(byte[] xml, string name = "\"xml_file\"", string fileName = "\"data.xml\"", string type = "text/xml; charset=utf-8")
    {
        var part = new ByteArrayContent(xml);
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name={name}; filename={fileName}");
        part.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return new MultipartFormDataContent { part };
    }
}
