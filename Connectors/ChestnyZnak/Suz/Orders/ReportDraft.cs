using System.Globalization;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>Makes the bodies of reports of what a caller gives; a long list of codes becomes several reports.</summary>
internal sealed class ReportDraft(AttributeTable attributes, IMarkingCodeStore codes)
{
    /// <summary>The most codes a report takes.</summary>
    public const int MostCodes = 30_000;

    /// <summary>A report of application: full codes with their check part; a КИ is completed from the table of codes.</summary>
    public async Task<IReadOnlyList<ConnectorRecord>> UtilisationAsync(ConnectorRecord report, DocumentProblems problems, CancellationToken cancellationToken)
    {
        CheckHead(report, one => one.Utilisation, problems);
        var texts = TextsOf(report, problems);
        var full = new List<string>(texts.Count);
        for (var at = 0; at < texts.Count; at++)
        {
            if (await FullAsync(texts[at], cancellationToken).ConfigureAwait(false) is { } code) full.Add(code);
            else problems.Add(Row(at), "is no full code with its check part, and the table of codes has none for it", "не полный код с крипто-хвостом, и в таблице кодов его нет");
        }

        return Portions(report, full);
    }

    /// <summary>A report of dropout: codes as they are.</summary>
    public IReadOnlyList<ConnectorRecord> Dropout(ConnectorRecord report, DocumentProblems problems)
    {
        CheckHead(report, one => one.Dropout, problems);
        if (!report.Has("dropoutReason")) problems.Add("dropoutReason", "is missing, such as DEFECT", "не заполнено, например DEFECT");
        return Portions(report, TextsOf(report, problems));
    }

    /// <summary>A report of aggregation: codes without their check part, in units.</summary>
    public static ConnectorRecord Aggregation(ConnectorRecord report, string inn, DocumentProblems problems)
    {
        if (!report.Has("productGroup")) problems.Add("productGroup", "is missing, such as milk", "не заполнено, например milk");
        var units = RecordFields.Rows(report.Value("aggregationUnits")).OfType<ConnectorRecord>().ToList();
        if (units.Count == 0) problems.Add("aggregationUnits", "is empty", "не заполнено");
        var made = units.Select((unit, at) => Unit(unit, string.Create(CultureInfo.InvariantCulture, $"aggregationUnits[{at}]"), problems)).ToList();
        var all = made.SelectMany(unit => (List<object?>)unit["sntins"]!).ToList();
        if (all.Count > MostCodes) problems.Add("aggregationUnits", $"{all.Count} codes; a report takes {MostCodes}", $"кодов {all.Count}, а отчёт принимает {MostCodes}");
        if (all.Distinct().Count() < all.Count) problems.Add("aggregationUnits", "a code stands twice", "код повторяется");
        return new ConnectorRecord(report) { ["participantId"] = report.Text("participantId") ?? inn, ["aggregationUnits"] = made.ToList<object?>() };
    }

    /// <summary>A report of surplus, for beer alone.</summary>
    public static ConnectorRecord Surplus(ConnectorRecord report, DocumentProblems problems)
    {
        if (report.Text("productGroup") != "beer") problems.Add("productGroup", "must be beer: surplus is reported for beer alone", "должно быть beer: излишки сообщают только по пиву");
        return report;
    }

    private static ConnectorRecord Unit(ConnectorRecord unit, string field, DocumentProblems problems)
    {
        var inside = RecordFields.Texts(unit.Value("sntins", "codes")).Select(CisText.Of).ToList<object?>();
        if (!unit.Has("unitSerialNumber")) problems.Add($"{field}.unitSerialNumber", "is missing", "не заполнено");
        if (inside.Count == 0) problems.Add($"{field}.sntins", "is empty", "не заполнено");
        return new ConnectorRecord(unit.Where(one => one.Key != "codes"))
        {
            ["aggregationType"] = unit.Text("aggregationType") ?? "AGGREGATION",
            ["aggregationUnitCapacity"] = unit.Value("aggregationUnitCapacity") ?? (long)inside.Count,
            ["aggregatedItemsCount"] = unit.Value("aggregatedItemsCount") ?? (long)inside.Count,
            ["sntins"] = inside,
        };
    }

    private void CheckHead(ConnectorRecord report, Func<SuzGroupSettings, IEnumerable<string>> kind, DocumentProblems problems)
    {
        var group = report.Text("productGroup") ?? "";
        if (group.Length == 0) problems.Add("productGroup", "is missing, such as milk", "не заполнено, например milk");
        foreach (var missing in attributes.Missing(group, kind, report.Value("attributes") as ConnectorRecord ?? [])) problems.Add($"attributes.{missing}", "is missing for this product group", "не заполнено для этой товарной группы");
    }

    private static IReadOnlyList<string> TextsOf(ConnectorRecord report, DocumentProblems problems)
    {
        var texts = RecordFields.Texts(report.Value("sntins", "codes"));
        if (texts.Count == 0) problems.Add("sntins", "is empty", "не заполнено");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < texts.Count; at++)
        {
            if (!seen.Add(CisText.Of(texts[at]))) problems.Add(Row(at), "stands twice", "повторяется");
        }

        return texts;
    }

    private async ValueTask<string?> FullAsync(string text, CancellationToken cancellationToken)
    {
        if (!MarkingCode.TryParse(text, out var code)) return null;

        // Optional fields behind the code, such as a weight, stay: reports want them.
        if (code.IsFull) return code.ToString();
        var row = await codes.FindAsync(code.Cis ?? text, cancellationToken).ConfigureAwait(false);
        return row is not null && row.Text != row.Cis ? row.Text : null;
    }

    private static IReadOnlyList<ConnectorRecord> Portions(ConnectorRecord report, IReadOnlyList<string> texts) =>
        [.. texts.Chunk(MostCodes).Select(portion => new ConnectorRecord(report.Where(one => one.Key != "codes")) { ["sntins"] = portion.ToList<object?>() })];

    private static string Row(int at) => string.Create(CultureInfo.InvariantCulture, $"sntins[{at}]");
}
