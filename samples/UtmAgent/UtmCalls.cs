using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace UtmAgent;

/// <summary>Calls one UTM beside this computer.</summary>
internal sealed class UtmCalls(Uri root, HttpClient http)
{
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Posts a document once and tells what came of it, as CompleteTransfer takes it. It is never cut off: half a transmission is one of which nobody knows whether it arrived.</summary>
    public async Task<JsonObject> PostAsync(string path, string xml)
    {
        try
        {
            using var answer = await http.PostAsync(new Uri(root, path), Form(xml)).ConfigureAwait(false);
            return new JsonObject { ["httpStatus"] = (int)answer.StatusCode, ["body"] = await answer.Content.ReadAsStringAsync().ConfigureAwait(false) };
        }
        catch (HttpRequestException lost) when (lost.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError && lost.InnerException is SocketException)
        {
            return new JsonObject { ["httpStatus"] = 0, ["notSent"] = true, ["transportError"] = lost.Message };
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or TaskCanceledException)
        {
            return new JsonObject { ["httpStatus"] = 0, ["transportError"] = lost.Message };
        }
    }

    /// <summary>What lies in the out-box: the path of each document and the request that it answers.</summary>
    public async Task<IReadOnlyList<(string Path, string? ReplyId)>> ListAsync(CancellationToken cancellationToken)
    {
        using var reader = XmlReader.Create(new StringReader(await http.GetStringAsync(new Uri(root, "/opt/out"), cancellationToken).ConfigureAwait(false)), Safe);
        // Host and port in the list are the UTM's own idea of itself.
        return [.. XDocument.Load(reader).Descendants("url").Select(url => (new Uri(root, url.Value.Trim()).AbsolutePath, (string?)url.Attribute("replyId")))];
    }

    /// <summary>Reads a document; null when it is gone, or is not XML.</summary>
    public async Task<string?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri(root, path), cancellationToken).ConfigureAwait(false);
        var text = answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false) : "";
        return text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("<") && !text.Contains("<html", StringComparison.OrdinalIgnoreCase) ? text : null;
    }

    /// <summary>Removes a document for ever; one that is gone already counts as removed.</summary>
    public async Task<bool> DeleteAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await http.DeleteAsync(new Uri(root, path), cancellationToken).ConfigureAwait(false);
        return answer.IsSuccessStatusCode || answer.StatusCode == System.Net.HttpStatusCode.NotFound;
    }

    /// <summary>When the UTM's database was made: numbers of documents start again in a new one. Empty where the UTM does not tell.</summary>
    public async Task<string> EpochAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (string?)JsonNode.Parse(await http.GetStringAsync(new Uri(root, "/api/info/list"), cancellationToken).ConfigureAwait(false))?["db"]?["createDate"] ?? "";
        }
        catch (Exception old) when (old is HttpRequestException or System.Text.Json.JsonException or InvalidOperationException)
        {
            return "";
        }
    }

    private static MultipartFormDataContent Form(string xml)
    {
        var part = new ByteArrayContent(Encoding.UTF8.GetBytes(xml));
        part.Headers.ContentType = MediaTypeHeaderValue.Parse("text/xml; charset=utf-8");
        // With its quotes: the UTM looks for them.
        part.Headers.TryAddWithoutValidation("Content-Disposition", "form-data; name=\"xml_file\"; filename=\"data.xml\"");
        return new MultipartFormDataContent(Guid.NewGuid().ToString("N")) { part };
    }
}
