using Cleverence.Connectivity;
using Connectors.Transport;

namespace Connectors.OneC;

/// <summary>Makes declared methods of the settings.</summary>
internal sealed class OneCMethodReader(OneCSettings settings, OneCOptions options, OneCTransportKind transport, SettingsProblems problems)
{
    private readonly HashSet<(string, string)> names = new(OneCNames.Comparer);

    public IReadOnlyList<OneCDeclared> Read() => [.. settings.Methods.Select(Read)];

    private OneCDeclared Read(OneCMethodSettings method, int at)
    {
        var field = $"methods[{at}]";
        var kind = KindOf(method, field);
        var parameters = new OneCParameterReader(method, field, problems).Read();
        CheckNames(method, field);
        var type = TypeOf($"{field}.resultType", method.ResultType);
        var limit = string.IsNullOrWhiteSpace(method.TimeLimit) ? (TimeSpan?)null : problems.Duration($"{field}.timeLimit", method.TimeLimit, options.Http.Timeout);
        if (method.Function) CheckFunction(kind, field);
        return new OneCDeclared(InfoOf(method, field, parameters, type, limit), NameOf(method, kind, field), parameters)
        {
            Limit = limit,
            Transport = kind,
            ResultType = type,
            Through = method.Function ? settings.Function.Name.Trim() : null,
            Long = method.Long,
            ErrorInReturn = method.ErrorInReturn,
        };
    }

    private OneCTransportKind KindOf(OneCMethodSettings method, string field)
    {
        var kind = string.IsNullOrWhiteSpace(method.Transport) ? transport : OneCSettingsReader.TransportOf($"{field}.transport", method.Transport, problems);
        if (kind != OneCTransportKind.OData) return kind;
        problems.Add("METHOD_NOT_OVER_ODATA", $"{field}.transport", $"The method '{method.Method}' calls code of 1C, and OData has no such calls.", $"Метод «{method.Method}» вызывает код 1С, а в OData таких вызовов нет.",
            "Write http or soap as its transport; tables are read by the methods of the class OData.", "Укажите для него http или soap; таблицы читают методы класса OData.");
        return kind;
    }

    private void CheckNames(OneCMethodSettings method, string field)
    {
        if (string.IsNullOrWhiteSpace(method.Method))
        {
            problems.Add("METHOD_NAME_MISSING", $"{field}.method", "The method has no name.", "У метода нет имени.", "Write the name callers use.", "Укажите имя, которым его вызывают.");
            return;
        }

        foreach (var name in method.Aliases.Prepend(method.Method).Where(name => !names.Add((method.Class, name))))
        {
            problems.Add("METHOD_TWICE", $"{field}.method", $"The name '{OneCSettingsReader.Shown(name)}' is taken by another method; letter case does not matter.", $"Имя «{OneCSettingsReader.Shown(name)}» занято другим методом; регистр не важен.",
                "Give one of them another name or class.", "Дайте одному из них другое имя или класс.");
        }
    }

    private string NameOf(OneCMethodSettings method, OneCTransportKind kind, string field)
    {
        var name = method.Name.Trim().Length > 0 ? method.Name.Trim() : method.Method.Trim();
        if (name is "." or "..")
        {
            problems.Add("METHOD_NAME_UNUSABLE", $"{field}.name", $"'{name}' cannot be part of an address.", $"«{name}» не может быть частью адреса.", "Write the name of the function in 1C.", "Укажите имя функции в 1С.");
        }
        else if (kind == OneCTransportKind.Soap && !method.Function && !OneCOperationName.IsOf(settings.Soap, name))
        {
            var known = settings.Soap.Services.Count == 0 ? "—" : string.Join(", ", settings.Soap.Services.Select(service => service.Name));
            problems.Add("SOAP_OPERATION_UNNAMED", $"{field}.name", $"'{OneCSettingsReader.Shown(name)}' names no operation of a web service of soap.services ({known}).", $"«{OneCSettingsReader.Shown(name)}» не называет операцию веб-сервиса из soap.services ({known}).",
                "Write Service.Operation, and list the service in soap.services.", "Укажите Сервис.Операция и перечислите сервис в soap.services.");
        }

        return name;
    }

    private OneCType TypeOf(string field, string text)
    {
        if (text.Trim().Length == 0) return OneCType.Any;
        if (OneCTypes.TryParse(text, out var type)) return type;
        OneCParameterReader.UnknownType(problems, field, text);
        return OneCType.Any;
    }

    private ConnectorMethodInfo InfoOf(OneCMethodSettings method, string field, IReadOnlyList<OneCParameter> parameters, OneCType type, TimeSpan? limit) => new(method.Class.Trim(), method.Method.Trim())
    {
        Aliases = [.. method.Aliases],
        Description = method.Description,
        Parameters = [.. parameters.Select(parameter => parameter.Info)],
        Safety = SafetyOf($"{field}.safety", method.Safety, problems),
        TimeLimit = LimitOf(method, limit),
        ResultKind = OneCTypes.KindOf(type),
        Target = options.Http.BaseAddress.Authority,
    };

    public static MethodSafety SafetyOf(string field, string text, SettingsProblems problems) =>
        problems.Choice(field, text, ("Unsafe", MethodSafety.Unsafe), ("Safe", MethodSafety.Safe), ("Keyed", MethodSafety.Keyed));

    // The server's limit stands behind our own, so that the failure names the operation.
    private TimeSpan LimitOf(OneCMethodSettings method, TimeSpan? limit) =>
        (limit ?? (method.Long ? options.LongLimit + options.Http.Timeout : options.Http.Timeout)) + OneCOptions.Grace;

    // The function is one for all methods, its transport is that of the method that goes through it.
    private void CheckFunction(OneCTransportKind kind, string field)
    {
        if (settings.Function.Name.Trim().Length == 0) return;
        if (kind == OneCTransportKind.Soap && !OneCOperationName.IsOf(settings.Soap, settings.Function.Name)) OneCFunctionProblems.NoService(problems, settings.Function.Name);
        if (kind == OneCTransportKind.Http && OneCOperationName.IsOf(settings.Soap, settings.Function.Name)) OneCFunctionProblems.NotOverHttp(problems, $"{field}.transport", settings.Function.Name);
    }
}
