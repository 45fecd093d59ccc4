using Cleverence.Connectivity;

namespace Connectors.Soap;

/// <summary>Compares the settings with the WSDL.</summary>
internal static class SoapProblems
{
    public static IEnumerable<ConnectorProblem> Of(SoapMethods methods, SoapRules rules)
    {
        var ports = methods.Document.Ports;
        var services = string.Join(", ", ports.Select(port => port.Service).Distinct());
        if (rules.Service.Length > 0 && !ports.Any(port => Same(port.Service, rules.Service)))
        {
            yield return Make("SERVICE_UNKNOWN", "service", $"The WSDL has no service '{rules.Service}'.", $"В WSDL нет сервиса «{rules.Service}».", $"Write one of: {services}.", $"Укажите одно из: {services}.");
        }
        else if (rules.Port.Length > 0 && methods.Ports.Count == 0)
        {
            var names = string.Join(", ", ports.Select(port => port.Name).Distinct());
            yield return Make("PORT_UNKNOWN", "port", $"The WSDL has no port '{rules.Port}'.", $"В WSDL нет порта «{rules.Port}».", $"Write one of: {names}.", $"Укажите одно из: {names}.");
        }
        else
        {
            foreach (var problem in OfPorts(methods, rules)) yield return problem;
        }
    }

    private static IEnumerable<ConnectorProblem> OfPorts(SoapMethods methods, SoapRules rules)
    {
        if (rules.Version is { } version && methods.Ports.All(port => port.Version != version))
        {
            yield return Make("VERSION_UNKNOWN", "version", "The WSDL has no port of this version of SOAP.", "В WSDL нет порта этой версии SOAP.", "Write auto, or the other version.", "Укажите auto или другую версию.");
        }

        foreach (var rule in rules.Operations.Where(rule => rule.Operation.Length > 0 && methods.Find(rule.Class, rule.Operation) is null && !(rule.Class.Length == 0 && methods.IsAmbiguous(rule.Operation))))
        {
            var known = string.Join(", ", methods.Ports.SelectMany(port => port.Operations).Select(operation => operation.Name).Distinct().Take(12));
            yield return Make("OPERATION_UNKNOWN", $"operations[{rule.Index}].operation", $"The WSDL has no operation '{Name(rule)}'.", $"В WSDL нет операции «{Name(rule)}».", $"Write one of: {known}.", $"Укажите одно из: {known}.");
        }

        if (!rules.UseAddressOfWsdl) yield break;
        foreach (var port in methods.Ports.Where(port => port.Address is { } address && !Allows(rules, address)).DistinctBy(port => port.Address!.Authority))
        {
            yield return Make("WSDL_HOST_NOT_ALLOWED", "useAddressOfWsdl", $"The port {port.Name} is at {port.Address!.Authority}, which is not in allowedHosts.", $"Порт {port.Name} находится на {port.Address.Authority}, которого нет в allowedHosts.", "Add the host to allowedHosts, or set useAddressOfWsdl to false.", "Добавьте хост в allowedHosts или установите useAddressOfWsdl в false.");
        }
    }

    private static bool Allows(SoapRules rules, Uri address) =>
        Same(address.Authority, rules.Transport.BaseAddress.Authority) || rules.Transport.AllowedHosts.Any(host => Same(host, address.IdnHost) || Same(host, $"{address.IdnHost}:{address.Port}"));

    private static string Name(SoapOperationRule rule) => rule.Class.Length == 0 ? rule.Operation : $"{rule.Class}.{rule.Operation}";

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static ConnectorProblem Make(string code, string field, string message, string messageRu, string next, string nextRu) =>
        new(code, field, message, next) { MessageRu = messageRu, NextStepRu = nextRu };
}
