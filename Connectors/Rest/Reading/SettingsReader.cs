using Cleverence.Connectivity;
using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>Checks the settings as a whole and makes options and templates of them; all problems are reported together.</summary>
internal static class SettingsReader
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="ConnectorSettingsException">They cannot be used; every problem is told.</exception>
    public static (TransportOptions Options, IReadOnlyList<RestTemplate> Templates, RestTemplate? Check) Read(RestSettings settings)
    {
        var problems = new SettingsProblems();
        var options = HttpSettingsReader.Read(settings, problems);
        var names = new HashSet<(string, string)>(CallNames.Comparer);
        var templates = settings.Templates.Select((template, at) => new TemplateReader(template, new TemplateProblems(problems, $"templates[{at}]"), options.BaseAddress.Authority).Read(names)).ToList();
        if (templates.Count == 0)
        {
            problems.Add("TEMPLATES_MISSING", "templates", "There are no request templates.", "Нет ни одного шаблона запроса.", "Add at least one with \"method\" and \"path\".", "Добавьте хотя бы один с \"method\" и \"path\".");
        }

        if (!HeaderText.IsName(settings.KeyHeader) || HeaderText.IsReserved(settings.KeyHeader))
        {
            problems.Add("HEADER_UNUSABLE", "keyHeader", "This cannot be the header of a request id.", "Это не может быть заголовком номера запроса.", "Write a header's name, such as X-Request-Id or Idempotency-Key.", "Укажите имя заголовка, например X-Request-Id или Idempotency-Key.");
        }

        var check = CheckOf(settings.Check, templates, problems);
        problems.ThrowIfAny();
        return (options with { Secrets = [.. options.Secrets, .. SecretsOf(settings)] }, templates, check);
    }

    // The transport knows the secrets of its own settings; those in the headers of templates it learns here.
    private static IEnumerable<string> SecretsOf(RestSettings settings) =>
        settings.Templates.SelectMany(template => template.Headers).Where(header => HeaderText.IsCredential(header.Key) && !string.IsNullOrEmpty(header.Value)).Select(header => header.Value);

    private static RestTemplate? CheckOf(string name, List<RestTemplate> templates, SettingsProblems problems)
    {
        if (name.Length == 0) return null;
        var found = templates.Find(template => template.Info.Aliases.Prepend(template.Info.MethodName)
            .Any(method => name.Equals(template.Info.ClassName.Length == 0 ? method : $"{template.Info.ClassName}.{method}", StringComparison.OrdinalIgnoreCase)));
        if (found is null)
        {
            var known = string.Join(", ", templates.Select(template => template.Info.FullName));
            problems.Add("CHECK_UNKNOWN", "check", "No template has this name.", "Шаблона с таким именем нет.", $"Write one of: {known}.", $"Укажите одно из: {known}.");
        }
        else if (!found.ReadsOnly)
        {
            problems.Add("CHECK_NOT_SAFE", "check", "This method may change something.", "Этот метод может что-то изменить.", "Name a method that only reads (GET, or safety Safe).", "Укажите метод, который только читает (GET или safety Safe).");
        }
        else if (found.Parameters.Any(parameter => !parameter.Info.Optional))
        {
            problems.Add("CHECK_NEEDS_ARGUMENTS", "check", "This method needs arguments.", "Этому методу нужны аргументы.", "Name a method without required parameters, or give them defaults.", "Укажите метод без обязательных параметров или задайте им default.");
        }

        return found;
    }
}
