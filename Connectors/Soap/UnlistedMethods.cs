using Cleverence.Connectivity;

namespace Connectors.Soap;

/// <summary>What is known of the methods before the WSDL has come from its address: the names of the settings with their safety and limits, and any other.</summary>
/// <param name="rules">The settings.</param>
/// <param name="target">The outside address of calls, or null when the WSDL will tell it.</param>
internal sealed class UnlistedMethods(SoapRules rules, string? target)
{
    public List<ConnectorMethodInfo> List() =>
    [
        .. rules.Operations.Where(rule => rule.Class.Length > 0).Select(rule => Of(rule.Class, rule)),
        .. rules.Operations.GroupBy(rule => rule.Operation, StringComparer.OrdinalIgnoreCase).SelectMany(rule => OfAnyClass([.. rule])),
        new ConnectorMethodInfo(ConnectorMethodInfo.AnyName, ConnectorMethodInfo.AnyName),
    ];

    // A caller may name a class the settings do not; which of the rules holds then, only the WSDL can tell. A limit is lent to all,
    // but that a call may be repeated is said only where every rule of that name says so.
    private IEnumerable<ConnectorMethodInfo> OfAnyClass(List<SoapOperationRule> sameName)
    {
        var general = sameName.Find(rule => rule.Class.Length == 0);
        var certain = general is not null && sameName.TrueForAll(rule => rule.Safety == general.Safety) && !IsOfAnother(general.Operation, general.Operation);
        var rule = (general ?? sameName[0]) with
        {
            Safety = certain ? general!.Safety : MethodSafety.Unsafe,
            TimeLimit = sameName.Max(one => one.TimeLimit),
            Aliases = [.. sameName.SelectMany(one => one.Aliases).Distinct(StringComparer.OrdinalIgnoreCase).Where(alias => !IsOfAnother(alias, sameName[0].Operation))],
        };
        if (general is not null) yield return Of("", rule with { Aliases = general.Aliases });
        yield return Of(ConnectorMethodInfo.AnyName, rule);
    }

    private bool IsOfAnother(string name, string operation) =>
        rules.Operations.Any(other => !Same(other.Operation, operation) && (Same(other.Operation, name) || other.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase)));

    private ConnectorMethodInfo Of(string className, SoapOperationRule rule) => new(className, rule.Operation)
    {
        Aliases = rule.Aliases,
        Safety = rule.Safety,
        TimeLimit = rule.TimeLimit,
        Description = rule.Description,
        Parameters = [new ConnectorParameterInfo(ConnectorMethodInfo.AnyName, null) { Optional = true }],
        Target = target,
    };

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
