using Cleverence.Connectivity;

namespace Connectors.OneC.OData;

/// <summary>What is known of virtual tables without the help of the base.</summary>
internal static class VirtualTable
{
    /// <summary>The type of a row. A slice has the fields of its register; other tables only what the base says.</summary>
    public static EdmType? RowOf(string entity, string table, EdmModel model) =>
        model.RowOf(entity, table) ?? (table is "SliceLast" or "SliceFirst" or "RecordsWithExtDimensions" ? model.TypeOf(entity) : null);

    /// <summary>The options of a table whose fields the base does not describe, so that nothing of them can be checked.</summary>
    public static IEnumerable<string> UncheckedOptions(ReadQuery query)
    {
        yield return $"$format={ODataClient.LightJson}";
        if (query.Filter is { } filter) yield return $"$filter={AddressText.Encode(Text(filter, "filter"))}";
        if (Names(query.Select, "select") is { Length: > 0 } select) yield return $"$select={select}";
        if (Names(query.OrderBy, "orderBy") is { Length: > 0 } order) yield return $"$orderby={order}";
        if (query.Skip is > 0 and var skip) yield return $"$skip={skip}";
        if (query.Top is { } top) yield return $"$top={top}";
    }

    public static ConnectorException NotFound(string entity) =>
        new(new ConnectorError(ConnectorErrorCode.Rejected, $"1C has no such object of {entity}.") { MessageRu = $"В 1С нет такого объекта {entity}.", Reason = "ODATA_9" });

    public static ConnectorException TooManyRows() =>
        new(new ConnectorError(ConnectorErrorCode.TooLarge, $"The table has more than {ConnectorTable.MaxRows} rows. Narrow the request.")
        {
            MessageRu = $"В таблице больше {ConnectorTable.MaxRows} строк. Сузьте запрос.",
            Reason = "TOO_MANY_ROWS",
        });

    private static string Names(object? given, string argument) => AddressText.Encode(string.Join(',', FieldList.NamesOf(given, argument)));

    private static string Text(object given, string argument) =>
        given as string ?? throw ODataErrors.Argument(argument, "the base does not describe this table, so give it as text", "база не описывает эту таблицу, передайте текстом");
}
