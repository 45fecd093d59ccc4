using Cleverence.Connectivity;
using Connectors.Transport;

namespace Connectors.OneC.OData;

/// <summary>Makes named methods of the settings.</summary>
internal sealed class NamedMethodReader(ODataMethodSettings settings, string field, OneCOptions options, SettingsProblems problems)
{
    private readonly HashSet<string> used = new(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyList<OneCParameter> parameters = [];

    public NamedMethod Read()
    {
        var operation = problems.Choice($"{field}.operation", settings.Operation, [.. Enum.GetValues<ODataOperation>().Select(one => (char.ToLowerInvariant(one.ToString()[0]) + one.ToString()[1..], one))]);
        parameters = ReadParameters();
        CheckNeeds(operation);
        var method = new NamedMethod(InfoOf(operation), operation, settings.Entity.Trim())
        {
            Field = field,
            Settings = settings,
            Parameters = parameters,
            Arguments = ArgumentsOf(),
            Key = Text("key", settings.Key),
            Keys = Texts("keys", settings.Keys),
            Where = Texts("where", settings.Where),
            Filter = FilterOf(),
            Top = Text("top", settings.Top),
            Skip = Text("skip", settings.Skip),
            Fields = Texts("fields", settings.Fields),
            DataVersion = Text("dataVersion", settings.DataVersion),
        };
        foreach (var idle in parameters.Where(parameter => !used.Contains(parameter.Info.Name)))
        {
            problems.Add("PARAMETER_UNUSED", $"{field}.parameters", $"No text uses the parameter '{idle.Info.Name}'.", $"Параметр «{idle.Info.Name}» нигде не используется.", $"Write {{{idle.Info.Name}}} where its value belongs, or remove it.", $"Впишите {{{idle.Info.Name}}} туда, где нужно значение, или уберите параметр.");
        }

        return method;
    }

    private IReadOnlyList<OneCParameter> ReadParameters()
    {
        var like = new OneCMethodSettings();
        foreach (var parameter in settings.Parameters) like.Parameters.Add(parameter);
        return new OneCParameterReader(like, field, problems).Read();
    }

    private void CheckNeeds(ODataOperation operation)
    {
        Needs("METHOD_NAME_MISSING", "method", settings.Method.Trim().Length > 0);
        Needs("ENTITY_MISSING", "entity", settings.Entity.Trim().Length > 0);
        var byKey = operation is not (ODataOperation.Read or ODataOperation.First or ODataOperation.Count or ODataOperation.Create);
        if (byKey) Needs("KEY_MISSING", "key", settings.Key.Length > 0 || settings.Keys.Count > 0);
        if (operation is ODataOperation.Create or ODataOperation.Patch or ODataOperation.Replace) Needs("FIELDS_MISSING", "fields", settings.Fields.Count > 0);
        if (operation == ODataOperation.File) Needs("FILE_FIELD_MISSING", "field", settings.Field.Length > 0);
    }

    private void Needs(string code, string name, bool given)
    {
        if (given) return;
        problems.Add(code, $"{field}.{name}", $"'{name}' is missing, and the operation '{settings.Operation}' needs it.", $"Нет «{name}», а операции «{settings.Operation}» оно нужно.", $"Write '{name}' of this method.", $"Заполните «{name}» этого метода.");
    }

    /// <summary>Whether an argument of a virtual table is an expression with places in it.</summary>
    public static bool IsExpression(string argument, PlaceText text) => argument.EndsWith("Condition", StringComparison.OrdinalIgnoreCase) && text.Whole is null;

    private Dictionary<string, PlaceText> ArgumentsOf()
    {
        var arguments = Texts("arguments", settings.Arguments);
        foreach (var (name, text) in arguments.Where(pair => IsExpression(pair.Key, pair.Value))) CheckPlaces($"arguments.{name}", text, mayBeLeftOut: true);
        return arguments;
    }

    private PlaceText? FilterOf()
    {
        var filter = Text("filter", settings.Filter);
        if (filter is not null) CheckPlaces("filter", filter, mayBeLeftOut: false);
        return filter;
    }

    private void CheckPlaces(string name, PlaceText text, bool mayBeLeftOut)
    {
        if (text.HasQuotedPlace)
        {
            problems.Add("FILTER_PLACE_QUOTED", $"{field}.{name}", "A place stands between quotes, but its value becomes a whole literal with quotes of its own.", "Место параметра стоит в кавычках, а его значение само становится литералом в кавычках.", "Write it without quotes: Code eq {code}.", "Уберите кавычки: Code eq {code}.");
        }

        foreach (var parameter in parameters.Where(parameter => text.Places.Contains(parameter.Info.Name, StringComparer.OrdinalIgnoreCase)))
        {
            if ((mayBeLeftOut || !parameter.Info.Optional) && ODataRunner.KindOf(parameter.Type) is not null) continue;
            problems.Add("FILTER_PLACE_UNUSABLE", $"{field}.{name}", $"'{parameter.Info.Name}' is optional or of a type that has no literal.", $"Параметр «{parameter.Info.Name}» необязателен или его тип не записать литералом.", "Put the condition into 'where': there a value that is not given is left out and a list means one of its values.", "Перенесите условие в where: там непереданное значение опускается, а список означает «одно из».");
        }
    }

    private Dictionary<string, PlaceText> Texts(string name, IDictionary<string, string> texts) =>
        texts.ToDictionary(pair => pair.Key, pair => Text($"{name}.{pair.Key}", pair.Value ?? "") ?? PlaceText.Parse("")!, StringComparer.OrdinalIgnoreCase);

    private PlaceText? Text(string name, string text)
    {
        if (text.Length == 0) return null;
        if (PlaceText.Parse(text) is not { } parsed)
        {
            problems.Add("BRACES_UNMATCHED", $"{field}.{name}", "A brace in the text has no partner.", "У фигурной скобки в тексте нет пары.", "Write {name}, or the brace twice if it is meant.", "Пишите {имя}, а саму скобку — дважды.");
            return null;
        }

        foreach (var place in parsed.Places)
        {
            used.Add(place);
            if (parameters.Any(parameter => parameter.Info.Name.Equals(place, StringComparison.OrdinalIgnoreCase))) continue;
            problems.Add("PLACE_UNKNOWN", $"{field}.{name}", $"No parameter is called '{OneCSettingsReader.Shown(place)}'.", $"Нет параметра «{OneCSettingsReader.Shown(place)}».", "List it in 'parameters' with its type.", "Добавьте его в parameters с типом.");
        }

        return parsed;
    }

    private ConnectorMethodInfo InfoOf(ODataOperation operation) => new(settings.Class.Trim(), settings.Method.Trim())
    {
        Aliases = [.. settings.Aliases],
        Description = settings.Description,
        Parameters = [.. parameters.Select(parameter => parameter.Info)],
        Safety = SafetyOf(operation),
        TimeLimit = string.IsNullOrWhiteSpace(settings.TimeLimit) ? null : problems.Duration($"{field}.timeLimit", settings.TimeLimit, options.Http.Timeout),
        ResultKind = operation switch
        {
            ODataOperation.Read => ValueKind.Table,
            ODataOperation.First or ODataOperation.Get or ODataOperation.Create => ValueKind.Record,
            ODataOperation.Count => ValueKind.Integer,
            ODataOperation.File => ValueKind.Binary,
            _ => null,
        },
        Target = options.Http.BaseAddress.Authority,
    };

    // A change that leaves the same state however often it is made may be declared so; a new object or a posting may not.
    private MethodSafety SafetyOf(ODataOperation operation)
    {
        var reads = operation <= ODataOperation.File;
        var repeatable = operation is ODataOperation.Patch or ODataOperation.Replace or ODataOperation.MarkDeleted or ODataOperation.Delete;
        if (string.IsNullOrWhiteSpace(settings.Safety)) return reads ? MethodSafety.Safe : MethodSafety.Unsafe;
        var told = OneCMethodReader.SafetyOf($"{field}.safety", settings.Safety, problems);
        if (told == MethodSafety.Keyed && repeatable && settings.DataVersion.Length > 0) return WithoutVersion();
        if (told == MethodSafety.Unsafe || (told == MethodSafety.Safe && reads) || (told == MethodSafety.Keyed && (reads || repeatable))) return told;
        problems.Add("SAFETY_WRONG", $"{field}.safety", $"The operation '{settings.Operation}' is not {told}: repeated, it would act twice.", $"Операция «{settings.Operation}» не {told}: при повторе она сработает дважды.", repeatable ? "Write Keyed or Unsafe." : "Write Unsafe or leave it out.", repeatable ? "Укажите Keyed или Unsafe." : "Укажите Unsafe или уберите поле.");
        return MethodSafety.Unsafe;
    }

    // The first attempt may have been carried out and its answer lost: the repeat then meets the version it has made itself.
    private MethodSafety WithoutVersion()
    {
        problems.Add("SAFETY_WRONG", $"{field}.safety", "Keyed does not go with dataVersion: a repeat would meet its own change and be told of a conflict.", "Keyed несовместимо с dataVersion: повтор встретит собственное изменение и получит конфликт.", "Write Unsafe, or leave dataVersion out.", "Укажите Unsafe или уберите dataVersion.");
        return MethodSafety.Unsafe;
    }
}
