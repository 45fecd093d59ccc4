using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Lists of documents and one of them, under v4.</summary>
internal static class DocumentLists
{
    public static IReadOnlyList<Route> Routes { get; } = [new("v4", "GET", "doc/list", List), new("v4", "GET", "doc/{number}/info", Info)];

    private static Reply List(Call call)
    {
        var query = DocumentQuery.Of(call);
        var (rows, more) = query.Page(call.World);
        return Reply.Json(new JsonObject { ["results"] = rows.Select(one => DocumentAnswer.Row(call, one)).Of(), ["nextPage"] = more });
    }

    private static Reply Info(Call call)
    {
        var group = call.NeedGroup();
        var number = call.Ids["number"];
        var document = call.World.Documents.Find(number);
        var hidden = document is null || document.VisibleAt > call.World.Now || (document.SenderInn != call.Own.Inn && document.ReceiverInn != call.Own.Inn);
        if (hidden || document!.ProductGroup != group) throw new RefusalException(404, $"Документ {number} не найден");
        var answer = DocumentAnswer.Whole(call, document);
        return Reply.Json(call.Options.DocumentInfoAsObject ? answer : new JsonArray(answer));
    }
}
