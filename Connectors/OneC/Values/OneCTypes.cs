using System.Collections.Frozen;
using Cleverence.Connectivity;

namespace Connectors.OneC;

/// <summary>The names of 1C types in the settings and what they are to callers.</summary>
internal static class OneCTypes
{
    private static readonly FrozenDictionary<string, OneCType> Names = new Dictionary<string, OneCType>
    {
        ["any"] = OneCType.Any,
        ["Произвольный"] = OneCType.Any,
        ["string"] = OneCType.String,
        ["Строка"] = OneCType.String,
        ["number"] = OneCType.Number,
        ["decimal"] = OneCType.Number,
        ["Число"] = OneCType.Number,
        ["integer"] = OneCType.Integer,
        ["ЦелоеЧисло"] = OneCType.Integer,
        ["boolean"] = OneCType.Boolean,
        ["Булево"] = OneCType.Boolean,
        ["date"] = OneCType.Date,
        ["dateTime"] = OneCType.Date,
        ["Дата"] = OneCType.Date,
        ["reference"] = OneCType.Reference,
        ["Ссылка"] = OneCType.Reference,
        ["uuid"] = OneCType.Reference,
        ["УникальныйИдентификатор"] = OneCType.Reference,
        ["enum"] = OneCType.Enum,
        ["Перечисление"] = OneCType.Enum,
        ["binary"] = OneCType.Binary,
        ["ДвоичныеДанные"] = OneCType.Binary,
        ["ХранилищеЗначения"] = OneCType.Binary,
        ["list"] = OneCType.List,
        ["Массив"] = OneCType.List,
        ["record"] = OneCType.Record,
        ["Структура"] = OneCType.Record,
        ["Соответствие"] = OneCType.Record,
        ["table"] = OneCType.Table,
        ["ТаблицаЗначений"] = OneCType.Table,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of the settings, one of each type.</summary>
    public static string Known => "any, string, number, integer, boolean, date, reference, enum, binary, list, record, table";

    public static bool TryParse(string text, out OneCType type) => Names.TryGetValue(text.Trim(), out type);

    /// <summary>The kind callers are told, or null where any is taken.</summary>
    public static ValueKind? KindOf(OneCType type) => type switch
    {
        OneCType.Any => null,
        OneCType.Number => ValueKind.Decimal,
        OneCType.Integer => ValueKind.Integer,
        OneCType.Boolean => ValueKind.Boolean,
        OneCType.Date => ValueKind.DateTime,
        OneCType.Binary => ValueKind.Binary,
        OneCType.List => ValueKind.List,
        OneCType.Record => ValueKind.Record,
        OneCType.Table => ValueKind.Table,
        _ => ValueKind.String,
    };
}
