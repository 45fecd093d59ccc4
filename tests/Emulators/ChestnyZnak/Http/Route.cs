namespace Emulators.ChestnyZnak;

/// <summary>A method of a service.</summary>
/// <param name="Version">The version in its path; it belongs to the method, not to the client.</param>
/// <param name="Verb">GET, POST or DELETE.</param>
/// <param name="Template">The path below the version, with names in braces.</param>
/// <param name="Handle">What it does.</param>
internal sealed record Route(string Version, string Verb, string Template, Func<Call, Reply> Handle)
{
    private readonly string[] segments = Template.Split('/');

    /// <summary>It needs no sign-in.</summary>
    public bool Open { get; init; }

    /// <summary>It gives a file: <c>Accept: */*</c>.</summary>
    public bool GivesFile { get; init; }

    /// <summary>The names in braces, or null when the path is another.</summary>
    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        var given = path.Split('/');
        if (given.Length != segments.Length) return null;
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < given.Length; at++)
        {
            if (segments[at].StartsWith('{')) ids[segments[at][1..^1]] = Uri.UnescapeDataString(given[at]);
            else if (segments[at] != given[at]) return null;
        }

        return ids;
    }
}
