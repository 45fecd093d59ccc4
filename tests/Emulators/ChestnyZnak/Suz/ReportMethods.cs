using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Reports are handed in, and their state is told.</summary>
internal static class ReportMethods
{
    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("v3", "POST", "utilisation", Create), new("v3", "POST", "aggregation", Create), new("v3", "POST", "dropout", Create), new("v3", "POST", "surplus", Create),
        new("v3", "GET", "report/info", Info),
    ];

    private static Reply Create(Call call)
    {
        var body = call.Object();
        var group = body.Need("productGroup");
        if (!call.Own.ProductGroups.Contains(group)) throw new RefusalException(403, $"Товарная группа {group} недоступна", 1040);
        if (call.Path == "surplus" && group != "beer") throw new RefusalException(400, "Излишки принимаются только для пива", 1070);
        CheckShape(call.Path, body);
        var signed = StationSignature.Check(call, call.Body);
        var report = new SuzReport
        {
            ReportId = Guid.NewGuid().ToString(),
            Inn = call.Own.Inn,
            Kind = call.Path,
            ProductGroup = group,
            Status = signed ? "PENDING" : "DRAFT",
            Body = call.Body,
            Created = call.World.Now,
            DueAt = call.World.Now + call.Options.ReportDelay,
        };
        call.World.Reports.Put(report);
        return Reply.Json(new JsonObject { ["omsId"] = call.Own.OmsId, ["reportId"] = report.ReportId });
    }

    private static void CheckShape(string kind, JsonObject body)
    {
        if (kind == "dropout") body.Need("dropoutReason");
        if (kind == "aggregation") body.Need("participantId");
        if (kind is "utilisation" or "dropout")
        {
            var codes = body.List("sntins").Texts("sntins");
            if (codes.Count is 0 or > 30_000) throw new RefusalException(400, "В отчёте должно быть от 1 до 30000 кодов", 1071);
        }
        else if (kind == "aggregation" && body.List("aggregationUnits").Count == 0)
        {
            throw new RefusalException(400, "Не заполнено поле aggregationUnits", 1072);
        }
    }

    private static Reply Info(Call call)
    {
        var reportId = call.Need("reportId");
        if (call.World.Reports.Find(reportId) is not { } report || report.Inn != call.Own.Inn) throw new RefusalException(404, $"Отчёт {reportId} не найден", 1073);
        var answer = new JsonObject { ["omsId"] = call.Own.OmsId, ["reportId"] = report.ReportId, ["reportStatus"] = Shown(call, report) };
        if (report.ErrorReason is { } reason) answer["errorReason"] = reason;
        return Reply.Json(answer);
    }

    // On its way a report passes through states of its own.
    private static string Shown(Call call, SuzReport report)
    {
        if (report.Status != "PENDING") return report.Status;
        var left = report.DueAt - call.World.Now;
        return left * 3 > call.Options.ReportDelay * 2 ? "PENDING" : left * 3 > call.Options.ReportDelay ? "READY_TO_SEND" : "SENT";
    }
}
