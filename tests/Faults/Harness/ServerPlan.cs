namespace Faults.Harness;

/// <summary>How a server of a trial is started.</summary>
internal sealed record ServerPlan
{
    /// <summary>The server's folder of its own: the home, the log, the ticks, and what a fault needs.</summary>
    public required string Folder { get; init; }

    /// <summary>Further entries of <c>connectors.json</c>.</summary>
    public IReadOnlyList<string> Connectors { get; init; } = [];

    /// <summary><c>connectors.json</c> as a whole, in place of the one that ticks.</summary>
    public string? ConnectorsText { get; init; }

    /// <summary><c>signers.json</c>; null for none.</summary>
    public string? Signers { get; init; }

    /// <summary>The API key of a server whose database makes none of its own, because another one has.</summary>
    public string? Key { get; init; }

    /// <summary><c>jobs.json</c>.</summary>
    public required string Jobs { get; init; }

    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Megabytes of a file system of its own that holds the home and the log; null for the machine's.</summary>
    public int? DiskMegabytes { get; init; }

    /// <summary>Whether the log goes into a pipe that this program reads.</summary>
    public bool LogToPipe { get; init; }

    public string Home => Path.Combine(Folder, "home");

    public string Ticks => Path.Combine(Folder, "ticks");

    public string Log => DiskMegabytes is null ? Path.Combine(Folder, "log") : Path.Combine(Home, "log");

    public string Pipe => Path.Combine(Folder, "pipe");

    public string JobsFile => Path.Combine(Home, "config", "jobs.json");

    /// <summary>Writes the home.</summary>
    public void Fill()
    {
        var config = Directory.CreateDirectory(Path.Combine(Home, "config")).FullName;
        File.WriteAllText(JobsFile, Jobs);
        if (Signers is not null) File.WriteAllText(Path.Combine(config, "signers.json"), Signers);
        if (ConnectorsText is not null) File.WriteAllText(Path.Combine(config, "connectors.json"), ConnectorsText);
        else FillTicking(config);
    }

    private void FillTicking(string config)
    {
        var limits = "\"gate\": 1000, \"queue\": 10000, \"timeout\": \"01:00:00\"";
        string[] entries = [$$"""{ "id": "Ticks", "type": "Ticks", {{limits}}, "settings": { "file": "{{Ticks}}" } }""", .. Connectors.Select(id => $$"""{ "id": "{{id}}", "type": "Mishaps", {{limits}}, "settings": { "file": "{{Ticks}}" } }""")];
        File.WriteAllText(Path.Combine(config, "connectors.json"), $$"""{ "connectors": [ {{string.Join(",\n", entries)}} ] }""");
        Built.Install("TicksV1", Home, "Ticks");
        if (Connectors.Count > 0) Built.Install("Mishaps", Home, "Mishaps");
    }
}
