using Cleverence.Connectivity;

namespace Connectors.OneC;

/// <summary>What 1C means by values of XML: dates have no zone, an all-zero reference and the first day of the calendar stand for nothing.</summary>
internal sealed class OneCSoapValues(OneCZone zone)
{
    /// <summary>A result as callers get it.</summary>
    public object? Read(object? value) => value switch
    {
        OneCValues.EmptyReference => null,
        DateTimeOffset moment => zone.ToLocal(moment),
        DateTime date => date == DateTime.MinValue ? null : date,
        not null and not string and not byte[] when OneCCoreTypes.TryRead(value, Read, out var structure) => structure,
        ConnectorRecord record => new ConnectorRecord(record.Select(field => KeyValuePair.Create(field.Key, Read(field.Value)))),
        ConnectorTable { IsStream: false } table => new ConnectorTable(table.Columns.Select(column => column.Type == ValueKind.DateTimeOffset ? new TableColumn(column.Name, ValueKind.DateTime) : column).ToList(), [.. table.Rows.Select(row => Array.ConvertAll(row, Read))]),
        IReadOnlyList<object?> items when value is not byte[] => items.Select(Read).ToList(),
        _ => value,
    };

    /// <summary>An argument as the WSDL takes it.</summary>
    public object? Write(object? value) => value switch
    {
        DateTimeOffset moment => zone.ToLocal(moment),
        DateTime date => new DateTime(date.Ticks - (date.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Unspecified),
        _ => value,
    };

    /// <summary>A declared argument: an empty date and an empty reference are values of their own in 1C.</summary>
    public object? Write(object? value, OneCType type) => (value, type) switch
    {
        (null, OneCType.Date) => DateTime.MinValue,
        (null, OneCType.Reference) => OneCValues.EmptyReference,
        (null, OneCType.Enum) => "",
        (string text, OneCType.Date) => zone.TryRead(text, out var date) ? date ?? DateTime.MinValue : value,
        (string text, OneCType.Reference) when Guid.TryParse(text, out var id) => id.ToString("D"),
        _ => Write(value),
    };
}
