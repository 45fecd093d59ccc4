using Cleverence.Connectivity;

namespace Connectors.OneC.OData;

/// <summary>The refusals this side makes before anything is sent, each with what is known.</summary>
internal static class ODataErrors
{
    public static ConnectorException UnknownEntity(string entity, EdmModel model) => Wrong(
        "ENTITY_UNKNOWN",
        model.Entities.Count == 0 ? "The base publishes no entity. Its administrator chooses them with УстановитьСоставСтандартногоИнтерфейсаOData." : $"The base does not publish '{entity}'. Near: {Near(entity, model.Entities)}.",
        model.Entities.Count == 0 ? "База не публикует ни одного объекта. Состав задаёт УстановитьСоставСтандартногоИнтерфейсаOData." : $"База не публикует «{entity}». Похожие: {Near(entity, model.Entities)}.",
        model.Entities);

    public static ConnectorException UnknownField(string argument, string field, EdmType type) => Wrong(
        "FIELD_UNKNOWN",
        $"{argument}: {type.Name} has no field '{field}'. Known: {Near(field, type.Names)}.",
        $"{argument}: у {type.Name} нет поля «{field}». Известны: {Near(field, type.Names)}.",
        type.Names);

    public static ConnectorException Argument(string argument, string what, string whatRu) => Wrong("ARGUMENT_WRONG", $"{argument}: {what}.", $"{argument}: {whatRu}.", []);

    public static ConnectorException WrongValue(string argument, EdmProperty property, object? value) => Wrong(
        "VALUE_WRONG",
        $"{argument}: {property.Name} takes {Wanted(property)}, not {Shown(value)}.",
        $"{argument}: {property.Name} принимает {WantedRu(property)}, а не {Shown(value)}.",
        []);

    public static ConnectorException AddressTooLong(int length, int limit) => Wrong(
        "ADDRESS_TOO_LONG",
        $"The address of this request is {length} characters long, 1C takes {limit}. Shorten the filter or the list of fields, or give the long list as one 'in' condition.",
        $"Адрес запроса длиной {length} знаков, 1С принимает {limit}. Сократите отбор или список полей либо передайте длинный список одним условием in.",
        []);

    public static ConnectorException DeleteForbidden(string entity) =>
        new(new ConnectorError(ConnectorErrorCode.Rejected, $"Physical deletion of {entity} is off. Use MarkDeleted, or set odata.allowDelete to true.")
        {
            MessageRu = $"Физическое удаление {entity} выключено. Используйте MarkDeleted или включите odata.allowDelete.",
            Reason = "DELETE_NOT_ALLOWED",
        });

    public static ConnectorException VersionChanged(string entity, string expected, string found) =>
        new(new ConnectorError(ConnectorErrorCode.Conflict, $"{entity} was changed by somebody else: its DataVersion is not the one given. Read it again.")
        {
            MessageRu = $"{entity} уже изменён другим: DataVersion не совпадает. Прочитайте заново.",
            Reason = "DATA_VERSION",
            Detail = $"Expected DataVersion {expected}, found {found}.",
        });

    public static ConnectorError NoMetadata(string target, string detail) =>
        new(ConnectorErrorCode.Rejected, $"{target} answered with something else where $metadata was expected. Check baseAddress and that standardOdata is enabled in default.vrd.")
        {
            MessageRu = $"{target}: вместо $metadata пришло другое. Проверьте baseAddress и включён ли standardOdata в default.vrd.",
            Reason = "ODATA_NO_METADATA",
            Target = target,
            Detail = detail,
        };

    public static ConnectorError MetadataTooSlow(string target, TimeSpan limit) =>
        new(ConnectorErrorCode.Timeout, $"{target} did not send its description ($metadata) whole within {limit:c}. Look at the network and the web server; publish fewer objects.")
        {
            MessageRu = $"{target} не передал описание ($metadata) целиком за {limit:c}. Проверьте сеть и веб-сервер или опубликуйте меньше объектов.",
            Reason = "ODATA_METADATA_SLOW",
            Target = target,
            Retryable = true,
        };

    public static ConnectorError Stopped(string target) =>
        new(ConnectorErrorCode.Cancelled, "The connector was stopped while it read the description of the base. Call again.")
        {
            MessageRu = "Коннектор остановлен во время чтения описания базы. Повторите вызов.",
            Reason = "ODATA_STOPPED",
            Target = target,
            Retryable = true,
        };

    public static ConnectorException Unreadable(string what, string whatRu, string detail, Exception? inner = null) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidResult, $"The answer of 1C cannot be read: {what}.")
        {
            MessageRu = $"Ответ 1С не читается: {whatRu}.",
            Reason = "ODATA_UNREADABLE",
            Detail = detail,
        }, inner);

    /// <summary>No list is not an empty one: 1C has given the changes the number of a message already.</summary>
    public static ConnectorException NoChanges(OneCAnswer answer)
    {
        var unreadable = Unreadable("it has no list of changes", "в нём нет списка изменений", OneCWords.Limited(answer.Text));
        return new(unreadable.Error with { Target = answer.Target, InDoubt = true });
    }

    private static ConnectorException Wrong(string reason, string message, string messageRu, IEnumerable<string> known) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidArguments, message) { MessageRu = messageRu, Reason = reason, Detail = Detail(message, known), Offenders = [message] });

    private static string Detail(string message, IEnumerable<string> known)
    {
        var list = string.Join(", ", known);
        return list.Length == 0 ? message : $"{message} All: {(list.Length <= 3_000 ? list : list[..3_000] + "…")}";
    }

    // The sentence holds 200 characters, so those that begin alike come first.
    private static string Near(string asked, IEnumerable<string> known) =>
        string.Join(", ", known.Distinct(StringComparer.Ordinal).OrderByDescending(name => Alike(asked, name)).Take(12));

    private static int Alike(string one, string other)
    {
        var at = 0;
        while (at < one.Length && at < other.Length && char.ToUpperInvariant(one[at]) == char.ToUpperInvariant(other[at])) at++;
        return at;
    }

    private static string Shown(object? value) => value switch
    {
        null => "null",
        ConnectorRecord => "a record",
        ConnectorTable => "a table",
        byte[] => "binary",
        System.Collections.IEnumerable and not string => "a list",
        _ => ConnectorValues.ToText(value) is { Length: <= 30 } text ? $"'{text}'" : "a long text",
    };

    private static string Wanted(EdmProperty property) => property switch
    {
        { IsComposite: true } => "a record of type and value, such as {\"type\":\"Document_X\",\"value\":\"…\"}",
        { Kind: EdmKind.Guid } => "an identifier such as c1a7e2aa-0000-4000-8000-000000000001",
        { Kind: EdmKind.DateTime } => "a date and time such as 2026-05-31T14:03:00",
        { Kind: EdmKind.Integer } => "a whole number",
        { Kind: EdmKind.Number } => "a number",
        { Kind: EdmKind.Boolean } => "true or false",
        { Kind: EdmKind.Binary or EdmKind.Stream } => "binary (base64)",
        { Kind: EdmKind.Rows } => "rows",
        _ => "text",
    };

    private static string WantedRu(EdmProperty property) => property switch
    {
        { IsComposite: true } => "запись из type и value",
        { Kind: EdmKind.Guid } => "идентификатор",
        { Kind: EdmKind.DateTime } => "дату и время",
        { Kind: EdmKind.Integer } => "целое число",
        { Kind: EdmKind.Number } => "число",
        { Kind: EdmKind.Boolean } => "true или false",
        { Kind: EdmKind.Binary or EdmKind.Stream } => "двоичные данные (base64)",
        { Kind: EdmKind.Rows } => "строки",
        _ => "текст",
    };
}
