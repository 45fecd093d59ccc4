using Cleverence.Connectivity;

namespace Connectors.OneC.OData;

/// <summary>Looks whether the base publishes what the settings name.</summary>
internal sealed class ODataCheck(ODataCatalog catalog, ODataClient client, ODataOptions options)
{
    /// <summary>Whether the interface is used at all.</summary>
    public bool IsUsed => options.IsOffered || options.Methods.Count > 0;

    /// <summary>Reads the description of the base anew.</summary>
    public async Task<IReadOnlyList<ConnectorProblem>> RunAsync(CancellationToken cancellationToken)
    {
        if (!IsUsed) return [];
        try
        {
            var model = await catalog.RefreshAsync(cancellationToken).ConfigureAwait(false);
            return model.Entities.Count == 0 ? [NothingPublished()] : [.. options.Methods.SelectMany(method => Look(method, model))];
        }
        catch (ConnectorException failure)
        {
            return [NotReached(failure.Error)];
        }
    }

    private static IEnumerable<ConnectorProblem> Look(NamedMethod method, EdmModel model)
    {
        EdmType? type = null;
        ConnectorProblem? problem = null;
        try
        {
            type = model.TypeOf(EntityName.Find(method.Entity, model));
        }
        catch (ConnectorException unknown)
        {
            problem = Named("ENTITY_NOT_PUBLISHED", $"{method.Field}.entity", unknown.Error, "Add the entity with УстановитьСоставСтандартногоИнтерфейсаOData, or correct its name.", "Добавьте объект через УстановитьСоставСтандартногоИнтерфейсаOData или исправьте имя.");
        }

        if (problem is not null) yield return problem;
        if (type is null || method.Settings.Table.Length > 0) yield break;
        foreach (var (field, look) in Looks(method, type, model))
        {
            if (Failure(look) is { } wrong) yield return Named("FIELD_NOT_PUBLISHED", $"{method.Field}.{field}", wrong, "Correct the name; OData.Fields lists what there is.", "Исправьте имя; список полей даёт OData.Fields.");
        }
    }

    private static IEnumerable<(string Field, Action Look)> Looks(NamedMethod method, EdmType type, EdmModel model)
    {
        var settings = method.Settings;
        yield return ("select", () => FieldList.Of(type, model, settings.Select, null, false));
        yield return ("expand", () => FieldList.Of(type, model, null, settings.Expand, false));
        yield return ("orderBy", () => ReadOrder.Of(settings.OrderBy, type, model, canTotal: false));
        foreach (var name in method.Where.Keys) yield return ($"where.{name}", () => FieldPath.Find(name, type, model, "where"));
        foreach (var name in method.Keys.Keys) yield return ($"keys.{name}", () => FieldPath.Find(name, type, model, "keys"));
        foreach (var name in method.Fields.Keys.Where(name => type.FindNavigation(name) is null && !name.Contains('@', StringComparison.Ordinal))) yield return ($"fields.{name}", () => FieldPath.Find(name, type, model, "fields"));
        if (method.Filter is { } filter) yield return ("filter", () => RawExpression.Check(filter.Render(_ => "null"), type, model, "filter"));
    }

    private static ConnectorError? Failure(Action look)
    {
        try
        {
            look();
            return null;
        }
        catch (ConnectorException wrong)
        {
            return wrong.Error;
        }
    }

    private static ConnectorProblem Named(string code, string field, ConnectorError error, string next, string nextRu) =>
        new(code, field, error.Message, next) { MessageRu = error.MessageRu, NextStepRu = nextRu, Detail = error.Detail };

    private ConnectorProblem NothingPublished() => new("ODATA_EMPTY", "odata", $"{client.Target} publishes no entity over OData.", "Let the administrator choose them with УстановитьСоставСтандартногоИнтерфейсаOData.")
    {
        MessageRu = $"{client.Target} не публикует по OData ни одного объекта.",
        NextStepRu = "Администратор задаёт состав через УстановитьСоставСтандартногоИнтерфейсаOData.",
    };

    private static ConnectorProblem NotReached(ConnectorError error) => new("ODATA_NOT_REACHED", "odata", error.Message, "Check baseAddress, the user's rights and that standardOdata enable=\"true\" stands in default.vrd.")
    {
        MessageRu = error.MessageRu,
        NextStepRu = "Проверьте baseAddress, права пользователя и что в default.vrd есть standardOdata enable=\"true\".",
        Detail = error.Detail,
    };
}
