using Cleverence.Connectivity;
using Connectors.Transport;

namespace Connectors.OneC;

/// <summary>Names that two parts of the settings give: the later method would be listed and never called.</summary>
internal static class OneCNameProblems
{
    public static void Taken(SettingsProblems problems, OneCPlan plan, ConnectorMethodInfo first, ConnectorMethodInfo second, string name)
    {
        var (one, other) = (FieldOf(plan, first), FieldOf(plan, second));
        var full = OneCSettingsReader.Shown(second.ClassName.Length == 0 ? name : $"{second.ClassName}.{name}");
        problems.Add("METHOD_TWICE", other, $"The name '{full}' is given already by {one}; letter case does not matter.", $"Имя «{full}» уже задано в {one}; регистр не важен.",
            "Give one of them another name or class.", "Дайте одному из них другое имя или класс.");
    }

    /// <summary>A web service whose class is one of the connector's own: some of its operations would be called, others never.</summary>
    public static void CheckClasses(OneCSettings settings, SettingsProblems problems)
    {
        for (var at = 0; at < settings.Soap.Services.Count; at++)
        {
            var service = settings.Soap.Services[at];
            var called = service.Class.Trim().Length > 0 ? service.Class.Trim() : service.Name.Trim();
            var taken = (settings.OData.Enabled && called.Equals(OData.ODataMethods.ClassName, StringComparison.OrdinalIgnoreCase))
                || (settings.Exchange.Enabled && called.Equals(OneCExchangeMethods.Class, StringComparison.OrdinalIgnoreCase));
            if (!taken) continue;
            problems.Add("SOAP_CLASS_TAKEN", $"soap.services[{at}].class", $"The class '{called}' is the connector's own.", $"Класс «{called}» занят самим коннектором.", "Write another class for this web service.", "Укажите для этого веб-сервиса другой class.");
        }
    }

    private static string FieldOf(OneCPlan plan, ConnectorMethodInfo info)
    {
        for (var at = 0; at < plan.Declared.Count; at++)
        {
            if (ReferenceEquals(plan.Declared[at].Info, info)) return $"methods[{at}].method";
        }

        return plan.OData.Methods.FirstOrDefault(method => ReferenceEquals(method.Info, info)) is { } named ? $"{named.Field}.method"
            : info.ClassName.Equals(OneCExchangeMethods.Class, StringComparison.OrdinalIgnoreCase) ? "exchange.enabled"
            : info.ClassName.Equals(OData.ODataMethods.ClassName, StringComparison.OrdinalIgnoreCase) ? "odata.enabled"
            : plan.Services.Any(service => service.Class == info.ClassName) ? "soap.services" : "function.enabled";
    }
}
