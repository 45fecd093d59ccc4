using Cleverence.Connectivity;
using Connectors.Transport;

namespace Connectors.OneC;

/// <summary>Makes the parameters of a declared method.</summary>
internal sealed class OneCParameterReader(OneCMethodSettings method, string methodField, SettingsProblems problems)
{
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> formals = new(StringComparer.OrdinalIgnoreCase);

    public static void UnknownType(SettingsProblems problems, string field, string text) =>
        problems.Add("TYPE_UNKNOWN", field, $"'{OneCSettingsReader.Shown(text)}' is not a type.", $"«{OneCSettingsReader.Shown(text)}» — не тип.",
            $"Write one of {OneCTypes.Known}, or the name of a 1C type.", $"Укажите одно из {OneCTypes.Known} или имя типа 1С.");

    public IReadOnlyList<OneCParameter> Read()
    {
        foreach (var explicitName in method.Parameters.Select(parameter => parameter.OneC.Trim()).Where(name => name.Length > 0)) formals.Add(explicitName);
        var read = method.Parameters.Select(Read).ToList();
        if (method.Function && read.Count > OneCFunctionNames.MaxParameters)
        {
            problems.Add("FUNCTION_PARAMETERS_TOO_MANY", $"{methodField}.parameters", $"The method has {read.Count} parameters; a function called by its name takes {OneCFunctionNames.MaxParameters}.", $"У метода {read.Count} параметров, а функция, вызываемая по имени, принимает {OneCFunctionNames.MaxParameters}.",
                "Send several values as one record, or call the function directly.", "Передавайте несколько значений одной структурой или вызывайте функцию напрямую.");
        }

        if (method.Function && names.Add(OneCFunctionNames.ResultType)) read.Add(OneCFunctionNames.Hint);
        return read;
    }

    private OneCParameter Read(OneCParameterSettings parameter, int at)
    {
        var field = $"{methodField}.parameters[{at}]";
        var name = parameter.Name.Trim();
        if (name.Length == 0) problems.Add("PARAMETER_NAME_MISSING", $"{field}.name", "The parameter has no name.", "У параметра нет имени.", "Write the name callers use.", "Укажите имя, которым его передают.");
        foreach (var taken in parameter.Aliases.Prepend(name).Where(one => one.Length > 0 && !names.Add(one)))
        {
            problems.Add("PARAMETER_TWICE", $"{field}.name", $"The name '{OneCSettingsReader.Shown(taken)}' is taken by another parameter of this method.", $"Имя «{OneCSettingsReader.Shown(taken)}» занято другим параметром этого метода.",
                "Give one of them another name.", "Дайте одному из них другое имя.");
        }

        if (!OneCTypes.TryParse(parameter.Type, out var type)) UnknownType(problems, $"{field}.type", parameter.Type);
        var info = new ConnectorParameterInfo(name, OneCTypes.KindOf(type)) { Aliases = [.. parameter.Aliases], Optional = parameter.Optional, Description = parameter.Description };
        return new OneCParameter(info, method.Function ? FormalOf(parameter, field) : parameter.OneC.Trim().Length > 0 ? parameter.OneC.Trim() : name, type);
    }

    private string FormalOf(OneCParameterSettings parameter, string field)
    {
        var told = parameter.OneC.Trim();
        if (told.Length == 0)
        {
            var free = OneCFunctionNames.Parameters.FirstOrDefault(formal => !formals.Contains(formal)) ?? "";
            formals.Add(free);
            return free;
        }

        if (OneCFunctionNames.Formal(told) is not { } formal)
        {
            problems.Add("FUNCTION_PARAMETER_UNKNOWN", $"{field}.oneC", $"'{OneCSettingsReader.Shown(told)}' is not a formal parameter of a function called by its name; 1C would drop it without a word.", $"«{OneCSettingsReader.Shown(told)}» — не формальный параметр функции, вызываемой по имени; 1С отбросит его молча.",
                $"Write {OneCFunctionNames.Parameter(1)} to {OneCFunctionNames.Parameter(OneCFunctionNames.MaxParameters)}, or leave it out.", $"Укажите {OneCFunctionNames.Parameter(1)} … {OneCFunctionNames.Parameter(OneCFunctionNames.MaxParameters)} или уберите поле.");
            return told;
        }

        if (method.Parameters.Count(other => formal.Equals(other.OneC.Trim(), StringComparison.OrdinalIgnoreCase)) > 1)
        {
            problems.Add("FUNCTION_PARAMETER_TWICE", $"{field}.oneC", $"Several parameters are bound to '{formal}'.", $"К «{formal}» привязано несколько параметров.", "Bind each to a formal parameter of its own.", "Привяжите каждый к своему формальному параметру.");
        }

        return formal;
    }
}
