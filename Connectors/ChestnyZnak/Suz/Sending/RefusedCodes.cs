using System.Globalization;
using System.Text.Json;
using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>The codes a report was refused for: told in its error and kept as a record.</summary>
internal static class RefusedCodes
{
    private const string Kind = "suz-refused";
    private const int Portion = 2000;

    public static ConnectorError Error(SuzReport report, IReadOnlyList<SuzVerdictOfCode> refused)
    {
        var groups = refused.GroupBy(one => one.Code).OrderByDescending(group => group.Count()).ToList();
        var said = groups.Count == 0 ? report.Reason ?? "-" : string.Join("; ", groups.Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} × {group.Key} {TextOf(group.First(), russian: false)}")));
        var saidRu = groups.Count == 0 ? report.Reason ?? "-" : string.Join("; ", groups.Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} × {group.Key} {TextOf(group.First(), russian: true)}")));
        return new ConnectorError(ConnectorErrorCode.Rejected, $"The order station answered {report.State}: {said}")
        {
            MessageRu = $"Ответ СУЗ {report.State}: {saidRu}",
            Reason = $"SUZ_REPORT_{report.State}",
            Detail = report.Reason,
        };
    }

    /// <summary>The writes that keep them, in portions.</summary>
    public static IReadOnlyList<RecordChange> Records(string reportId, IReadOnlyList<SuzVerdictOfCode> refused) =>
        [.. refused.Chunk(Portion).Select((portion, at) => new RecordChange(Kind, string.Create(CultureInfo.InvariantCulture, $"{reportId}|{at:D4}"), Write(portion)) { Index1 = reportId })];

    public static async Task<IReadOnlyList<ConnectorRecord>> ReadAsync(IConnectorRecords records, string reportId, CancellationToken cancellationToken)
    {
        var kept = await records.ListAsync(new RecordQuery(Kind) { Index1 = reportId }, cancellationToken).ConfigureAwait(false);
        return [.. kept.SelectMany(record => Read(record.Content))];
    }

    private static string TextOf(SuzVerdictOfCode verdict, bool russian) =>
        SuzCodeTexts.Of(verdict.Code) is { } known ? russian ? known.Ru : known.En : verdict.Text ?? "-";

    private static byte[] Write(IEnumerable<SuzVerdictOfCode> refused)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var one in refused)
            {
                json.WriteStartObject();
                json.WriteString("cis", one.Cis);
                json.WriteNumber("code", one.Code);
                json.WriteString("description", one.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return buffer.ToArray();
    }

    private static IReadOnlyList<ConnectorRecord> Read(byte[] content)
    {
        using var json = JsonDocument.Parse(content);
        return [.. json.RootElement.Items().Select(one =>
        {
            var code = (int)(one.Whole("code") ?? 0);
            var known = SuzCodeTexts.Of(code);
            return new ConnectorRecord { ["cis"] = one.Text("cis"), ["code"] = (long)code, ["description"] = one.Text("description"), ["message"] = known?.En, ["messageRu"] = known?.Ru };
        })];
    }
}
