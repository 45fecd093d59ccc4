using Cleverence.Connectivity;
using Connectors.Transport.Arguments;

namespace Connectors.OneC.OData;

/// <summary>Runs named methods.</summary>
internal sealed class ODataRunner(NamedMethod method, ODataReader reader, ODataWriter writer, OneCZone zone, TimeProvider time)
{
    private readonly ODataLiteral literals = new(zone);
    private readonly ParameterBinder binder = new(method.Info.FullName, [.. method.Parameters.Select(parameter => parameter.Binding(new OneCWriter(zone)))]);

    /// <summary>The kind whose literals a type has; null for none.</summary>
    public static EdmKind? KindOf(OneCType type) => type switch
    {
        OneCType.String or OneCType.Enum => EdmKind.String,
        OneCType.Number => EdmKind.Number,
        OneCType.Integer => EdmKind.Integer,
        OneCType.Boolean => EdmKind.Boolean,
        OneCType.Date => EdmKind.DateTime,
        OneCType.Reference => EdmKind.Guid,
        _ => null,
    };

    public async Task<object?> RunAsync(OneCCall call, CancellationToken cancellationToken)
    {
        var arguments = binder.Bind(call.Args);
        var calls = new ODataCalls(call.Args, time);
        switch (method.Operation)
        {
            case ODataOperation.Read:
                return await reader.ReadAsync(QueryOf(arguments), calls, cancellationToken).ConfigureAwait(false);
            case ODataOperation.First:
                return await FirstAsync(QueryOf(arguments) with { Top = 1 }, calls, cancellationToken).ConfigureAwait(false);
            case ODataOperation.Get:
                return await reader.GetAsync(QueryOf(arguments), KeyOf(arguments), calls, cancellationToken).ConfigureAwait(false);
            case ODataOperation.Count:
                return await reader.CountAsync(QueryOf(arguments), calls, cancellationToken).ConfigureAwait(false);
            case ODataOperation.File:
                return await reader.GetFileAsync(method.Entity, KeyOf(arguments), method.Settings.Field, calls, cancellationToken).ConfigureAwait(false);
            default:
                return await ChangeAsync(ChangeOf(arguments), calls, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<object?> ChangeAsync(ODataChange change, ODataCalls calls, CancellationToken cancellationToken)
    {
        switch (method.Operation)
        {
            case ODataOperation.Create:
                return await writer.CreateAsync(change, calls, cancellationToken).ConfigureAwait(false);
            case ODataOperation.Patch or ODataOperation.Replace:
                return await writer.ChangeAsync(change, method.Operation == ODataOperation.Replace, calls, cancellationToken).ConfigureAwait(false);
            case ODataOperation.MarkDeleted:
                await writer.MarkDeletedAsync(change, mark: true, calls, cancellationToken).ConfigureAwait(false);
                return null;
            case ODataOperation.Delete:
                await writer.DeleteAsync(change, calls, cancellationToken).ConfigureAwait(false);
                return null;
            default:
                await writer.PostAsync(change, method.Operation == ODataOperation.Post, method.Settings.Operational, calls, cancellationToken).ConfigureAwait(false);
                return null;
        }
    }

    private async Task<ConnectorRecord?> FirstAsync(ReadQuery query, ODataCalls calls, CancellationToken cancellationToken)
    {
        var table = await reader.ReadAsync(query, calls, cancellationToken).ConfigureAwait(false);
        await using var _ = table.ConfigureAwait(false);
        ConnectorRecord? first = null;
        await foreach (var row in table.ReadAsync().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            first ??= new ConnectorRecord(table.Columns.Select((column, at) => KeyValuePair.Create(column.Name, row[at])));
        }

        return first;
    }

    private ReadQuery QueryOf(BoundArguments arguments) => new(method.Entity)
    {
        Table = method.Settings.Table,
        TableArguments = new(method.Arguments.Where(pair => pair.Value.IsGiven(arguments)).Select(pair => KeyValuePair.Create(pair.Key, ArgumentOf(pair.Key, pair.Value, arguments)))),
        Filter = FilterOf(arguments),
        Select = Given(method.Settings.Select),
        Expand = Given(method.Settings.Expand),
        OrderBy = Given(method.Settings.OrderBy),
        Top = NumberOf("top", method.Top, arguments),
        Skip = NumberOf("skip", method.Skip, arguments),
        AllowedOnly = method.Settings.AllowedOnly,
        Presentations = method.Settings.Presentations,
    };

    private ODataChange ChangeOf(BoundArguments arguments) => new(method.Entity)
    {
        Key = method.Operation == ODataOperation.Create ? null : KeyOf(arguments),
        Fields = RecordOf(method.Fields, arguments),
        DataVersion = method.DataVersion?.Value(arguments) as string,
        DataLoad = method.Settings.DataLoad,
        Safety = method.Info.Safety,
    };

    private object? FilterOf(BoundArguments arguments)
    {
        var where = RecordOf(method.Where, arguments);
        var text = method.Filter?.Render(name => LiteralOf(name, arguments));
        if (where.Count == 0) return text;
        return text is null ? where : new List<object?> { text, where };
    }

    // A condition is an expression, so that what a caller gives becomes a literal in it.
    private object? ArgumentOf(string name, PlaceText text, BoundArguments arguments) =>
        NamedMethodReader.IsExpression(name, text) ? text.Render(place => LiteralOf(place, arguments)) : text.Value(arguments);

    private string LiteralOf(string name, BoundArguments arguments)
    {
        var type = method.Parameters[binder.IndexOf(name)].Type;
        arguments.TryGet(name, out var value);
        return literals.Plain(value, KindOf(type) ?? EdmKind.String) ?? throw ODataErrors.Argument(name, $"it is not a value of type {type}", $"значение не типа {type}");
    }

    private object? KeyOf(BoundArguments arguments) => method.Keys.Count > 0 ? RecordOf(method.Keys, arguments) : method.Key?.Value(arguments);

    private static ConnectorRecord RecordOf(IReadOnlyDictionary<string, PlaceText> texts, BoundArguments arguments) =>
        new(texts.Where(pair => pair.Value.IsGiven(arguments)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Value(arguments))));

    private static long? NumberOf(string name, PlaceText? text, BoundArguments arguments)
    {
        if (text is null || !text.IsGiven(arguments) || text.Value(arguments) is not { } value) return null;
        return ConnectorValues.TryConvert(value, typeof(long), out var number) && number is >= 0L
            ? (long)number
            : throw ODataErrors.Argument(name, $"'{ConnectorValues.ToText(value)}' is not a number of rows", $"«{ConnectorValues.ToText(value)}» — не число строк");
    }

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
