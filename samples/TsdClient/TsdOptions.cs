namespace TsdClient;

/// <summary>The command line.</summary>
internal sealed record TsdOptions(Uri Server, string Key, string ActionFile)
{
    private const string Usage = "Usage: TsdClient --server http://127.0.0.1:5080 --key KEY --action FILE [--scan CODE]… [--set name=value]… [--device ID] [--lang ru|en] [--screen-only]";

    public IReadOnlyList<string> Scans { get; init; } = [];

    public string Language { get; init; } = "ru";

    public bool ScreenOnly { get; init; }

    public TsdSession Session { get; init; } = new();

    public static TsdOptions Parse(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        var problems = new List<string>();
        var scans = new List<string>();
        var session = new TsdSession();
        session["deviceId"] = "TSD-1";
        var texts = new Dictionary<string, string> { ["--server"] = "http://127.0.0.1:5080", ["--key"] = environment("CONNECTORS_KEY") ?? "", ["--action"] = "", ["--lang"] = "ru" };
        var screenOnly = false;
        for (var i = 0; i < args.Count; i++)
        {
            var name = args[i];
            if (name == "--screen-only")
            {
                screenOnly = true;
                continue;
            }

            var value = i + 1 < args.Count ? args[++i] : null;
            if (value is null) problems.Add($"'{name}' is no option, or its value is missing");
            else if (name == "--scan") scans.Add(value);
            else if (name == "--device") session["deviceId"] = value;
            else if (name == "--set" && value.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign) session[value[..sign]] = value[(sign + 1)..];
            else if (texts.ContainsKey(name)) texts[name] = value;
            else problems.Add($"'{name} {value}' is not an option");
        }

        foreach (var text in new[] { texts["--key"], (string)session["deviceId"]! }.Where(text => text.Any(letter => letter is < ' ' or > '~')))
        {
            problems.Add($"'{text}' travels in a header and must be plain ASCII");
        }

        var server = Check(texts, problems);
        if (problems.Count > 0) throw new TsdMistakeException($"{string.Join("; ", problems)}.\n{Usage}");
        return new TsdOptions(server!, texts["--key"], texts["--action"]) { Scans = scans, Language = texts["--lang"], ScreenOnly = screenOnly, Session = session };
    }

    private static Uri? Check(Dictionary<string, string> texts, List<string> problems)
    {
        if (!Uri.TryCreate(texts["--server"], UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https")) problems.Add($"--server '{texts["--server"]}' is not an http address");
        if (texts["--key"].Length == 0) problems.Add("--key is missing: the server showed one at its first start (or set CONNECTORS_KEY)");
        if (texts["--action"].Length == 0) problems.Add("--action is missing: name a file with an InvokeMethodAction");
        if (texts["--lang"] is not ("ru" or "en")) problems.Add($"--lang '{texts["--lang"]}' is neither ru nor en");
        return server;
    }
}
