using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.OneC.OData;

/// <summary>The methods of the class <c>OData</c>: every published entity can be read and changed without declaring anything.</summary>
internal sealed class ODataMethods(ODataReader reader, ODataWriter writer, ODataCatalog catalog, TimeProvider time) : Connector
{
    /// <summary>The class callers name.</summary>
    public const string ClassName = "OData";

    [ConnectorMethod("Read", Class = ClassName, Aliases = ["Прочитать"], Safety = MethodSafety.Safe, Description = "Rows of an entity as a table, in pages.")]
    public Task<ConnectorTable> ReadAsync(
        InvokeArgs args,
        [ConnectorParameter(Aliases = ["Объект"])] string entity,
        [ConnectorParameter(Aliases = ["Отбор"])] object? filter = null,
        [ConnectorParameter(Aliases = ["Поля"])] object? select = null,
        [ConnectorParameter(Aliases = ["Порядок"])] object? orderBy = null,
        [ConnectorParameter(Aliases = ["Первые"])] long? top = null,
        [ConnectorParameter(Aliases = ["Пропустить"])] long? skip = null,
        [ConnectorParameter(Aliases = ["Раскрыть"])] object? expand = null,
        [ConnectorParameter(Aliases = ["Разрешенные"])] bool allowedOnly = false,
        [ConnectorParameter(Aliases = ["Представления"])] bool presentations = false,
        CancellationToken cancellationToken = default) =>
        reader.ReadAsync(Query(entity, filter, select, orderBy, top, skip) with { Expand = expand, AllowedOnly = allowedOnly, Presentations = presentations }, Calls(args), cancellationToken);

    [ConnectorMethod("ReadTable", Class = ClassName, Aliases = ["ПрочитатьТаблицу"], Safety = MethodSafety.Safe, Description = "Rows of a virtual table, such as Balance or SliceLast.")]
    public Task<ConnectorTable> ReadTableAsync(
        InvokeArgs args,
        [ConnectorParameter(Aliases = ["Объект"])] string entity,
        [ConnectorParameter(Aliases = ["Таблица"])] string table,
        [ConnectorParameter(Aliases = ["Параметры"])] ConnectorRecord? arguments = null,
        [ConnectorParameter(Aliases = ["Отбор"])] object? filter = null,
        [ConnectorParameter(Aliases = ["Поля"])] object? select = null,
        [ConnectorParameter(Aliases = ["Порядок"])] object? orderBy = null,
        [ConnectorParameter(Aliases = ["Первые"])] long? top = null,
        [ConnectorParameter(Aliases = ["Пропустить"])] long? skip = null,
        CancellationToken cancellationToken = default) =>
        reader.ReadAsync(Query(entity, filter, select, orderBy, top, skip) with { Table = table, TableArguments = arguments }, Calls(args), cancellationToken);

    [ConnectorMethod("Get", Class = ClassName, Aliases = ["Получить"], Safety = MethodSafety.Safe, Description = "One object by its key.")]
    public Task<ConnectorRecord> GetAsync(
        InvokeArgs args,
        [ConnectorParameter(Aliases = ["Объект"])] string entity,
        [ConnectorParameter(Aliases = ["Ключ", "Ссылка"])] object? key,
        [ConnectorParameter(Aliases = ["Поля"])] object? select = null,
        [ConnectorParameter(Aliases = ["Раскрыть"])] object? expand = null,
        [ConnectorParameter(Aliases = ["Представления"])] bool presentations = false,
        CancellationToken cancellationToken = default) =>
        reader.GetAsync(new ReadQuery(entity) { Select = select, Expand = expand, Presentations = presentations }, key, Calls(args), cancellationToken);

    [ConnectorMethod("Count", Class = ClassName, Aliases = ["Количество"], Safety = MethodSafety.Safe, Description = "How many objects fit a filter.")]
    public Task<long> CountAsync(
        InvokeArgs args,
        [ConnectorParameter(Aliases = ["Объект"])] string entity,
        [ConnectorParameter(Aliases = ["Отбор"])] object? filter = null,
        [ConnectorParameter(Aliases = ["Разрешенные"])] bool allowedOnly = false,
        CancellationToken cancellationToken = default) =>
        reader.CountAsync(new ReadQuery(entity) { Filter = filter, AllowedOnly = allowedOnly }, Calls(args), cancellationToken);

    [ConnectorMethod("GetFile", Class = ClassName, Aliases = ["ПолучитьФайл"], Safety = MethodSafety.Safe, Description = "The bytes of a value storage.")]
    public Task<byte[]> GetFileAsync(
        InvokeArgs args,
        [ConnectorParameter(Aliases = ["Объект"])] string entity,
        [ConnectorParameter(Aliases = ["Ключ", "Ссылка"])] object? key,
        [ConnectorParameter(Aliases = ["Поле"])] string field,
        CancellationToken cancellationToken = default) =>
        reader.GetFileAsync(entity, key, field, Calls(args), cancellationToken);

    [ConnectorMethod("Create", Class = ClassName, Aliases = ["Создать"], Description = "Makes a new object and hands it back with its key.")]
    public Task<ConnectorRecord> CreateAsync(
        InvokeArgs args,
        [ConnectorParameter(Aliases = ["Объект"])] string entity,
        [ConnectorParameter(Aliases = ["Значения"])] ConnectorRecord fields,
        [ConnectorParameter(Aliases = ["ЗагрузкаДанных"])] bool dataLoad = false,
        CancellationToken cancellationToken = default) =>
        writer.CreateAsync(new ODataChange(entity) { Fields = fields, DataLoad = dataLoad }, Calls(args), cancellationToken);

    [ConnectorMethod("Patch", Class = ClassName, Aliases = ["Изменить"], Description = "Changes some fields of an object; a tabular part is sent whole.")]
    public Task<ConnectorRecord?> PatchAsync(
        InvokeArgs args,
        [ConnectorParameter(Aliases = ["Объект"])] string entity,
        [ConnectorParameter(Aliases = ["Ключ", "Ссылка"])] object? key,
        [ConnectorParameter(Aliases = ["Значения"])] ConnectorRecord fields,
        [ConnectorParameter(Aliases = ["ВерсияДанных"])] string? dataVersion = null,
        [ConnectorParameter(Aliases = ["ЗагрузкаДанных"])] bool dataLoad = false,
        CancellationToken cancellationToken = default) =>
        writer.ChangeAsync(Change(entity, key, dataVersion) with { Fields = fields, DataLoad = dataLoad }, replaces: false, Calls(args), cancellationToken);

    [ConnectorMethod("Replace", Class = ClassName, Aliases = ["Заменить"], Description = "Replaces all fields of an object.")]
    public Task<ConnectorRecord?> ReplaceAsync(
        InvokeArgs args,
        [ConnectorParameter(Aliases = ["Объект"])] string entity,
        [ConnectorParameter(Aliases = ["Ключ", "Ссылка"])] object? key,
        [ConnectorParameter(Aliases = ["Значения"])] ConnectorRecord fields,
        [ConnectorParameter(Aliases = ["ВерсияДанных"])] string? dataVersion = null,
        [ConnectorParameter(Aliases = ["ЗагрузкаДанных"])] bool dataLoad = false,
        CancellationToken cancellationToken = default) =>
        writer.ChangeAsync(Change(entity, key, dataVersion) with { Fields = fields, DataLoad = dataLoad }, replaces: true, Calls(args), cancellationToken);

    [ConnectorMethod("MarkDeleted", Class = ClassName, Aliases = ["ПометитьНаУдаление"], Description = "Sets the deletion mark, or takes it off.")]
    public Task MarkDeletedAsync(
        InvokeArgs args,
        [ConnectorParameter(Aliases = ["Объект"])] string entity,
        [ConnectorParameter(Aliases = ["Ключ", "Ссылка"])] object? key,
        [ConnectorParameter(Aliases = ["Пометка"])] bool mark = true,
        [ConnectorParameter(Aliases = ["ВерсияДанных"])] string? dataVersion = null,
        CancellationToken cancellationToken = default) =>
        writer.MarkDeletedAsync(Change(entity, key, dataVersion), mark, Calls(args), cancellationToken);

    [ConnectorMethod("Delete", Class = ClassName, Aliases = ["Удалить"], Description = "Deletes an object for good; off unless odata.allowDelete is true.")]
    public Task DeleteAsync(
        InvokeArgs args,
        [ConnectorParameter(Aliases = ["Объект"])] string entity,
        [ConnectorParameter(Aliases = ["Ключ", "Ссылка"])] object? key,
        [ConnectorParameter(Aliases = ["ВерсияДанных"])] string? dataVersion = null,
        CancellationToken cancellationToken = default) =>
        writer.DeleteAsync(Change(entity, key, dataVersion), Calls(args), cancellationToken);

    [ConnectorMethod("Post", Class = ClassName, Aliases = ["Провести"], Description = "Posts a document.")]
    public Task PostAsync(
        InvokeArgs args,
        [ConnectorParameter(Aliases = ["Объект"])] string entity,
        [ConnectorParameter(Aliases = ["Ключ", "Ссылка"])] object? key,
        [ConnectorParameter(Aliases = ["Оперативно"])] bool operational = false,
        [ConnectorParameter(Aliases = ["ВерсияДанных"])] string? dataVersion = null,
        CancellationToken cancellationToken = default) =>
        writer.PostAsync(Change(entity, key, dataVersion), post: true, operational, Calls(args), cancellationToken);

    [ConnectorMethod("Unpost", Class = ClassName, Aliases = ["ОтменитьПроведение"], Description = "Takes back the posting of a document.")]
    public Task UnpostAsync(
        InvokeArgs args,
        [ConnectorParameter(Aliases = ["Объект"])] string entity,
        [ConnectorParameter(Aliases = ["Ключ", "Ссылка"])] object? key,
        [ConnectorParameter(Aliases = ["ВерсияДанных"])] string? dataVersion = null,
        CancellationToken cancellationToken = default) =>
        writer.PostAsync(Change(entity, key, dataVersion), post: false, operational: false, Calls(args), cancellationToken);

    [ConnectorMethod("SelectChanges", Class = ClassName, Aliases = ["ВыбратьИзменения"], Description = "The changes registered for a node of an exchange plan, under a message number.")]
    public Task<IReadOnlyList<ConnectorRecord>> SelectChangesAsync(
        InvokeArgs args,
        [ConnectorParameter(Aliases = ["ПланОбмена"])] string plan,
        [ConnectorParameter(Aliases = ["Узел"])] string node,
        [ConnectorParameter(Aliases = ["НомерСообщения"])] long messageNo,
        CancellationToken cancellationToken = default) =>
        writer.SelectChangesAsync(plan, node, messageNo, Calls(args), cancellationToken);

    [ConnectorMethod("ConfirmChanges", Class = ClassName, Aliases = ["ПодтвердитьИзменения"], Description = "Confirms changes: 1C forgets what was registered up to the message.")]
    public Task ConfirmChangesAsync(
        InvokeArgs args,
        [ConnectorParameter(Aliases = ["ПланОбмена"])] string plan,
        [ConnectorParameter(Aliases = ["Узел"])] string node,
        [ConnectorParameter(Aliases = ["НомерСообщения"])] long messageNo,
        CancellationToken cancellationToken = default) =>
        writer.ConfirmChangesAsync(plan, node, messageNo, Calls(args), cancellationToken);

    [ConnectorMethod("Entities", Class = ClassName, Aliases = ["Объекты"], Safety = MethodSafety.Safe, Description = "The names of the published entities.")]
    public async Task<ConnectorTable> EntitiesAsync(CancellationToken cancellationToken) => EdmTables.Entities(await catalog.GetAsync(cancellationToken).ConfigureAwait(false));

    [ConnectorMethod("Fields", Class = ClassName, Aliases = ["Поля"], Safety = MethodSafety.Safe, Description = "The fields of an entity with their types.")]
    public async Task<ConnectorTable> FieldsAsync([ConnectorParameter(Aliases = ["Объект"])] string entity, CancellationToken cancellationToken) =>
        EdmTables.Fields(entity, await catalog.GetAsync(cancellationToken).ConfigureAwait(false));

    [ConnectorMethod("Refresh", Class = ClassName, Aliases = ["Обновить"], Safety = MethodSafety.Safe, Description = "Reads the description of the base anew and tells how many entities it publishes.")]
    public async Task<long> RefreshAsync(CancellationToken cancellationToken) => (await catalog.RefreshAsync(cancellationToken).ConfigureAwait(false)).Entities.Count;

    private static ReadQuery Query(string entity, object? filter, object? select, object? orderBy, long? top, long? skip) =>
        new(entity) { Filter = filter, Select = select, OrderBy = orderBy, Top = NotNegative(top, nameof(top)), Skip = NotNegative(skip, nameof(skip)) };

    private static ODataChange Change(string entity, object? key, string? dataVersion) => new(entity) { Key = key, DataVersion = dataVersion };

    private static long? NotNegative(long? number, string argument) =>
        number is < 0 ? throw ODataErrors.Argument(argument, $"{number} is below zero", $"{number} меньше нуля") : number;

    private ODataCalls Calls(InvokeArgs args) => new(args, time);
}
