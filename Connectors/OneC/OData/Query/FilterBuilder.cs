using System.Globalization;
using Cleverence.Connectivity;

namespace Connectors.OneC.OData;

/// <summary>Makes filters of records such as <c>{"Артикул": "A-1", "Цена": {"ge": 10}}</c>; every value becomes one literal and every operation is parenthesised.</summary>
internal sealed class FilterBuilder(EdmModel model, ODataLiteral literals)
{
    private const int MaxDepth = 16;

    public ODataFilter Build(object? filter, EdmType type)
    {
        switch (filter)
        {
            case null or "":
                return ODataFilter.None;
            case string raw:
                RawExpression.Check(raw, type, model, "filter");
                return new ODataFilter([$"({raw.Trim()})"]);
            case ConnectorRecord record:
                return OfRecord(record, type);
            case IReadOnlyList<object?> parts when filter is not byte[]:
                return Joined(parts.Select(part => Build(part, type)));
            default:
                throw ODataErrors.Argument("filter", "give text, a record of fields, or a list of these", "передайте текст, запись полей или список из них");
        }
    }

    private ODataFilter OfRecord(ConnectorRecord record, EdmType type)
    {
        var conditions = new List<string>();
        List<string> longest = [];
        foreach (var (name, value) in record)
        {
            var alternatives = AlternativesOf(name, value, type);
            if (alternatives is null) conditions.Add(Field(name, value, type, "", 0));
            else if (alternatives.Count == 0) return ODataFilter.None with { IsNever = true };
            else if (alternatives.Count > longest.Count)
            {
                if (longest.Count > 0) conditions.Add(OneOf(longest));
                longest = alternatives;
            }
            else conditions.Add(OneOf(alternatives));
        }

        return new ODataFilter(conditions) { Alternatives = longest };
    }

    private static ODataFilter Joined(IEnumerable<ODataFilter> filters)
    {
        var all = filters.ToList();
        var longest = all.Select(one => one.Alternatives).MaxBy(list => list.Count) ?? [];
        var conditions = all.SelectMany(one => one.Alternatives.Count == 0 || ReferenceEquals(one.Alternatives, longest) ? one.Conditions : one.Conditions.Append(OneOf(one.Alternatives)));
        return new ODataFilter([.. conditions]) { Alternatives = longest, IsNever = all.Exists(one => one.IsNever) };
    }

    // Only a list among conditions that must all hold can be asked for in parts.
    private List<string>? AlternativesOf(string name, object? value, EdmType type)
    {
        var list = value is ConnectorRecord { Count: 1 } only && only.TryGet("in", out var inside) ? inside : value;
        if (Connective(name) is not null || list is not IReadOnlyList<object?> items || list is byte[]) return null;
        var field = FieldPath.Find(name, type, model, "filter");

        // What 1C takes for equal must not come to stand in two requests, or its rows would come twice.
        return [.. items.GroupBy(item => Same(item, field.Property), item => $"({field.Text} eq {literals.Of(item, field.Property, name)})").Select(group => group.Distinct(StringComparer.Ordinal).ToList()).Select(group => group.Count == 1 ? group[0] : OneOf(group))];
    }

    // Texts of 1C are compared without case and without spaces at their ends.
    private static string Same(object? value, EdmProperty property) => property.Kind switch
    {
        EdmKind.Number or EdmKind.Integer when ConnectorValues.TryConvert(value, typeof(decimal), out var number) && number is decimal digits => digits.ToString("G29", CultureInfo.InvariantCulture),
        _ => value is ConnectorRecord typed ? $"{typed["type"]}/{typed["value"]}".ToUpperInvariant() : ConnectorValues.ToText(value).TrimEnd(' ').ToUpperInvariant(),
    };

    private string All(ConnectorRecord record, EdmType type, string prefix, int depth)
    {
        if (depth > MaxDepth) throw ODataErrors.Argument("filter", $"it is more than {MaxDepth} levels deep", $"больше {MaxDepth} уровней вложенности");
        if (record.Count == 0) throw ODataErrors.Argument("filter", "a record in it is empty", "в отборе пустая запись");
        return string.Join(" and ", record.Select(field => Field(field.Key, field.Value, type, prefix, depth)));
    }

    private string Field(string name, object? value, EdmType type, string prefix, int depth)
    {
        if (Connective(name) is not { } connective) return Condition(FieldPath.Find(name, type, model, "filter"), value, prefix, depth);
        if (connective == "not" && value is ConnectorRecord one) return $"(not ({All(one, type, prefix, depth + 1)}))";
        if (connective != "not" && value is IReadOnlyList<object?> { Count: > 0 } parts && parts.All(part => part is ConnectorRecord))
        {
            return $"({string.Join($" {connective} ", parts.Select(part => $"({All((ConnectorRecord)part!, type, prefix, depth + 1)})"))})";
        }

        throw ODataErrors.Argument("filter", connective == "not" ? "'not' takes a record" : $"'{connective}' takes a list of records", connective == "not" ? "«not» принимает запись" : $"«{connective}» принимает список записей");
    }

    private string Condition(FieldPath field, object? value, string prefix, int depth)
    {
        var at = prefix + field.Text;
        if (field.Property.Kind == EdmKind.Rows) return Lambda(field, at, value, depth);
        if (value is ConnectorRecord record && !(field.Property.IsComposite && record.Contains("type")))
        {
            return record.Count > 0
                ? $"({string.Join(" and ", record.Select(pair => FilterOperator.Write(pair.Key, at, pair.Value, field.Property, literals)))})"
                : throw ODataErrors.Argument("filter", $"{field.Text} has an empty record of operators", $"у {field.Text} пустая запись операций");
        }

        return value is IReadOnlyList<object?> && value is not byte[]
            ? FilterOperator.Write("in", at, value, field.Property, literals)
            : FilterOperator.Write("eq", at, value, field.Property, literals);
    }

    private string Lambda(FieldPath field, string at, object? value, int depth)
    {
        var row = model.Type(field.Property.TypeName);
        if (value is not ConnectorRecord { Count: 1 } only || row is null || only.First() is not { Key: "any" or "all", Value: ConnectorRecord inside } quantor)
        {
            throw ODataErrors.Argument("filter", $"{field.Text} is a tabular part; write {{\"any\": {{…}}}} or {{\"all\": {{…}}}}", $"{field.Text} — табличная часть; пишите {{\"any\": {{…}}}} или {{\"all\": {{…}}}}");
        }

        return $"({at}/{quantor.Key}(d: {All(inside, row, "d/", depth + 1)}))";
    }

    private static string OneOf(IReadOnlyList<string> alternatives) => $"({string.Join(" or ", alternatives)})";

    private static string? Connective(string name) => name switch
    {
        "and" or "И" => "and",
        "or" or "ИЛИ" => "or",
        "not" or "НЕ" => "not",
        _ => null,
    };
}
