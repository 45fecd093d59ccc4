namespace Emulators.OneC;

/// <summary>Changes: objects are made, changed, replaced, removed, posted; exchange plans are read out.</summary>
internal sealed class ODataWrites(OneCBase owner)
{
    public OneCReply Write(IReadOnlyList<ODataSegment> segments, OneCRequest request)
    {
        var first = segments[0];
        if (first.Name is "SelectChanges" or "NotifyChangesReceived") return ExchangeMessages.Run(first.Name, request, owner);
        if (ODataSources.Owner(first.Name, owner.Options.PublishedObjects) is not { } set) throw new ODataException(8, $"Тип сущности {first.Name} не найден");
        if (first.Name != set.Name) throw new ODataException(13, $"Строки {first.Name} не создаются отдельно от объекта");
        if (set.ReadOnly) throw new ODataException(DataLoad(request) ? 17 : 19, $"{set.Name} нельзя изменять");
        var source = ODataSources.Find(set.Name, owner);
        if (first.Arguments is null) return segments.Count == 1 && request.Verb == "POST" ? Create(source, set, request) : throw new ODataException(6, $"Метод {request.Verb} относится к экземпляру: нет ключа");
        var row = ODataPage.Allowed(ODataKeys.Find(source, first));
        if (segments.Count == 2 && request.Verb == "POST") return Posting.Run(segments[1].Name, set, row, request, owner);
        if (segments.Count > 1) throw new ODataException(6, "Неверный адрес");
        return request.Verb switch
        {
            "PATCH" => Change(source, set, row, new ODataRow(row), request),
            "PUT" => Change(source, set, row, Blank(set, row), request),
            "DELETE" => Remove(set, row),
            _ => throw new ODataException(6, "POST относится к набору, а не к экземпляру"),
        };
    }

    private static bool DataLoad(OneCRequest request) => request.Header("1C_OData-DataLoadMode") == "true";

    private OneCReply Create(ODataSource source, ODataSet set, OneCRequest request)
    {
        if (set.Kind == "Constant") throw new ODataException(19, "Константа не создается");
        var row = new ODataRow();
        var writer = new ODataBody(owner.Data, set, DataLoad(request), isNew: true);
        var given = writer.Fill(row, request);
        if (!DataLoad(request) && set.Fields.FirstOrDefault(field => field.Required && !given.Contains(field.Property)) is { } missing) throw new ODataException(5, $"Не задано значение {missing.Name}");
        if (set.Key.FirstOrDefault(part => part != "Ref_Key" && !given.Contains(part)) is { } part) throw new ODataException(7, $"Отсутствует часть ключа {part}");
        if (set.Key is ["Ref_Key"] && row.Ref == Guid.Empty) row["Ref_Key"] = Guid.NewGuid();
        if (source.Rows.Any(one => set.Key.All(part => Equals(one.GetValueOrDefault(part), row.GetValueOrDefault(part))))) throw new ODataException(15, $"{set.Name} с таким ключом уже есть");
        ODataNumbering.Give(owner.Data, set, row);
        Refuse(row);
        owner.Data.Add(set.Name, row);
        owner.Effects.Add($"{(DataLoad(request) ? "Загружен" : "Создан")} {set.Name}");
        return Answer(source, row, request, 201).With("Location", $"{request.Root}/odata/standard.odata/{Uri.EscapeDataString(source.AddressOf(row))}");
    }

    private OneCReply Change(ODataSource source, ODataSet set, ODataRow old, ODataRow now, OneCRequest request)
    {
        // If-Match is documented and not looked at: two callers can overwrite each other.
        new ODataBody(owner.Data, set, DataLoad(request), isNew: false).Fill(now, request);
        if (set.Key.Any(part => !Equals(old.GetValueOrDefault(part), now.GetValueOrDefault(part)))) throw new ODataException(16, "Ключ объекта не изменяется");
        Refuse(now);
        owner.Data.Replace(set.Name, old, now);
        owner.Effects.Add($"{(DataLoad(request) ? "Загружен" : "Изменен")} {set.Name}");
        return Answer(source, now, request, 200);
    }

    private static ODataRow Blank(ODataSet set, ODataRow old)
    {
        var blank = new ODataRow();
        foreach (var name in set.Key.Append("DataVersion").Append("Posted").Where(old.ContainsKey)) blank[name] = old[name];
        return blank;
    }

    private OneCReply Remove(ODataSet set, ODataRow row)
    {
        if (set.Kind == "Constant") throw new ODataException(19, "Константа не удаляется");
        owner.Data.Remove(set.Name, row);
        owner.Effects.Add($"Удален {set.Name}");
        return OneCReply.Empty(204);
    }

    private OneCReply Answer(ODataSource source, ODataRow row, OneCRequest request, int status)
    {
        var reading = new ODataReading(source, ODataOptions.Read(request.Query), request, owner);
        return reading.IsJson ? JsonAnswers.One(reading, row, status) : AtomAnswers.One(reading, row, status);
    }

    // What the code of the base would refuse: ПередЗаписью with Отказ.
    private static void Refuse(ODataRow row)
    {
        if (row.Values.OfType<string>().Any(text => text.StartsWith("ЗАПРЕТ", StringComparison.Ordinal))) throw new ODataException(-1, "Не удалось записать: запись запрещена проверкой");
    }
}
