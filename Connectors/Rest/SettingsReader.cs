using System.Globalization;
using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>Checks the settings as a whole and makes options and templates of them; all problems are reported together.</summary>
internal static class SettingsReader
{
    public static (TransportOptions Options, IReadOnlyList<RestTemplate> Templates) Read(RestSettings settings)
    {
        var problems = new List<string>();
        var options = ReadOptions(settings, problems);
        var names = new HashSet<(string, string)>(CallNames.Comparer);
        var templates = settings.Templates.Select((template, at) => new TemplateReader(template, at, options.BaseAddress.Authority, problems).Read(names)).ToList();
        if (templates.Count == 0) problems.Add("templates is empty: add at least one, with \"method\" and \"path\"");
        return problems.Count == 0
            ? (options, templates)
            : throw new InvalidOperationException($"The settings of the REST connector cannot be used ({problems.Count}):\n- {string.Join("\n- ", problems)}");
    }

    public static bool TryParseLimit(string text, out TimeSpan limit) =>
        TimeSpan.TryParseExact(text, [@"h\:mm\:ss", @"hh\:mm\:ss"], CultureInfo.InvariantCulture, out limit) && limit > TimeSpan.Zero;

    private static TransportOptions ReadOptions(RestSettings settings, List<string> problems)
    {
        var fits = Uri.TryCreate(settings.BaseAddress, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0;
        if (!fits) problems.Add($"baseAddress '{settings.BaseAddress}': write http:// or https://, a host and perhaps a path, without user, query and fragment");
        if (settings.MaxResponseBytes is < 1024 or > int.MaxValue) problems.Add($"maxResponseBytes {settings.MaxResponseBytes}: write 1024 to {int.MaxValue}");
        problems.AddRange(settings.Headers.Where(header => !HeaderRules.IsUsable(header.Key, header.Value))
            .Select(header => $"headers '{header.Key}': a header has a name of letters, digits and hyphens, and a value of plain ASCII"));
        return new TransportOptions(fits ? address! : new Uri("http://unknown"))
        {
            Timeout = Limit("timeout", settings.Timeout, problems),
            ConnectTimeout = Limit("connectTimeout", settings.ConnectTimeout, problems),
            MaxResponseBytes = Math.Clamp(settings.MaxResponseBytes, 1024, int.MaxValue),
            AllowedHosts = [.. settings.AllowedHosts],
            Headers = new Dictionary<string, string>(settings.Headers, StringComparer.OrdinalIgnoreCase),
        };
    }

    private static TimeSpan Limit(string field, string text, List<string> problems)
    {
        if (TryParseLimit(text, out var limit)) return limit;
        problems.Add($"{field} '{text}': write a duration above zero as hh:mm:ss, such as 00:00:25; a bare number is refused");
        return TimeSpan.FromSeconds(1);
    }
}
