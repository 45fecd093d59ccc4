using Connectors.Transport;

namespace Connectors.OneC;

/// <summary>What may be wrong with the function that is called with the name of another one.</summary>
internal static class OneCFunctionProblems
{
    public static void NoService(SettingsProblems problems, string name)
    {
        var shown = OneCSettingsReader.Shown(name);
        if (problems.All.Any(problem => problem.Code == "FUNCTION_SERVICE_UNNAMED")) return;
        problems.Add("FUNCTION_SERVICE_UNNAMED", "function.name", $"'{shown}' names no operation of a web service of soap.services.", $"«{shown}» не называет операцию веб-сервиса из soap.services.",
            "Write Service.Operation, such as TerminalGate.ВызовПроизвольнойФункции.", "Укажите Сервис.Операция, например TerminalGate.ВызовПроизвольнойФункции.");
    }

    public static void NotOverHttp(SettingsProblems problems, string field, string name)
    {
        var shown = OneCSettingsReader.Shown(name);
        problems.Add("FUNCTION_NOT_OVER_HTTP", field, $"'{shown}' is an operation of a web service, and the method goes over http.", $"«{shown}» — операция веб-сервиса, а метод идёт по http.",
            "Write soap as its transport, or the bare name of a function of the HTTP service into function.name.", "Укажите для него soap или впишите в function.name имя функции HTTP-сервиса без точки.");
    }
}
