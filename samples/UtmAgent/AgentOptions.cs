namespace UtmAgent;

/// <summary>The command line.</summary>
internal sealed record AgentOptions(Uri Server, string Key)
{
    public const string Usage = "Usage: UtmAgent --server http://127.0.0.1:5080 --key KEY [--connector Egais] [--workplace NAME] [--every 60] [--once]";

    public string Connector { get; init; } = "Egais";

    /// <summary>The name under which the settings may have other values for this computer; empty for the common ones.</summary>
    public string Workplace { get; init; } = "";

    /// <summary>The pause between two exchanges; null for one exchange only.</summary>
    public TimeSpan? Every { get; init; } = TimeSpan.FromSeconds(60);

    /// <exception cref="FormatException">Something is missing or cannot be read.</exception>
    public static AgentOptions Parse(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        var given = new Dictionary<string, string> { ["--server"] = "http://127.0.0.1:5080", ["--key"] = environment("CONNECTORS_KEY") ?? "", ["--connector"] = "Egais", ["--workplace"] = "", ["--every"] = "60" };
        var once = false;
        for (var at = 0; at < args.Count; at++)
        {
            if (args[at] == "--once") once = true;
            else if (given.ContainsKey(args[at]) && at + 1 < args.Count) given[args[at]] = args[++at];
            else throw new FormatException($"'{args[at]}' is no option, or its value is missing.");
        }

        if (!Uri.TryCreate(given["--server"], UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https")) throw new FormatException($"--server '{given["--server"]}' is not an http address.");
        if (given["--key"].Length == 0) throw new FormatException("--key is missing: the server showed one at its first start (or set CONNECTORS_KEY).");
        if (!int.TryParse(given["--every"], out var seconds) || seconds < 20) throw new FormatException("--every is a number of seconds, at least 20.");
        return new AgentOptions(server, given["--key"]) { Connector = given["--connector"], Workplace = given["--workplace"], Every = once ? null : TimeSpan.FromSeconds(seconds) };
    }
}
