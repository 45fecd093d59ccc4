using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Cleverence.Connectivity;

namespace Unit.Tests.Egais.Methods;

/// <summary>A workplace beside the UTMs that does the client's part by hand.</summary>
internal sealed class Workplace(EgaisRig rig) : IDisposable
{
    private readonly HttpClient http = new();

    public void Dispose() => http.Dispose();

    /// <summary>Posts what a call handed out, and brings the answers.</summary>
    public async Task PostAsync(ConnectorRecord report)
    {
        var results = new List<object?>();
        foreach (var message in Records(report["outgoingXml"]))
        {
            var answer = await http.PostAsync(new Uri(Root(message), (string)message["requestPath"]!), Form((string)message["xml"]!));
            results.Add(new ConnectorRecord { { "messageId", message["messageId"] }, { "httpStatus", (long)answer.StatusCode }, { "body", await answer.Content.ReadAsStringAsync() } });
        }

        await rig.RecordAsync("EgaisExchange.CompleteTransfer", ("results", results));
    }

    /// <summary>Reads the boxes, hands their documents over, and deletes what may go.</summary>
    public async Task ReceiveAsync()
    {
        rig.Clock.Advance(TimeSpan.FromSeconds(30));
        var documents = new List<object?>();
        foreach (var host in rig.System.Hosts)
        {
            var list = XDocument.Parse(await http.GetStringAsync(new Uri(host.Address, "/opt/out")));
            foreach (var url in list.Root!.Elements("url"))
            {
                var path = new Uri(url.Value).AbsolutePath;
                documents.Add(new ConnectorRecord { { "fsrarId", host.FsrarId }, { "url", url.Value }, { "replyId", (string?)url.Attribute("replyId") }, { "xml", await http.GetStringAsync(new Uri(host.Address, path)) } });
            }
        }

        var taken = Records((await rig.RecordAsync("EgaisExchange.ProcessIncoming", ("documents", documents)))["utmUrls"]).ToList();
        foreach (var one in taken) (await http.DeleteAsync(new Uri(Root(one), (string)one["url"]!))).EnsureSuccessStatusCode();
        var gone = taken.Select(one => (object?)new ConnectorRecord { { "fsrarId", one["fsrarId"] }, { "url", one["url"] }, { "deleted", true } }).ToList();
        if (gone.Count > 0) await rig.RecordAsync("EgaisExchange.DeleteIncoming", ("documents", gone));
    }

    private Uri Root(ConnectorRecord record) => rig.System[(string)record["fsrarId"]!].Address;

    private static IEnumerable<ConnectorRecord> Records(object? list) => ((IReadOnlyList<object?>)list!).Cast<ConnectorRecord>();

    private static MultipartFormDataContent Form(string xml)
    {
        var part = new ByteArrayContent(Encoding.UTF8.GetBytes(xml));
        part.Headers.ContentType = MediaTypeHeaderValue.Parse("text/xml; charset=utf-8");
        part.Headers.TryAddWithoutValidation("Content-Disposition", "form-data; name=\"xml_file\"; filename=\"data.xml\"");
        var form = new MultipartFormDataContent("workplace");
        form.Add(part);
        return form;
    }
}
