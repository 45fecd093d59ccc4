namespace Connectors.OneC;

/// <summary>The 1C types whose values are written and read differently.</summary>
internal enum OneCType
{
    /// <summary>Whatever the value is.</summary>
    Any,

    /// <summary>Text (Строка); never trimmed.</summary>
    String,

    /// <summary>A number (Число).</summary>
    Number,

    /// <summary>A whole number (Число of zero scale).</summary>
    Integer,

    /// <summary>True or false (Булево).</summary>
    Boolean,

    /// <summary>A date and time of the base's zone (Дата); the empty date is null.</summary>
    Date,

    /// <summary>A reference or UUID (Ссылка, УникальныйИдентификатор); the empty one is null.</summary>
    Reference,

    /// <summary>The name of a member of an enumeration (Перечисление); the empty one is an empty text.</summary>
    Enum,

    /// <summary>Bytes (ДвоичныеДанные, ХранилищеЗначения).</summary>
    Binary,

    /// <summary>Values in order (Массив).</summary>
    List,

    /// <summary>Named values (Структура, Соответствие).</summary>
    Record,

    /// <summary>Rows under columns (ТаблицаЗначений).</summary>
    Table,
}
