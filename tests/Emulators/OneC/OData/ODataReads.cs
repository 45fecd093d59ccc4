using System.Globalization;

namespace Emulators.OneC;

/// <summary>Readings: lists, counts, one object, a property, bytes of a value storage, virtual tables.</summary>
internal sealed class ODataReads(OneCBase owner)
{
    public OneCReply Read(IReadOnlyList<ODataSegment> segments, OneCRequest request)
    {
        var first = segments[0];
        if (segments.Count == 2 && VirtualTables.Find(first.Name, segments[1], request, owner) is { } table) return List(Reading(table, request));
        var source = ODataSources.Find(first.Name, owner);
        if (first.Arguments is null)
        {
            return segments.Count switch
            {
                1 => List(Reading(source, request)),
                2 when segments[1].Name == "$count" => Count(Reading(source, request)),
                _ => throw new ODataException(11, $"Метод {segments[1].Name} не найден у {source.Name}"),
            };
        }

        var row = ODataPage.Allowed(ODataKeys.Find(source, first));
        return segments.Count == 1 ? One(Reading(source, request), row) : Property(source, row, segments, request);
    }

    private ODataReading Reading(ODataSource source, OneCRequest request) => new(source, ODataOptions.Read(request.Query), request, owner);

    private static OneCReply One(ODataReading reading, ODataRow row)
    {
        if (reading.Options.Expand.Count > 0) throw new ODataException(0, "$expand не поддерживается при получении одной сущности");
        return reading.IsJson ? JsonAnswers.One(reading, row) : AtomAnswers.One(reading, row);
    }

    private OneCReply List(ODataReading reading)
    {
        if (reading.Options.Expand.FirstOrDefault(path => reading.Source.Tables.ContainsKey(path.Split('/')[0])) is { } tabular) throw new ODataException(0, $"$expand не поддерживается для табличной части: {tabular}");
        var page = ODataPage.Of(reading.Source, reading.Options, owner.Data, owner.Options.PageSize);
        // The rights of a list are looked at before its first byte is sent.
        if (reading.Source.Rows is not BigCatalog) page = page with { Rows = [.. page.Rows] };
        var next = page.NextSkip is { } skip ? NextLinks.Make(reading, skip, page.NextTop) : null;
        return reading.IsJson ? JsonAnswers.List(reading, page, next) : AtomAnswers.List(reading, page, next);
    }

    private OneCReply Count(ODataReading reading)
    {
        var count = ODataPage.Matching(reading.Source, reading.Options, owner.Data).Count();
        return OneCReply.Text(200, "\uFEFF" + count.ToString(CultureInfo.InvariantCulture));
    }

    private OneCReply Property(ODataSource source, ODataRow row, IReadOnlyList<ODataSegment> segments, OneCRequest request)
    {
        var (name, reading) = (segments[1].Name, Reading(source, request));
        if (segments is [_, _, { Name: "$value" }]) return StoredValue(source, row, name);
        if (segments.Count > 2) throw new ODataException(6, "Неверный адрес");
        if (source.Tables.TryGetValue(name, out var fields)) return List(reading with { Source = new ODataSource($"{source.Name}_{name}", [], fields, row.Table(name)) });
        if (source.Fields.FirstOrDefault(field => field.Name == name && field.Kind == FieldKind.Reference) is { } link)
        {
            var target = ODataSources.Find(link.Target, owner);
            return One(reading with { Source = target }, owner.Data.Find(link.Target, (Guid)row[link.Property]!) ?? throw new ODataException(9, $"{link.Name}: объект не найден"));
        }

        var found = source.Fields.SelectMany(field => field.Properties.Select(one => (field, one.Name, one.Edm))).FirstOrDefault(one => one.Name == name && one.Edm != "Edm.Stream");
        if (found.field is null) throw new ODataException(10, $"Свойство {name} не найдено у {source.Name}");
        var value = row.GetValueOrDefault(name) ?? ODataDefaults.Of(found.field, name);
        return reading.IsJson ? JsonAnswers.Value(reading, value, found.Edm) : AtomAnswers.Value(name, value, found.Edm);
    }

    private static OneCReply StoredValue(ODataSource source, ODataRow row, string name)
    {
        if (source.Fields.FirstOrDefault(field => field.Name == name) is not { } stored) throw new ODataException(10, $"Свойство {name} не найдено у {source.Name}");
        if (stored.Kind != FieldKind.Storage) throw new ODataException(6, $"{name} не хранилище значения");
        return row.GetValueOrDefault(name + "_Type") switch
        {
            "unsupported" => throw new ODataException(0, $"Тип значения хранилища {name} не поддерживается") { Status = 501 },
            string { Length: > 0 } type => new OneCReply(200, type, Convert.FromBase64String((string)row[name + "_Base64Data"]!)),
            _ => throw new ODataException(9, $"Хранилище {name} пусто"),
        };
    }
}
