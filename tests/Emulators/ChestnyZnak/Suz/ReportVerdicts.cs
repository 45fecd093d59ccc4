using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>The verdict of each code of a report, by the station's numbers.</summary>
internal static class ReportVerdicts
{
    public static IReadOnlyList<CodeVerdict> Utilise(World world, SuzReport report, JsonNode body, List<MarkedCode> changed)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. body.List("sntins").Texts().Select(full =>
        {
            var cis = CodeText.CisOf(full);
            if (CodeText.ProblemOfFull(full) is { } problem) return new CodeVerdict(cis, 101, problem);
            var (code, verdict) = Find(world, report, cis);
            if (verdict is not null) return verdict;
            // Weight and volume may stand behind the code.
            if (code!.Full != full && !full.StartsWith($"{code.Full}{CodeText.Separator}", StringComparison.Ordinal)) return new CodeVerdict(cis, 103, "Код проверки неверен");
            if (code.Withdrawn) return new CodeVerdict(cis, 4, "Код списан");
            if (code.Status != "EMITTED" || !seen.Add(cis)) return new CodeVerdict(cis, 1, "Код уже нанесён");
            changed.Add(code with { Status = "APPLIED", Applied = world.Now, Expires = Expiry(body) ?? code.Expires, History = [.. code.History, $"{world.Now.At()} нанесение {report.ReportId}"] });
            return new CodeVerdict(cis, 0, null);
        })];
    }

    public static IReadOnlyList<CodeVerdict> Drop(World world, SuzReport report, JsonNode body, List<MarkedCode> changed)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. body.List("sntins").Texts().Select(text =>
        {
            var cis = CodeText.CisOf(text);
            var (code, verdict) = Find(world, report, cis);
            if (verdict is not null) return verdict;
            if (code!.Withdrawn || !seen.Add(cis)) return new CodeVerdict(cis, 1, "Код уже списан");
            changed.Add(code with { Status = "WRITTEN_OFF", WithdrawReason = body.Text("dropoutReason"), History = [.. code.History, $"{world.Now.At()} списание {report.ReportId}"] });
            return new CodeVerdict(cis, 0, null);
        })];
    }

    public static IReadOnlyList<CodeVerdict> Aggregate(World world, SuzReport report, JsonNode body, List<MarkedCode> changed)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var verdicts = new List<CodeVerdict>();
        foreach (var unit in body.List("aggregationUnits"))
        {
            var pack = unit.Need("unitSerialNumber");
            var good = unit.List("sntins").Texts().Select(cis => Inside(world, report, cis, pack, seen, verdicts)).OfType<MarkedCode>().ToList();
            if (good.Count == 0) continue;
            changed.AddRange(good);
            changed.Add(new MarkedCode { Cis = pack, ProductGroup = report.ProductGroup, OwnerInn = report.Inn, ProducerInn = report.Inn, Status = good[0].Status, PackageType = "BOX", Emitted = world.Now });
        }

        return verdicts;
    }

    private static MarkedCode? Inside(World world, SuzReport report, string cis, string pack, HashSet<string> seen, List<CodeVerdict> verdicts)
    {
        var (code, verdict) = CodeText.ProblemOfCis(cis) is { } problem ? (null, new CodeVerdict(cis, 101, problem)) : Find(world, report, cis);
        if (verdict is null && (code!.Parent is not null || !seen.Add(cis))) verdict = new CodeVerdict(cis, 1, "Код уже агрегирован");
        verdicts.Add(verdict ?? new CodeVerdict(cis, 0, null));
        return verdict is null ? code! with { Parent = pack } : null;
    }

    private static (MarkedCode? Code, CodeVerdict? Verdict) Find(World world, SuzReport report, string cis)
    {
        if (world.Codes.Find(cis) is not { } code || code.ProductGroup != report.ProductGroup) return (null, new CodeVerdict(cis, 2, "Код не найден или относится к другой товарной группе"));
        return code.OwnerInn == report.Inn ? (code, null) : (null, new CodeVerdict(cis, 9, "Код принадлежит другому участнику"));
    }

    private static DateTimeOffset? Expiry(JsonNode body) => (body.Part("attributes").Text("expDate") ?? body.Part("attributes").Text("expirationDate")).Date();
}
