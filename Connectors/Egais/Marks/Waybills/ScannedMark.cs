using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json.Linq;

namespace Connectors.Egais;

/// <summary>A mark that was taken, as a record of the connector: one for each mark, so that no two handhelds take the same.</summary>
/// <param name="Document">The waybill.</param>
/// <param name="Mark">The mark.</param>
/// <param name="At">When.</param>
internal sealed record ScannedMark(string Document, string Mark, DateTimeOffset At)
{
    /// <summary>The box that was scanned instead of the mark itself.</summary>
    public string? Box { get; init; }

    public string? User { get; init; }

    public string? Device { get; init; }

    public static string KeyOf(string document, string mark) => $"{document}/{mark}";

    /// <summary>The write of a new one; one that is there already is a conflict.</summary>
    public RecordChange ToChange()
    {
        var content = new JObject { ["at"] = At.ToUnixTimeMilliseconds() };
        if (Box is not null) content["box"] = Box;
        if (User is not null) content["user"] = User;
        if (Device is not null) content["device"] = Device;
        return new RecordChange(RecordKinds.Scan, KeyOf(Document, Mark), Encoding.UTF8.GetBytes(content.ToString(Newtonsoft.Json.Formatting.None))) { Index1 = Document, ExpectedVersion = 0 };
    }

    public static ScannedMark Read(string document, StoredRecord record)
    {
        var content = (JObject)JsonText.Parse(Encoding.UTF8.GetString(record.Content))!;
        return new ScannedMark(document, MarkOf(document, record), DateTimeOffset.FromUnixTimeMilliseconds((long)content["at"]!)) { Box = (string?)content["box"], User = (string?)content["user"], Device = (string?)content["device"] };
    }

    /// <summary>The mark of a record, without reading its content.</summary>
    public static string MarkOf(string document, StoredRecord record) => record.Key[(document.Length + 1)..];
}
