using System.Text.Json.Nodes;

namespace Emulators.OneC;

/// <summary>
/// «ВызовПроизвольнойФункции»: formal parameters ИмяФункции, ТипВозвращаемогоЗначения, Параметр1 … Параметр10, bound by these names.
/// What is called otherwise is dropped without a word, and the function fails on the parameter it lacks.
/// </summary>
internal static class AnyFunction
{
    public const string Name = "ВызовПроизвольнойФункции";

    private static readonly Dictionary<string, (int Count, Func<JsonNode?[], OneCBase, JsonNode?> Run)> Module = new(StringComparer.OrdinalIgnoreCase)
    {
        ["МояФункция"] = (0, (_, owner) =>
        {
            owner.Effects.Add("МояФункция");
            return "выполнено";
        }),
        ["ОстатокТовара"] = (2, (given, _) => new JsonObject { ["Товар"] = given[0]!.ToString(), ["Склад"] = given[1]!.ToString(), ["Количество"] = 8 }),
        ["ТаблицаОстатков"] = (1, (given, _) => new JsonArray(
            new JsonObject { ["Склад"] = given[0]!.ToString(), ["Ячейка"] = "А-01", ["Количество"] = 5 },
            new JsonObject { ["Склад"] = given[0]!.ToString(), ["Ячейка"] = "А-02", ["Количество"] = 3 })),
        ["ВсеПараметры"] = (10, (given, _) => new JsonArray([.. given.Select(one => one?.DeepClone())])),
    };

    public static void AddTo(OneCFunctions functions) => functions.AddReply(Name, call => Task.FromResult(Run(call)));

    private static OneCReply Run(OneCCall call)
    {
        if (call.Text("ИмяФункции") is not { Length: > 0 } name) return Fault("Не задано имя функции");
        if (!Module.TryGetValue(name, out var function)) return Fault($"Процедура или функция с указанным именем не определена ({name})");
        var given = Enumerable.Range(1, 10).Select(number => call.Args[$"Параметр{number}"]).ToArray();
        var missing = Enumerable.Range(0, function.Count).FirstOrDefault(at => given[at] is null, -1);
        return missing < 0 ? OneCFunctions.Result(function.Run(given, call.Base)) : Fault($"Недостаточно фактических параметров (Параметр{missing + 1})");
    }

    private static OneCReply Fault(string text) => OneCReply.Text(500, $"{{ОбщийМодуль.ТерминалыСервер.Модуль(31)}}: {text}");
}
