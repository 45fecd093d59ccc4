using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Decides reports when their time has come; good codes take effect beside bad ones.</summary>
internal static class ReportProcessing
{
    public static void Advance(World world)
    {
        foreach (var one in world.Reports.Rows.Where(one => one.Status == "PENDING" && one.DueAt <= world.Now).ToList())
        {
            try
            {
                Decide(world, one);
            }
            catch (RefusalException refusal)
            {
                world.Reports.Put(one with { Status = "REJECTED", ErrorReason = refusal.Message });
            }
        }
    }

    private static void Decide(World world, SuzReport report)
    {
        var body = JsonNode.Parse(report.Body)!;
        if (report.Kind == "utilisation" && MissingAttribute(report.ProductGroup, body.Part("attributes")) is { } missing)
        {
            world.Reports.Put(report with { Status = "REJECTED", ErrorReason = $"Не заполнен атрибут {missing}" });
            return;
        }

        var changed = new List<MarkedCode>();
        var verdicts = report.Kind switch
        {
            "utilisation" => ReportVerdicts.Utilise(world, report, body, changed),
            "dropout" => ReportVerdicts.Drop(world, report, body, changed),
            "aggregation" => ReportVerdicts.Aggregate(world, report, body, changed),
            _ => [],
        };
        world.Codes.Put(changed);
        var bad = verdicts.Count(one => one.Code != 0);
        var status = bad == 0 ? "SUCCESS" : bad == verdicts.Count ? "FAILED" : "PARTIALLY";
        world.Reports.Put(report with { Status = status, Verdicts = verdicts });
        world.Receipts.Put(Receipt(world, report, status, verdicts));
    }

    private static SuzReceipt Receipt(World world, SuzReport report, string status, IReadOnlyList<CodeVerdict> verdicts) => new()
    {
        Id = $"report-{report.ReportId}",
        Inn = report.Inn,
        ResultDocId = report.ReportId,
        WorkflowType = report.Kind.ToUpperInvariant(),
        State = status switch { "SUCCESS" => 0, "FAILED" => 1, _ => 3 },
        ProductGroup = report.ProductGroup,
        Created = world.Now,
        DocId = Guid.NewGuid().ToString(),
        Content = new JsonObject
        {
            ["cislist"] = verdicts.Select(one => new JsonObject { ["cis"] = one.Cis, ["code"] = one.Code, ["description"] = one.Description }).Of(),
        }.ToJsonString(),
    };

    private static string? MissingAttribute(string group, JsonNode? attributes)
    {
        string[] needed = group switch
        {
            "milk" => attributes.Part("expDateConditions") is not null ? [] : ["expDate"],
            "water" => ["expirationDate"],
            "beer" or "softdrinks" => ["participantId", "productionDate", "expirationDate"],
            "nabeer" or "bio" or "antiseptic" or "seafood" or "petfood" or "conserve" or "toys" => ["productionDate", "expirationDate"],
            "wheelchairs" => ["productionDate", "expirationDate", "batchNumber", "seriesNumber"],
            "tobacco" or "otp" or "ncp" => ["productionOrderId", "productionDate"],
            _ => [],
        };
        return needed.FirstOrDefault(name => attributes.Text(name) is null);
    }
}
