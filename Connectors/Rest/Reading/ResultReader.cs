using Cleverence.Connectivity;
using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>Reads what a method hands back: the place in the answer, its kind, the columns, the pages.</summary>
internal sealed class ResultReader(RestTemplateSettings settings, TemplateProblems problems)
{
    public RestResult Read()
    {
        var kind = settings.ResultType.Length == 0 ? null : problems.Choice("resultType", settings.ResultType, ParameterReader.Kinds);
        if (kind is null && (settings.Columns.Count > 0 || settings.Paging is not null)) kind = ValueKind.Table;
        var result = new RestResult(kind) { Columns = Columns(kind) };
        if (settings.Result.Equals("status", StringComparison.OrdinalIgnoreCase)) return result with { Status = true };
        const string header = "header:";
        if (!settings.Result.StartsWith(header, StringComparison.OrdinalIgnoreCase)) return result with { Pick = settings.Result == "$" ? null : problems.Path("result", settings.Result) };
        var name = settings.Result[header.Length..].Trim();
        if (!HeaderText.IsName(name)) problems.Add("HEADER_UNUSABLE", "result", "This is not the name of a header.", "Это не имя заголовка.", "Write header: and the name, such as header:ETag.", "Напишите header: и имя, например header:ETag.");
        return result with { Header = name };
    }

    public RestPaging? Paging(RestResult result, bool readsOnly, IBody? body)
    {
        if (settings.Paging is not { } paging) return null;
        var own = problems.Within("paging");
        if (!readsOnly) own.Add("PAGING_NOT_SAFE", "", "Pages are read with requests that may change something.", "Страницы читаются запросами, которые могут что-то изменить.", "Page only methods that read: GET, or safety Safe.", "Страницы — только для методов чтения: GET или safety Safe.");
        if (result.Kind is not (ValueKind.Table or ValueKind.List) || result.Status || result.Header is not null) own.Add("PAGING_NEEDS_ROWS", "", "The result of the method is not rows.", "Результат метода — не строки.", "Set resultType to table or list, and result to the path of the rows.", "Укажите resultType table или list, а в result — путь к строкам.");
        return Read(paging, own, body);
    }

    private RestPaging Read(RestPagingSettings paging, TemplateProblems own, IBody? body)
    {
        var inBody = own.Choice("in", paging.In, ("query", false), ("body", true));
        var kind = own.Choice("kind", paging.Kind, ("link", PagingKind.Link), ("page", PagingKind.Page), ("cursor", PagingKind.Cursor));
        if (kind != PagingKind.Link && paging.Parameter.Length == 0) own.Add("PAGING_PARAMETER_MISSING", "parameter", "The parameter of the pages is not given.", "Не указан параметр для страниц.", "Write its name, such as page, offset or cursor.", "Укажите его имя, например page, offset или cursor.");
        if (kind == PagingKind.Cursor && paging.Next.Length == 0) own.Add("PAGING_NEXT_MISSING", "next", "Where the cursor stands in the answer is not given.", "Не указано, где в ответе курсор.", "Write its JSONPath, such as $.nextCursor.", "Укажите его JSONPath, например $.nextCursor.");
        if (inBody && body is not (FormBody or JsonBody { IsObject: true })) own.Add("PAGING_BODY_UNUSABLE", "in", "There is no body that could take the page.", "Нет тела, в которое можно записать страницу.", "Give the method a JSON object or a form as its body, or write query.", "Задайте методу тело — объект JSON или форму — либо укажите query.");
        if (!inBody && kind != PagingKind.Link && settings.Query.Keys.Contains(paging.Parameter, StringComparer.Ordinal)) own.Add("PAGING_PARAMETER_TWICE", "parameter", "The query has this parameter too.", "Этот параметр есть и в query.", "Remove it from the query: the connector writes it.", "Уберите его из query: его пишет коннектор.");
        if (kind == PagingKind.Page && paging.Step == 0) own.Add("PAGING_STEP_ZERO", "step", "The step of the pages is 0.", "Шаг страниц равен 0.", "Write 1, or the size of a page where the parameter counts rows.", "Укажите 1 или размер страницы, если параметр считает строки.");
        return new RestPaging(kind)
        {
            Link = own.Path("next", paging.Next),
            InBody = inBody,
            More = own.Path("more", paging.More),
            Parameter = paging.Parameter,
            FirstNumber = paging.First,
            Step = paging.Step,
            Size = own.Number("size", paging.Size, 0, ConnectorTable.MaxRows),
            MaxPages = own.Number("maxPages", paging.MaxPages, 1, ConnectorTable.MaxRows),
            MaxRows = own.Number("maxRows", paging.MaxRows, 1, ConnectorTable.MaxRows),
        };
    }

    private RestColumns? Columns(ValueKind? kind)
    {
        if (settings.Columns.Count == 0) return null;
        if (kind != ValueKind.Table) problems.Add("COLUMNS_NOT_TABLE", "columns", "Columns are declared, but the result is not a table.", "Столбцы объявлены, но результат — не таблица.", "Set resultType to table or remove the columns.", "Укажите resultType table или уберите столбцы.");
        var names = new HashSet<string>(StringComparer.Ordinal);
        return new RestColumns([.. settings.Columns.Select((column, at) => Column(column, names, problems.Within($"columns[{at}]")))]);
    }

    private static RestColumn Column(RestColumnSettings column, HashSet<string> names, TemplateProblems own)
    {
        if (string.IsNullOrWhiteSpace(column.Name)) own.Add("COLUMN_NAME_MISSING", "name", "The column has no name.", "У столбца нет имени.", "Give it one.", "Назовите его.");
        else if (!names.Add(column.Name)) own.Add("COLUMN_TWICE", "name", $"Another column is called '{column.Name}'.", $"Другой столбец тоже называется «{column.Name}».", "Give each its own name.", "Дайте каждому своё имя.");
        var kind = own.Choice("type", column.Type, [("string", ValueKind.String), .. ParameterReader.Kinds.Where(known => known.Item2 is not (ValueKind.Table or ValueKind.String))]) ?? ValueKind.String;
        var pick = column.Path.Length == 0 ? JsonPick.Member(column.Name) : own.Path("path", column.Path) ?? JsonPick.Member(column.Name);
        return new RestColumn(new TableColumn(column.Name, kind), pick);
    }
}
