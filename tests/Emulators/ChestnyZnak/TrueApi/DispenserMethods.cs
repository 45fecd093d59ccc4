using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Exports: a task, its state, its result, a ZIP with a CSV.</summary>
internal static class DispenserMethods
{
    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("v3", "POST", "dispenser/tasks", Create), new("v3", "GET", "dispenser/tasks/{id}", Task), new("v3", "GET", "dispenser/results", Results),
        new("v3", "GET", "dispenser/results/{resultId}/file", File) { GivesFile = true },
    ];

    private static Reply Create(Call call)
    {
        var body = call.Object();
        var name = body.Need("name");
        if (body.Need("format") != "CSV" || body.Need("periodicity") != "SINGLE") throw new RefusalException(400, "Ожидается format CSV и periodicity SINGLE");
        var group = (int)(body.Whole("productGroupCode") ?? throw new RefusalException(400, "Не заполнено поле productGroupCode"));
        call.GroupOf(group);
        CheckParams(body.Need("params"));
        call.Rates.Pass($"dispenser {call.Own.Inn} {group}", 10, TimeSpan.FromDays(1));
        var task = new DispenserTask(Guid.NewGuid().ToString(), call.Own.Inn, name, group, body.Need("params"), call.World.Now, call.World.Now + call.Options.DocumentDelay, Guid.NewGuid().ToString());
        call.World.Exports.Put(task);
        return Reply.Json(Show(call, task));
    }

    // The parameters are JSON that was made a string.
    private static void CheckParams(string text)
    {
        try
        {
            if (JsonNode.Parse(text) is JsonObject) return;
        }
        catch (JsonException)
        {
            // Told below.
        }

        throw new RefusalException(400, "Поле params должно быть объектом JSON, записанным в строку");
    }

    private static Reply Task(Call call)
    {
        call.NeedGroupNumber();
        return Reply.Json(Show(call, Own(call, call.World.Exports.Find(call.Ids["id"]))));
    }

    private static Reply Results(Call call)
    {
        call.NeedGroupNumber();
        var (page, size) = (call.Number("page", 0, 0, int.MaxValue), call.Number("size", 10, 1, 100));
        var ids = call.Query.TryGetValue("task_ids", out var asked) ? asked : [];
        var done = call.World.Exports.Rows.Where(one => one.Inn == call.Own.Inn && (ids.Count == 0 || ids.Contains(one.Id))).Skip(page * size).Take(size);
        return Reply.Json(new JsonObject
        {
            ["list"] = done.Select(one => new JsonObject { ["id"] = one.ResultId, ["taskId"] = one.Id, ["available"] = one.DueAt <= call.World.Now ? "AVAILABLE" : "NOT_AVAILABLE" }).Of(),
        });
    }

    private static Reply File(Call call)
    {
        call.NeedGroupNumber();
        var task = Own(call, call.World.Exports.Rows.FirstOrDefault(one => one.ResultId == call.Ids["resultId"]));
        if (task.DueAt > call.World.Now) throw new RefusalException(404, "Файл ещё не готов");
        var csv = new StringBuilder("cis,gtin,status,ownerInn\r\n");
        foreach (var one in call.World.Codes.Rows.Where(one => one.OwnerInn == call.Own.Inn && ProductGroups.NumberOf(one.ProductGroup) == task.Group))
        {
            csv.Append(CultureInfo.InvariantCulture, $"{Quoted(one.Cis)},{one.Gtin},{one.Status},{one.OwnerInn}\r\n");
        }

        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry($"{task.Name}.csv").Open();
            entry.Write(Encoding.UTF8.GetBytes(csv.ToString()));
        }

        return new Reply(200, "application/zip", file.ToArray());
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static DispenserTask Own(Call call, DispenserTask? task) => task is { } one && one.Inn == call.Own.Inn ? one : throw new RefusalException(404, "Задание не найдено");

    private static JsonObject Show(Call call, DispenserTask task) => new()
    {
        ["id"] = task.Id,
        ["name"] = task.Name,
        ["createDate"] = task.Created.At(),
        ["currentStatus"] = task.DueAt <= call.World.Now ? "COMPLETED" : "PREPARATION",
        ["downloadingStorageStatus"] = task.DueAt <= call.World.Now ? "SUCCESS" : null,
        ["productGroupCode"] = task.Group,
    };
}
