using System.Text;
using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Builds documents of what callers give: fills in what is ours, checks what is known, splits what is too long.</summary>
internal sealed class DocumentBuilder(ZnakDocumentRules rules, TimeProvider time)
{
    /// <summary>Builds the parts of a document; without any where problems were found.</summary>
    public IReadOnlyList<BuiltPart> Build(DocumentShape shape, ZnakOrganisation organisation, ConnectorRecord payload, DocumentProblems problems)
    {
        var parts = shape.IsXml ? Xml(shape, organisation, payload, problems) : Json(shape, organisation, payload, problems);
        foreach (var part in parts.Where(part => part.Content.Length > rules.MaxBytes || part.Second.Length > rules.MaxBytes))
        {
            problems.Add(shape.List ?? "content", $"makes {part.Content.Length} bytes; at most {rules.MaxBytes} are allowed", $"получается {part.Content.Length} байт; допустимо не больше {rules.MaxBytes}");
        }

        return problems.Count == 0 ? parts : [];
    }

    private List<BuiltPart> Json(DocumentShape shape, ZnakOrganisation organisation, ConnectorRecord payload, DocumentProblems problems)
    {
        var body = new ConnectorRecord(payload);
        foreach (var name in shape.OwnInn.Where(name => !body.Has(name))) body[name] = organisation.Inn;
        foreach (var (name, value) in shape.Defaults.Where(pair => !body.Has(pair.Key))) body[name] = value;
        var counts = new DocumentCheck(shape, time, problems).Run(body);
        if (shape.Type == "AGGREGATION_DOCUMENT") CheckPacks(body, problems);
        if (problems.Count > 0) return [];
        if (shape.List is null || counts.Sum() <= rules.MaxCodes) return [new BuiltPart(DocumentBytes.Json(body), counts.Sum())];
        if (!shape.CanSplit)
        {
            problems.Add(shape.List, $"holds {counts.Sum()} codes; at most {rules.MaxCodes} are allowed and this type cannot be split", $"{counts.Sum()} кодов; допустимо не больше {rules.MaxCodes}, а документ этого типа не делится");
            return [];
        }

        return Split(shape, body, counts, problems);
    }

    private List<BuiltPart> Split(DocumentShape shape, ConnectorRecord body, IReadOnlyList<int> counts, DocumentProblems problems)
    {
        var rows = RecordFields.Rows(body.Value(shape.List!));
        var parts = new List<BuiltPart>();
        for (var from = 0; from < rows.Count;)
        {
            var (to, codes) = (from, 0);
            while (to < rows.Count && codes + counts[to] <= rules.MaxCodes) codes += counts[to++];
            if (to == from)
            {
                problems.Add($"{shape.List}[{from}]", $"holds {counts[from]} codes; at most {rules.MaxCodes} are allowed", $"{counts[from]} кодов; допустимо не больше {rules.MaxCodes}");
                return [];
            }

            var part = new ConnectorRecord(body) { [shape.List!] = rows.Skip(from).Take(to - from).ToList() };
            parts.Add(new BuiltPart(DocumentBytes.Json(part), codes));
            from = to;
        }

        return parts;
    }

    private static void CheckPacks(ConnectorRecord body, DocumentProblems problems)
    {
        // Copies: the rows are the caller's.
        var units = RecordFields.Rows(body.Value("aggregationUnits")).Select(row => row is ConnectorRecord unit ? new ConnectorRecord(unit) : row).ToList();
        body["aggregationUnits"] = units;
        foreach (var (at, unit) in units.Index().Select(row => (row.Index, row.Item as ConnectorRecord)))
        {
            if (unit?.Has("aggregationType") == false) unit["aggregationType"] = "AGGREGATION";
            if (unit?.Text("unitSerialNumber") is { Length: < 18 or > 74 } pack) problems.Add($"aggregationUnits[{at}].unitSerialNumber", $"a pack's code of {pack.Length} characters; 18 to 74 are allowed", $"код упаковки из {pack.Length} знаков; допустимо от 18 до 74");
        }
    }

    private static List<BuiltPart> Xml(DocumentShape shape, ZnakOrganisation organisation, ConnectorRecord payload, DocumentProblems problems)
    {
        try
        {
            if (DocumentBytes.Xml(payload.Value("content")) is not { Length: > 0 } content)
            {
                problems.Add("content", "is missing: the XML of the document as text or bytes", "не заполнено: XML документа текстом или байтами");
                return [];
            }

            var second = DocumentBytes.Xml(payload.Value("secondContent")) ?? [];
            if (second.Length > 0 && !shape.Type.StartsWith("UNIVERSAL_", StringComparison.Ordinal)) problems.Add("secondContent", "is allowed for UNIVERSAL_* types only", "допустимо только для типов UNIVERSAL_*");
            if (payload.Text("secondSigner") is { } signer && !TaxNumber.IsValid(signer)) problems.Add("secondSigner", $"'{signer}' is not a taxpayer number", $"«{signer}» — не ИНН");
            return [new BuiltPart(content, 0) { Second = second, SecondSigner = second.Length > 0 ? payload.Text("secondSigner") ?? organisation.Inn : null }];
        }
        catch (EncoderFallbackException)
        {
            problems.Add("content", "has a letter that windows-1251 lacks; give the file's bytes", "содержит букву, которой нет в windows-1251; передайте байты файла");
            return [];
        }
    }
}
