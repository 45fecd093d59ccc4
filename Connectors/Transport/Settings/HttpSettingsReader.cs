namespace Connectors.Transport;

/// <summary>Makes options of the settings that connectors over HTTP share.</summary>
public static class HttpSettingsReader
{
    /// <summary>Checks the settings and makes options of them.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="problems">Takes everything wrong; the options are of no use when it has any.</param>
    /// <returns>The options.</returns>
    public static TransportOptions Read(HttpSettings settings, SettingsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(problems);
        var address = problems.Address("baseAddress", settings.BaseAddress);
        var hosts = HostsReader.Read(problems, "allowedHosts", settings.AllowedHosts);
        var options = new TransportOptions(address ?? new Uri("http://unknown.invalid"))
        {
            Timeout = problems.Duration("timeout", settings.Timeout, TimeSpan.FromSeconds(25)),
            ConnectTimeout = problems.Duration("connectTimeout", settings.ConnectTimeout, TimeSpan.FromSeconds(5)),
            IdleTimeout = problems.Duration("idleTimeout", settings.IdleTimeout, TimeSpan.FromSeconds(15)),
            MaxResponseBytes = problems.Number("maxResponseBytes", settings.MaxResponseBytes, 1024, int.MaxValue),
            MaxStreamBytes = problems.Number("maxStreamBytes", settings.MaxStreamBytes, 1024, long.MaxValue),
            AllowedHosts = hosts,
            Headers = HeadersOf(settings, problems),
            Redirects = problems.Choice("redirects.follow", settings.Redirects.Follow, ("none", RedirectPolicy.None), ("same", RedirectPolicy.Same), ("allowed", RedirectPolicy.Allowed)),
            MaxRedirects = (int)problems.Number("redirects.max", settings.Redirects.Max, 1, 20),
            Retry = RetryOf(settings.Retry, problems),
            RateLimit = RateLimitOf(settings.RateLimit, problems),
            Tls = TlsReader.Read(settings.Tls, problems),
            Proxy = ProxyReader.Read(settings.Proxy, problems),
        };
        return options with { Auth = AuthReader.Read(settings.Auth, options, problems) };
    }

    private static Dictionary<string, string> HeadersOf(HttpSettings settings, SettingsProblems problems)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in settings.Headers)
        {
            if (!HeaderText.IsName(name) || !HeaderText.IsValue(value))
            {
                problems.Add("HEADER_UNUSABLE", $"headers.{name}", "The header has a name or a value that HTTP does not allow.", "Имя или значение заголовка не допускается в HTTP.", "Write a name of letters, digits and hyphens, and a value of plain ASCII.", "Имя — из латинских букв, цифр и дефисов, значение — из простых символов ASCII.");
            }
            else if (HeaderText.IsReserved(name))
            {
                problems.Add("HEADER_RESERVED", $"headers.{name}", $"The header '{name}' is written by the connector itself.", $"Заголовок «{name}» пишет сам коннектор.", "Remove it from \"headers\".", "Уберите его из \"headers\".");
            }
            else if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && !TransportBody.IsType(value))
            {
                problems.Add("CONTENT_TYPE_UNREADABLE", $"headers.{name}", "This is not a media type, or its character set is not known.", "Это не тип содержимого, или его кодировка неизвестна.", "Write it as application/json or text/xml; charset=windows-1251.", "Запишите его как application/json или text/xml; charset=windows-1251.");
            }
            else
            {
                headers[name] = value;
            }
        }

        return headers;
    }

    private static RetryOptions RetryOf(RetrySettings settings, SettingsProblems problems)
    {
        var count = (int)problems.Number("retry.count", settings.Count, 0, 10);
        var delay = problems.Duration("retry.delay", settings.Delay, TimeSpan.FromSeconds(0.2));
        var most = problems.Duration("retry.maxDelay", settings.MaxDelay, TimeSpan.FromSeconds(5));
        if (delay > most)
        {
            problems.Add("RETRY_DELAYS_CROSSED", "retry.delay", $"The first pause {delay:c} is longer than maxDelay {most:c}.", $"Первая пауза {delay:c} больше maxDelay {most:c}.", "Write a delay no longer than maxDelay.", "Укажите delay не больше maxDelay.");
        }

        return new RetryOptions(count, delay, most);
    }

    private static RateLimitOptions? RateLimitOf(RateLimitSettings settings, SettingsProblems problems)
    {
        var requests = (int)problems.Number("rateLimit.requests", settings.Requests, 0, 1_000_000);
        var concurrent = (int)problems.Number("rateLimit.concurrent", settings.Concurrent, 0, 10_000);
        var per = problems.Duration("rateLimit.per", settings.Per, TimeSpan.FromSeconds(1));
        return requests == 0 && concurrent == 0 ? null : new RateLimitOptions(requests, per, concurrent);
    }
}
