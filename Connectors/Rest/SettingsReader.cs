using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>Checks the settings as a whole and makes options and templates of them; all problems are reported together.</summary>
internal static class SettingsReader
{
    public static (TransportOptions Options, IReadOnlyList<RestTemplate> Templates) Read(RestSettings settings)
    {
        var shared = new SettingsProblems();
        var options = HttpSettingsReader.Read(settings, shared);
        var problems = shared.All.Select(problem => $"{problem.Field}: {problem.Message} {problem.NextStep}").ToList();
        var names = new HashSet<(string, string)>(CallNames.Comparer);
        var templates = settings.Templates.Select((template, at) => new TemplateReader(template, at, options.BaseAddress.Authority, problems).Read(names)).ToList();
        if (templates.Count == 0) problems.Add("templates is empty: add at least one, with \"method\" and \"path\"");
        return problems.Count == 0
            ? (options, templates)
            : throw new InvalidOperationException($"The settings of the REST connector cannot be used ({problems.Count}):\n- {string.Join("\n- ", problems)}");
    }

    public static bool TryParseLimit(string text, out TimeSpan limit) => SettingsProblems.TryParseDuration(text, out limit);
}
