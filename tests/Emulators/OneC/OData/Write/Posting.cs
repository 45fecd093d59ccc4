namespace Emulators.OneC;

/// <summary>Posting of documents and the refusals of their code.</summary>
internal static class Posting
{
    /// <summary>A document with this comment is never posted.</summary>
    public const string RefusedComment = "Не проводить";

    public static OneCReply Run(string method, ODataSet set, ODataRow row, OneCRequest request, OneCBase owner)
    {
        if (method is not ("Post" or "Unpost") || set.Kind != "Document") throw new ODataException(11, $"Метод {method} не найден у {set.Name}");
        if (method == "Post" && request.Query["PostingModeOperational"] is not ("true" or "false" or null)) throw new ODataException(21, "PostingModeOperational: ожидалось true или false");
        if (request.Body.Length > 0) throw new ODataException(2, "Тело запроса не ожидалось");
        if (method == "Post")
        {
            if (row.GetValueOrDefault("Комментарий") is RefusedComment) throw new ODataException(-1, $"Проведение не выполнено: документ {row["Number"]} запрещено проводить");
            if (row.GetValueOrDefault("DeletionMark") is true) throw new ODataException(-1, "Помеченный на удаление документ не может быть проведен");
        }

        owner.Data.Replace(set.Name, row, new ODataRow(row) { ["Posted"] = method == "Post" });
        owner.Effects.Add($"{method} {set.Name}");
        return OneCReply.Empty(200);
    }
}
