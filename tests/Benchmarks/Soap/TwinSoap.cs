using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Xml;

namespace Benchmarks.Soap;

/// <summary>The twin: the shortest client for this one operation, written by hand.</summary>
internal sealed class TwinSoap(Uri backend) : ISoapSide
{
    private static readonly XmlWriterSettings Writing = new() { Encoding = new UTF8Encoding(false) };
    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });

    public string Name => "twin";

    public async Task<int> CallAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, backend) { Content = Body("000000007", new DateTime(2026, 3, 2)) };
        request.Headers.TryAddWithoutValidation("SOAPAction", "\"urn:rows#GetRows\"");
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        using var reader = XmlReader.Create(await answer.Content.ReadAsStreamAsync(), Reading);
        return Read(reader).Count;
    }

    public void Dispose() => http.Dispose();

    private static ByteArrayContent Body(string warehouse, DateTime onDate)
    {
        var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Writing))
        {
            writer.WriteStartElement("soap", "Envelope", "http://schemas.xmlsoap.org/soap/envelope/");
            writer.WriteStartElement("Body", "http://schemas.xmlsoap.org/soap/envelope/");
            writer.WriteStartElement("GetRows", "urn:rows");
            writer.WriteElementString("warehouse", "urn:rows", warehouse);
            writer.WriteElementString("onDate", "urn:rows", onDate.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        var content = new ByteArrayContent(bytes.GetBuffer(), 0, (int)bytes.Length);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/xml", "utf-8");
        return content;
    }

    private static List<Row> Read(XmlReader reader)
    {
        var rows = new List<Row>();
        while (reader.ReadToFollowing("row", "urn:rows"))
        {
            reader.ReadStartElement();
            rows.Add(new Row(
                reader.ReadElementContentAsString("code", "urn:rows"),
                reader.ReadElementContentAsString("name", "urn:rows"),
                reader.ReadElementContentAsDecimal("qty", "urn:rows"),
                reader.ReadElementContentAsInt("places", "urn:rows"),
                reader.ReadElementContentAsDateTime("since", "urn:rows")));
        }

        return rows;
    }

    private sealed record Row(string Code, string Name, decimal Quantity, int Places, DateTime Since);
}
