using System.Globalization;
using System.IO.Compression;
using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.Egais;

/// <summary>The last answers to questions, as records: a line of JSON, then the XML, compressed.</summary>
internal static class Answers
{
    /// <summary>The field of a question's <c>Extra</c> that tells it from other questions of its kind: the F2, the number or the like.</summary>
    public const string ParameterField = "parameter";

    /// <summary>The key of the answer to a question.</summary>
    public static string KeyOf(string fsrarId, string operation, string? parameter) => $"{fsrarId}/{operation}/{parameter}";

    /// <summary>What a message asks besides its kind.</summary>
    public static string? ParameterOf(ExchangeMessage question) => question.Content.Extra[ParameterField] as string ?? question.Content.Extra["regId"] as string;

    /// <summary>The write of an answer.</summary>
    public static RecordChange Change(ExchangeMessage question, string element, byte[] xml, DateTimeOffset now)
    {
        var head = new JObject { ["element"] = element, ["receivedAt"] = now.ToString("O", CultureInfo.InvariantCulture), ["message"] = question.Id, ["operation"] = question.Content.Operation };
        using var content = new MemoryStream();
        content.Write(Encoding.UTF8.GetBytes(head.ToString(Formatting.None) + "\n"));
        using (var packed = new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true)) packed.Write(xml);
        return new RecordChange(RecordKinds.Answer, KeyOf(question.Content.Organisation, question.Content.Operation, ParameterOf(question)), content.ToArray()) { Index1 = question.Content.Organisation };
    }

    /// <summary>Reads an answer back.</summary>
    public static StoredAnswer Read(StoredRecord record)
    {
        var end = Array.IndexOf(record.Content, (byte)'\n');
        var head = JObject.Parse(Encoding.UTF8.GetString(record.Content, 0, end));
        using var packed = new GZipStream(new MemoryStream(record.Content, end + 1, record.Content.Length - end - 1), CompressionMode.Decompress);
        using var xml = new MemoryStream();
        packed.CopyTo(xml);
        return new StoredAnswer((string)head["element"]!, record.ChangedAt, (string)head["message"]!, xml.ToArray());
    }
}
