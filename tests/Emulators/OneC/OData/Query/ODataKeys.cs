using System.Globalization;

namespace Emulators.OneC;

/// <summary>Keys in addresses.</summary>
internal static class ODataKeys
{
    public static string Literal(object? value) => value switch
    {
        Guid key => $"guid'{key:D}'",
        DateTime date => string.Create(CultureInfo.InvariantCulture, $"datetime'{date:yyyy-MM-ddTHH:mm:ss}'"),
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    public static ODataRow Find(ODataSource source, ODataSegment segment)
    {
        var given = segment.Values();
        if (given.Count == 1 && given.TryGetValue("", out var alone) && source.Key.Count == 1) given = new Dictionary<string, object?> { [source.Key[0]] = alone };
        if (given.Keys.FirstOrDefault(name => !source.Key.Contains(name)) is { } strange) throw new ODataException(6, $"Неверная часть ключа «{strange}» для {source.Name}");
        if (source.Key.FirstOrDefault(part => !given.ContainsKey(part)) is { } missing) throw new ODataException(7, $"Отсутствует часть ключа {missing}");
        return source.Rows.FirstOrDefault(row => source.Key.All(part => Same(row.GetValueOrDefault(part), given[part])))
            ?? throw new ODataException(9, $"Экземпляр сущности {source.Name}({segment.Arguments}) не найден");
    }

    private static bool Same(object? stored, object? given) => Equals(stored is long number ? (decimal)number : stored is string text ? text.TrimEnd() : stored, given is string other ? other.TrimEnd() : given);
}
