namespace Connectors.OneC.OData;

/// <summary>Makes orders that leave no two rows equal: without that, pages by <c>$skip</c> overlap or leave rows out.</summary>
internal static class ReadOrder
{
    /// <returns>The text of <c>$orderby</c> and whether it orders all rows.</returns>
    public static (string Text, bool IsTotal) Of(object? given, EdmType type, EdmModel model, bool canTotal)
    {
        var parts = FieldList.NamesOf(given, "orderBy").Select(part => One(part, type, model)).ToList();
        var keys = type.Keys.Select(type.Find).ToList();
        var total = canTotal && keys.Count > 0 && keys.TrueForAll(key => key is { IsComposite: false, IsTypeTag: false });
        if (total) parts.AddRange(keys.Select(key => key!.Name).Where(name => !parts.Exists(part => part.Split(' ')[0] == name)).ToList());
        return (string.Join(',', parts), total);
    }

    private static string One(string part, EdmType type, EdmModel model)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var direction = words.Length < 2 ? "" : words[1].ToUpperInvariant() switch
        {
            "ASC" or "ВОЗР" => " asc",
            "DESC" or "УБЫВ" => " desc",
            _ => null,
        };
        if (direction is null || words.Length is 0 or > 2) throw ODataErrors.Argument("orderBy", $"'{part}' is not a field with asc or desc", $"«{part}» — не поле с asc или desc");
        return FieldPath.Find(words[0], type, model, "orderBy").Text + direction;
    }
}
