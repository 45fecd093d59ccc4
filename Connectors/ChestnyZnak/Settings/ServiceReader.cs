using Connectors.Transport;

namespace Connectors.ChestnyZnak;

/// <summary>Reads where the services are and what all of them share: proxy, certificates, limits.</summary>
internal static class ServiceReader
{
    public static IReadOnlyDictionary<(ZnakContour Contour, string Service), TransportOptions> Read(ZnakSettings settings, IReadOnlyList<ZnakOrganisation> organisations, SettingsProblems problems)
    {
        var shared = Shared(settings, problems);
        var services = new Dictionary<(ZnakContour, string), TransportOptions>();
        foreach (var contour in organisations.Select(organisation => organisation.Contour).Distinct())
        {
            var field = contour == ZnakContour.Production ? "production" : "sandbox";
            var addresses = contour == ZnakContour.Production ? settings.Production : settings.Sandbox;
            Add(ZnakService.TrueApi, $"{field}.trueApi", addresses.TrueApi);
            Add(ZnakService.Suz, $"{field}.suz", addresses.Suz);
            Add(ZnakService.Cdn, $"{field}.cdn", addresses.Cdn);
            void Add(string service, string place, string text)
            {
                if (problems.Address(place, text) is { } address) services[(contour, service)] = shared with { BaseAddress = address };
            }
        }

        return services;
    }

    private static TransportOptions Shared(ZnakSettings settings, SettingsProblems problems)
    {
        var http = new HttpSettings { BaseAddress = "https://each-service-has-its.own", ConnectTimeout = settings.Limits.Connect, MaxResponseBytes = settings.MaxResponseBytes, Tls = settings.Tls, Proxy = settings.Proxy };
        foreach (var host in settings.AllowedHosts) http.AllowedHosts.Add(host);
        var own = new SettingsProblems();
        var options = HttpSettingsReader.Read(http, own);
        foreach (var problem in own.All) problems.Add(problem with { Field = problem.Field == "connectTimeout" ? "limits.connect" : problem.Field });

        // Repeats are ours: what may be repeated depends on the call's class, not on its verb.
        return options with { Retry = RetryOptions.None, Redirects = RedirectPolicy.None, Secrets = [.. settings.Organisations.Select(organisation => organisation.PermissiveKey).Where(key => key.Length > 0)] };
    }
}
