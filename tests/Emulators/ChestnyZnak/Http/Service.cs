namespace Emulators.ChestnyZnak;

/// <summary>One of the services: its routes, its sign-in and its form of error.</summary>
internal abstract class Service(string name, string below)
{
    /// <summary>The name, by which faults and counts call it.</summary>
    public string Name { get; } = name;

    /// <summary>What stands in the path behind the version, such as <c>true-api/</c>.</summary>
    public string Below { get; } = below;

    public abstract IReadOnlyList<Route> Routes { get; }

    /// <summary>Who calls; refuses who may not.</summary>
    public abstract Organisation? SignIn(Call call, Route route);

    public abstract Reply Refuse(RefusalException refusal, ChestnyZnakOptions options);

    /// <summary>The route and the names in its path; the endpoint is called by its template.</summary>
    public (Route? Route, IReadOnlyDictionary<string, string> Ids, bool OtherVersion) Find(string version, string verb, string path)
    {
        var other = false;
        foreach (var route in Routes)
        {
            if (route.Verb != verb || route.Match(path) is not { } ids) continue;
            if (route.Version == version) return (route, ids, false);
            other = true;
        }

        return (null, new Dictionary<string, string>(), other);
    }

    public Reply Serve(Call call, Route? route, bool otherVersion)
    {
        try
        {
            if (otherVersion) throw new RefusalException(call.Options.WrongVersionStatus, $"Метод {call.Path} не поддерживается в версии {call.Version}");
            if (route is null) throw new RefusalException(404, $"Метод {call.Method} {call.Path} не найден");
            CheckAccept(call, route);
            return route.Handle(call with { Caller = SignIn(call, route) });
        }
        catch (RefusalException refusal)
        {
            var reply = refusal.Reply ?? Refuse(refusal, call.Options);
            return reply with { RetryAfter = refusal.RetryAfter };
        }
        catch (Exception mistake) when (mistake is InvalidOperationException or FormatException or KeyNotFoundException or NullReferenceException)
        {
            // Ours, not the caller's: it is to be seen, and the next call goes on.
            return Reply.Text($"The emulator failed: {mistake}", 500);
        }
    }

    /// <summary>A UUID in a query stands in small letters.</summary>
    protected static void RefuseCapitals(Call call)
    {
        if (!call.Options.RefuseUpperCaseUuid) return;
        foreach (var (name, values) in call.Query)
        {
            if (values.Any(value => Guid.TryParse(value, out _) && value.Any(char.IsAsciiLetterUpper))) throw new RefusalException(400, $"Идентификатор {name} не найден: заглавные буквы в UUID");
        }
    }

    private static void CheckAccept(Call call, Route route)
    {
        if (!call.Options.RequireAccept) return;
        var accept = call.Header("Accept");
        var fits = accept.Contains("*/*", StringComparison.Ordinal) || (!route.GivesFile && accept.Contains("application/json", StringComparison.OrdinalIgnoreCase));
        if (!fits) throw new RefusalException(406, $"Accept должен быть {(route.GivesFile ? "*/*" : "application/json")}");
    }
}
