using Cleverence.Connectivity;
using Microsoft.Extensions.Configuration;

namespace Connectors.Hosting;

/// <summary>Makes the settings object of a connector, or tells everything that is wrong with its settings.</summary>
internal static class SettingsBinding
{
    public static object? Bind(string id, Type connector, Type? settings, IConfigurationSection section)
    {
        if (settings is null)
        {
            RefuseUnwanted(id, connector, section);
            return null;
        }

        var names = new SettingsNames();
        names.Check(settings, section);

        // A wrong name or value is reported together with the rules broken by what is left.
        var bound = names.Problems.Any(problem => problem.Code != SettingsNames.UnknownCode) ? null : Bound(settings, section);
        var rules = new SettingsRules();
        if (bound is not null) rules.Check(bound);
        var problems = names.Problems.Concat(rules.Problems).ToList();
        return problems.Count == 0 ? bound : throw Refused(id, problems);
    }

    private static object Bound(Type settings, IConfigurationSection section) =>
        section.Get(settings) ?? Activator.CreateInstance(settings) ?? throw new InvalidOperationException($"{settings.Name} cannot be created.");

    private static void RefuseUnwanted(string id, Type connector, IConfigurationSection section)
    {
        if (PluginConstruction.TakesSection(connector)) return;
        var unwanted = section.GetChildren().Select(child => new SettingsProblem(SettingsNames.UnknownCode, child.Key, "this setting is not known; this connector takes no settings", "такой настройки нет: у этого коннектора нет настроек")).ToList();
        if (unwanted.Count > 0) throw Refused(id, unwanted);
    }

    private static ConnectorException Refused(string id, List<SettingsProblem> problems)
    {
        var all = string.Join("; ", problems);
        return new(new ConnectorError(ConnectorErrorCode.Unavailable, $"The settings of connector '{id}' are wrong: {all}.")
        {
            MessageRu = $"Неверные настройки коннектора «{id}»: {string.Join("; ", problems.Select(problem => $"{problem.Path}: {problem.WrongRu}"))}.",
            Detail = $"The settings of connector '{id}' are wrong: {all}.",
            Offenders = [.. problems.Select(problem => problem.ToString())],
            Problems = [.. problems.Select(problem => problem.ForCheck())],
        });
    }
}
