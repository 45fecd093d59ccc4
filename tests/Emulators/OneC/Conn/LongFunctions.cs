using System.Text.Json.Nodes;

namespace Emulators.OneC;

/// <summary>«ДолгаяОперация»: 202 and an operation to be asked for.</summary>
internal static class LongFunctions
{
    public static void AddTo(OneCFunctions functions, OneCBase owner) => functions.AddReply("ДолгаяОперация", call =>
    {
        var polls = call.Number("Опросов", 1);
        var endsAs = call.Text("Итог") ?? "Completed";
        var message = endsAs switch
        {
            "Failed" => call.Text("Текст") ?? "{ОбщийМодуль.Обмен.Модуль(12)}: Не найден документ",
            "Canceled" => "Операция отменена администратором",
            _ => "",
        };
        owner.Effects.Add("Долгая операция начата");
        var operation = owner.Operations.Start(polls, endsAs, call.Args["Результат"]?.ToJsonString(JsonText.Options) ?? "{\"Обработано\": 3}", message);
        if (endsAs == "Unknown") owner.Operations.Forget(operation.Id);
        return Task.FromResult(OneCReply.Json(202, new JsonObject { ["operation"] = new JsonObject { ["id"] = operation.Id, ["state"] = "Active" } }));
    });
}
