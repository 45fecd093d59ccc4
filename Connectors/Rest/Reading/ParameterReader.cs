using Cleverence.Connectivity;
using Connectors.Transport.Arguments;

namespace Connectors.Rest;

/// <summary>Makes the parameters of a template: those declared, in their order, then the places nobody declared, as required strings.</summary>
internal sealed class ParameterReader(IList<RestParameterSettings> settings, TemplateProblems problems)
{
    private static readonly (string, ValueKind?) Text = ("string", ValueKind.String);
    private readonly List<RestParameter> found = [];

    public static (string, ValueKind?)[] Kinds { get; } = [.. Enum.GetValues<ValueKind>().Where(kind => kind != ValueKind.Null).Select(kind => (ConnectorValues.NameOf(kind), (ValueKind?)kind))];

    public IReadOnlyList<RestParameter> Read(IEnumerable<PlaceUse> uses)
    {
        for (var at = 0; at < settings.Count; at++) Declare(settings[at], problems.Within($"parameters[{at}]"));
        foreach (var use in uses) Use(use);
        for (var at = 0; at < found.Count; at++) Check(found[at], problems.Within(at < settings.Count ? $"parameters[{at}]" : ""), at < settings.Count ? settings[at] : null);
        return found;
    }

    private void Declare(RestParameterSettings declared, TemplateProblems own)
    {
        var kind = own.Choice("type", declared.Type, [Text, .. Kinds.Where(known => known != Text), ("any", null)]);
        if (string.IsNullOrWhiteSpace(declared.Name)) own.Add("PARAMETER_NAME_MISSING", "name", "The parameter has no name.", "У параметра нет имени.", "Give it the name its places have.", "Назовите его так, как он назван в шаблоне.");
        foreach (var name in declared.Aliases.Prepend(declared.Name).Where(name => found.Exists(other => other.Answers(name))))
        {
            own.Add("PARAMETER_TWICE", "name", $"Another parameter is called '{name}'.", $"Другой параметр тоже называется «{name}».", "Give each its own name; names are compared without case.", "Дайте каждому своё имя; регистр не различается.");
        }

        found.Add(new RestParameter(new ConnectorParameterInfo(declared.Name, kind)
        {
            Aliases = [.. declared.Aliases],
            Optional = declared.Optional || declared.Default is not null,
            Description = declared.Description,
        })
        {
            Join = declared.Join,
            Format = FormatOf(declared, kind, own),
            Default = DefaultOf(declared, kind, own),
        });
    }

    private static ValueFormat? FormatOf(RestParameterSettings declared, ValueKind? kind, TemplateProblems own)
    {
        if (declared.Format.Length == 0) return null;
        var format = ValueFormat.Parse(declared.Format, kind);
        if (format is null)
        {
            own.Add("FORMAT_UNUSABLE", "format", $"A value of the type {declared.Type} cannot be written in this format.", $"Значение вида {declared.Type} нельзя записать в этом формате.",
                "Write yyyyMMdd or the like for dates, 0.00 for numbers, unix for moments, yes|no for booleans.", "Укажите для дат вид вроде yyyyMMdd, для чисел 0.00, для моментов unix, для логических да|нет.");
        }

        return format;
    }

    private static object? DefaultOf(RestParameterSettings declared, ValueKind? kind, TemplateProblems own)
    {
        if (declared.Default is not { } text) return null;
        if (kind is not (ValueKind.List or ValueKind.Record or ValueKind.Table) && ConnectorValues.TryConvert(text, BoundParameter.TypeOf(kind), out var value)) return value;
        own.Add("DEFAULT_UNREADABLE", "default", $"The default is not of the type {declared.Type}.", $"Значение по умолчанию — не вида {declared.Type}.", "Write it as callers would, or leave it out.", "Запишите его так, как передал бы вызывающий, или уберите.");
        return null;
    }

    private void Use(PlaceUse use)
    {
        var at = found.FindIndex(parameter => parameter.Info.Name.Equals(use.Name, StringComparison.OrdinalIgnoreCase));
        if (at >= 0) found[at] = found[at] with { Places = found[at].Places | use.Place };
        else if (found.Find(parameter => parameter.Answers(use.Name)) is { } known)
        {
            problems.Add("PLACE_IS_ALIAS", "parameters", $"The place {{{use.Name}}} is an alias.", $"Место {{{use.Name}}} — это псевдоним.", $"Write {{{known.Info.Name}}} in the places of the template.", $"Пишите в шаблоне {{{known.Info.Name}}}.");
        }
        else
        {
            found.Add(new RestParameter(new ConnectorParameterInfo(use.Name, use.Place == Places.Bytes ? ValueKind.Binary : ValueKind.String)) { Places = use.Place });
        }
    }

    private static void Check(RestParameter parameter, TemplateProblems own, RestParameterSettings? declared)
    {
        if (declared is null || string.IsNullOrWhiteSpace(declared.Name)) return;
        var (name, kind) = (parameter.Info.Name, parameter.Info.Type);
        if (parameter.Places == Places.None) own.Add("PARAMETER_UNUSED", "name", $"No place {{{name}}} uses this parameter.", $"Места {{{name}}} в шаблоне нет.", "Add the place or remove the parameter.", "Добавьте место или уберите параметр.");
        if (parameter.Default is { } text && PlaceRules.For(parameter)?.Invoke(text) is not null) own.Add("DEFAULT_UNUSABLE", "default", "The default cannot stand in a place of this parameter.", "Значение по умолчанию не может стоять в месте этого параметра.", "Write one that the place takes, or leave it out.", "Запишите такое, которое там допустимо, или уберите его.");
        if (parameter.Places.HasFlag(Places.Path) && parameter.Info.Optional && parameter.Default is null) own.Add("PARAMETER_OPTIONAL_IN_PATH", "optional", "A parameter of the path cannot be left out.", "Параметр пути нельзя опустить.", "Make it required or give it a default.", "Сделайте его обязательным или задайте default.");
        if (kind is ValueKind.Record or ValueKind.Table && (parameter.Places & (Places.OneText | Places.Pair | Places.Bytes)) != 0) own.Add("PARAMETER_NOT_TEXT", "type", $"A value of the type {declared.Type} stands where only text can.", $"Значение вида {declared.Type} стоит там, где может быть только текст.", "Use it as a whole value of the body.", "Передавайте его целым значением тела.");
        if (kind == ValueKind.List && declared.Join.Length == 0 && (parameter.Places & (Places.OneText | Places.Bytes)) != 0) own.Add("LIST_NEEDS_JOIN", "join", "A list stands where one text is needed.", "Список стоит там, где нужен один текст.", "Write what stands between the items, such as a comma, into \"join\".", "Укажите в \"join\", что стоит между элементами, например запятую.");
        if (kind is not (ValueKind.List or null) && declared.Join.Length > 0) own.Add("JOIN_UNUSABLE", "join", "Only a list can be joined.", "Соединять можно только список.", "Make the parameter a list or remove \"join\".", "Сделайте параметр списком или уберите \"join\".");
    }
}
