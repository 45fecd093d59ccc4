using System.Globalization;
using System.Text.Json.Nodes;

namespace Emulators.OneC;

/// <summary>Methods a warehouse asks for.</summary>
internal static class TradeFunctions
{
    public static void AddTo(OneCFunctions functions)
    {
        functions.Add("Эхо", call => call.Args.DeepClone());
        functions.Add("Контекст", call => call.Context?.DeepClone());
        functions.Add("КтоЯ", call => call.Request.User);
        functions.Add("GetRemains", Remains);
        functions.Add("ПолучитьОстатки", Remains);
        functions.Add("Число", call => call.Number("Значение", 0) + 1);
        functions.Add("ПровестиДокумент", Post);
        functions.Add("СоздатьДокумент", Create);
        functions.Add("БольшойОтвет", call => new string('ж', call.Number("Знаков", 1000)));
        functions.AddReply("ФайлВОтвете", call =>
        {
            var id = call.Base.Files.Add(SampleFile.Zip("result.json", "{\"result\":{\"Строк\":3}}"));
            return Task.FromResult(OneCReply.Json(200, new JsonObject { ["file"] = new JsonObject { ["id"] = id } }));
        });
        functions.AddReply("Пауза", async call =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(call.Number("Миллисекунд", 100)), call.Base.Options.Clock);
            return OneCFunctions.Result(true);
        });
    }

    private static JsonNode Remains(OneCCall call)
    {
        if (call.Text("Склад") is not { } warehouse) throw new OneCCallException(400, "NO_ARGUMENT", "Не передан параметр Склад");
        if (!Guid.TryParseExact(warehouse, "D", out _)) throw new OneCCallException(400, "BAD_ARGUMENT", $"Склад не ссылка: {warehouse}");
        if (warehouse == Guid.Empty.ToString()) return new JsonArray();
        return new JsonArray(
            new JsonObject { ["Номенклатура"] = "c1a7e2aa-0000-4000-8000-000000000001", ["Количество"] = 12.5m, ["СрокГодности"] = "0001-01-01T00:00:00" },
            new JsonObject { ["Номенклатура"] = "c1a7e2aa-0000-4000-8000-000000000002", ["Количество"] = 3, ["СрокГодности"] = "2027-01-31T00:00:00" });
    }

    private static JsonNode Post(OneCCall call)
    {
        var number = call.Text("Номер") ?? throw new OneCCallException(400, "NO_ARGUMENT", "Не передан параметр Номер");
        if (number.StartsWith("ЗАПРЕТ", StringComparison.Ordinal)) throw new OneCCallException(422, "PERIOD_CLOSED", "Период закрыт для изменений", $"Документ {number}");
        call.Base.Effects.Add($"Проведен {number}");
        return new JsonObject { ["Номер"] = number, ["Проведен"] = true };
    }

    private static JsonNode Create(OneCCall call)
    {
        call.Base.Effects.Add("Создан документ");
        return new JsonObject
        {
            ["Ссылка"] = Guid.NewGuid().ToString(),
            ["Номер"] = string.Create(CultureInfo.InvariantCulture, $"ЦБ-{call.Base.Effects.Count:D6} "),
        };
    }
}
