using System.Globalization;
using System.Text.Json.Nodes;

namespace Emulators.Utm;

/// <summary>What a UTM tells of itself.</summary>
internal static class Diagnostics
{
    public static Reply Diagnosis(UtmHost host) => !host.Conditions.HasDiagnosis ? Answers.NotFound() : Reply.Text(
        $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?><A><CN>{host.Conditions.DiagnosisOwner ?? host.FsrarId}</CN><license>true</license></A>", 200, "application/xml;charset=UTF-8");

    public static Reply Information(UtmHost host)
    {
        var state = host.Conditions;
        if (!state.HasInfoList) return Answers.NotFound();
        return Reply.Json(new JsonObject
        {
            ["version"] = state.Version,
            ["contour"] = "test",
            ["ownerId"] = state.TokenUnreadable ? null : state.KeyOwner ?? host.FsrarId,
            ["license"] = true,
            ["rsaError"] = state.RsaError ?? (state.TokenUnreadable ? "Ошибка чтения ключа" : null),
            ["checkInfo"] = null,
            ["db"] = new JsonObject { ["ownerId"] = state.DatabaseOwner ?? host.FsrarId, ["createDate"] = Time(host.Own.DatabaseCreated) },
            ["rsa"] = Certificate(host, "RSA", state.RsaExpires),
            ["gost"] = Certificate(host, "GOST", state.GostExpires),
        });
    }

    public static Reply Holder(UtmHost host, string kind)
    {
        if (host.Conditions.TokenUnreadable) return Reply.Json(new JsonObject { ["success"] = false });
        var expires = (kind == "rsa" ? host.Conditions.RsaExpires : host.Conditions.GostExpires) ?? host.Emulator.World.Now.AddYears(1);
        return Reply.Json(new JsonObject { ["success"] = true, ["cn"] = host.FsrarId, ["o"] = host.Own.Name, ["ou"] = host.Own.Kpp, ["inn"] = host.Own.Inn, ["from"] = Point(host.Own.DatabaseCreated), ["to"] = Point(expires) });
    }

    public static Reply Places(UtmHost host) => Reply.Json(new JsonObject
    {
        ["rows"] = new JsonArray([.. host.Emulator.World.Organisations.All.Where(one => one.Inn == host.Own.Inn).Select(one => (JsonNode)new JsonObject
        {
            ["Owner_ID"] = one.FsrarId, ["Full_Name"] = one.Name, ["Short_Name"] = one.Name, ["INN"] = one.Inn, ["KPP"] = one.Kpp, ["Country_Code"] = "643", ["Region_Code"] = "77",
            ["Dejure_Address"] = one.Address, ["Fact_Address"] = one.Address, ["isLicense"] = true,
        })]),
    });

    public static Reply Certificates(UtmHost host) => Reply.Json(new JsonArray(Certificate(host, "RSA", host.Conditions.RsaExpires), Certificate(host, "GOST", host.Conditions.GostExpires)));

    public static Reply Rows(UtmHost host, bool isOut) => isOut
        ? Rows(host.Emulator.World.OutBox(host.FsrarId).Select(one => (one.Path, one.Type)))
        : Rows(host.Emulator.World.Posts.All.Where(one => one.FsrarId == host.FsrarId && !one.Delivered && !one.Withdrawn).Select(one => ($"/opt/in/{one.RequestId}", one.UrlType)));

    public static Reply Home(UtmHost host)
    {
        var cheques = host.Conditions.UnsentChequesSince is { } since
            ? $"Чеки не отправлялись с {since.ToOffset(TimeSpan.FromHours(3)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}"
            : "Отсутствуют неотправленные чеки";
        return Reply.Text($"<!DOCTYPE html><html><head><meta charset=\"UTF-8\"><title>УТМ</title></head><body><h1>УТМ {host.Conditions.Version}</h1><div>{host.FsrarId}</div><pre>{cheques}</pre></body></html>", 200, "text/html;charset=UTF-8");
    }

    public static Reply MarkCheck(UtmHost host, string? code)
    {
        if (host.Conditions.MarkServiceDown) return Reply.Text("{\"error\":\"Сервис недоступен\"}", 500, "application/json;charset=UTF-8");
        if (string.IsNullOrEmpty(code)) return Reply.Text("{\"error\":\"Не указан параметр code\"}", 400, "application/json;charset=UTF-8");
        return Reply.Json(new JsonObject { ["code"] = code, ["owner"] = host.Emulator.World.Marks.Find(code)?.FsrarId == host.FsrarId });
    }

    private static Reply Rows(IEnumerable<(string Path, string Type)> rows)
    {
        var all = rows.Select(one => (JsonNode)new JsonObject { ["url"] = one.Path, ["docType"] = one.Type }).ToArray();
        return Reply.Json(new JsonObject { ["total"] = all.Length, ["rows"] = new JsonArray(all) });
    }

    private static JsonObject Certificate(UtmHost host, string kind, DateTimeOffset? given)
    {
        var expires = given ?? host.Emulator.World.Now.AddYears(1);
        return new JsonObject
        {
            ["certType"] = kind, ["startDate"] = Time(expires.AddYears(-1)), ["expireDate"] = Time(expires), ["isValid"] = expires > host.Emulator.World.Now ? "valid" : "expired", ["issuer"] = "C=RU,O=TEST",
        };
    }

    private static string Time(DateTimeOffset time) => time.ToOffset(TimeSpan.FromHours(3)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " +0300";

    private static string Point(DateTimeOffset time) => time.ToOffset(TimeSpan.FromHours(3)).ToString("dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture) + "+0300";
}
