using Connectors.Transport;

namespace Connectors.OneC;

/// <summary>Checks what the settings say of the base itself and makes options of it.</summary>
internal static class OneCSettingsReader
{
    private const int UsualPool = 10;
    private static readonly string[] Services = ["/hs", "/ws", "/odata"];

    public static OneCOptions Read(OneCSettings settings, SettingsProblems problems)
    {
        var http = HttpSettingsReader.Read(settings, problems);
        CheckBase(http.BaseAddress, problems);
        CheckConcurrency(settings, problems);
        return new OneCOptions(http, ZoneOf(settings.ServerTimeZone, problems))
        {
            Sessions = problems.Choice("sessionMode", settings.SessionMode, ("auto", OneCSessionMode.Auto), ("explicit", OneCSessionMode.Explicit), ("none", OneCSessionMode.None)),
            SessionMaxAge = problems.Duration("sessionMaxAge", settings.SessionMaxAge, TimeSpan.FromSeconds(20)),
            PoolTimeout = problems.Duration("poolTimeout", settings.PoolTimeout, TimeSpan.FromSeconds(5)),
            MaxConcurrency = (int)problems.Number("maxConcurrency", settings.MaxConcurrency, 1, 100),
            LongLimit = problems.Duration("longOperationLimit", settings.LongOperationLimit, TimeSpan.FromSeconds(600)),
            PartTimeout = problems.Duration("partTimeout", settings.PartTimeout, TimeSpan.FromSeconds(180)),
            PartSizeKb = (int)problems.Number("partSizeKb", settings.PartSizeKb, 1, 10_240),
            ServicePath = $"hs/{Segment("serviceRoot", settings.ServiceRoot, "conn", problems)}",
            Version = Segment("version", settings.Version, "v1", problems),
        };
    }

    /// <summary>Reads <c>transport</c>; COM has its place in the settings and none on this system.</summary>
    public static OneCTransportKind TransportOf(string field, string text, SettingsProblems problems)
    {
        if (!text.Trim().Equals("com", StringComparison.OrdinalIgnoreCase))
        {
            return problems.Choice(field, text, ("http", OneCTransportKind.Http), ("soap", OneCTransportKind.Soap), ("odata", OneCTransportKind.OData));
        }

        problems.Add("COM_NOT_AVAILABLE", field, "The COM connector is not available on this system.", "COM-соединение недоступно на этой системе.",
            "Publish the base on a web server and write http, soap or odata.", "Опубликуйте базу на веб-сервере и укажите http, soap или odata.");
        return OneCTransportKind.Http;
    }

    /// <summary>Reads a part of a path that is written in the settings.</summary>
    public static string Segment(string field, string text, string otherwise, SettingsProblems problems)
    {
        var trimmed = text.Trim().Trim('/');
        if (trimmed.Length > 0 && trimmed.IndexOfAny(['?', '#', '\\', ' ', '%']) < 0 && !trimmed.Split('/').Any(part => part is "" or "." or "..")) return trimmed;
        problems.Add("PATH_UNUSABLE", field, $"'{Shown(text)}' cannot be part of an address.", $"«{Shown(text)}» не может быть частью адреса.",
            $"Write it as in the publication, such as {otherwise}, without a query and unescaped.", $"Укажите как в публикации, например {otherwise}, без запроса и без %-кодов.");
        return otherwise;
    }

    public static string Shown(string text) => text.Length <= 40 ? text : $"{text[..39]}…";

    private static TimeZoneInfo ZoneOf(string name, SettingsProblems problems)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            problems.Add("ZONE_MISSING", "serverTimeZone", "The time zone of the base is not told, and 1C writes its dates without one.", "Не указан часовой пояс базы, а 1С пишет даты без него.",
                "Write the IANA name of the zone of the 1C server, such as Europe/Moscow.", "Укажите имя пояса сервера 1С по IANA, например Europe/Moscow.");
        }
        else if (name.Contains('/', StringComparison.Ordinal) || name.Equals("UTC", StringComparison.OrdinalIgnoreCase))
        {
            if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)) return zone;
            problems.Add("ZONE_UNKNOWN", "serverTimeZone", $"The time zone '{Shown(name)}' is not known to this system.", $"Часовой пояс «{Shown(name)}» этой системе неизвестен.",
                "Check the spelling, or install the system's time zone data (tzdata).", "Проверьте написание или установите данные поясов системы (tzdata).");
        }
        else
        {
            problems.Add("ZONE_NOT_IANA", "serverTimeZone", $"'{Shown(name)}' is not an IANA name of a time zone.", $"«{Shown(name)}» — не имя часового пояса по IANA.",
                "Write area and city, such as Europe/Moscow, not an offset and not a Windows name.", "Укажите область и город, например Europe/Moscow, а не смещение и не имя Windows.");
        }

        return TimeZoneInfo.Utc;
    }

    private static void CheckBase(Uri address, SettingsProblems problems)
    {
        var path = address.AbsolutePath.TrimEnd('/');
        if (Array.Find(Services, service => $"{path}/".Contains($"{service}/", StringComparison.OrdinalIgnoreCase)) is { } inside)
        {
            problems.Add("BASE_ADDRESS_HAS_SERVICE", "baseAddress", $"The address goes on to a service ('{inside}'); the connector adds that itself.", $"Адрес доходит до сервиса («{inside}»); его коннектор добавит сам.",
                "Leave the host and the name of the publication, such as http://srv1c/trade.", "Оставьте узел и имя публикации, например http://srv1c/trade.");
        }
        else if (path.Length == 0 && address.Host != "unknown.invalid")
        {
            problems.Add(new("BASE_NAME_MISSING", "baseAddress", "The address names no publication, only a host.", "Add the name of the publication unless the base is published at the root, such as http://srv1c/trade.")
            {
                MessageRu = "В адресе нет имени публикации, только узел.",
                NextStepRu = "Добавьте имя публикации, если база опубликована не в корне, например http://srv1c/trade.",
                IsWarning = true,
            });
        }
    }

    private static void CheckConcurrency(OneCSettings settings, SettingsProblems problems)
    {
        if (settings.MaxConcurrency < UsualPool || settings.MaxConcurrency > 100) return;
        problems.Add(new("CONCURRENCY_ABOVE_POOL", "maxConcurrency", $"{settings.MaxConcurrency} parallel calls are not below the usual pool of {UsualPool} sessions; 1C will answer 406.", "Raise poolSize of the service in default.vrd above it, or lower maxConcurrency.")
        {
            MessageRu = $"{settings.MaxConcurrency} одновременных вызовов — не меньше обычного пула в {UsualPool} сеансов; 1С будет отвечать 406.",
            NextStepRu = "Увеличьте poolSize сервиса в default.vrd или уменьшите maxConcurrency.",
            IsWarning = true,
        });
    }
}
