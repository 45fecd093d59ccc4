namespace Integration.Tests;

/// <summary>How a server under test is started.</summary>
public sealed record ServerSetup
{
    /// <summary><c>config/connectors.json</c>; the server's own defaults when null.</summary>
    public string? Connectors { get; init; }

    /// <summary><c>config/jobs.json</c>; none when null.</summary>
    public string? Jobs { get; init; } = """{ "jobs": [] }""";

    /// <summary><c>config/events.json</c>; the server's own defaults when null.</summary>
    public string? Events { get; init; }

    /// <summary><c>config/signers.json</c>; none when null.</summary>
    public string? Signers { get; init; }

    /// <summary>Plugin folders to copy into the home.</summary>
    public IReadOnlyList<string> Plugins { get; init; } = [];

    /// <summary>Settings such as <c>Server:CallsPerSecond</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>The environment's name.</summary>
    public string Environment { get; init; } = "Production";

    /// <summary>Further environment variables.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>The home of an earlier server, to start another one on it.</summary>
    public string? Home { get; init; }

    /// <summary>The key of that earlier server.</summary>
    public string? Key { get; init; }
}
