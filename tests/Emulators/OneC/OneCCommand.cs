using System.Globalization;

namespace Emulators.OneC;

/// <summary>Starts a base by hand: <c>dotnet run --project tests/Emulators -- onec --port 8090</c>.</summary>
public static class OneCCommand
{
    /// <summary>What the command understands.</summary>
    public const string Usage = "onec [--port 8090] [--base trade] [--page-size 0] [--sessions dontuse|use|autouse] [--pool-size 10] [--pool-timeout 5] [--session-max-age 20] [--licences N]";

    /// <summary>Runs until the process is told to end.</summary>
    /// <param name="args">Options after the word <c>onec</c>.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (Read(args) is not { } options)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        await using var started = await OneCBase.StartAsync(options);
        Console.WriteLine($"A 1C base is published at {started.Address}");
        Console.WriteLine($"Users: {string.Join(", ", options.Users.Select(user => $"{user.Key}:{user.Value}"))}");
        Console.WriteLine($"Faults: curl -X POST '{started.Address}/_emulator/faults?kind=Html200&times=1' -H 'Content-Length: 0'");
        await started.WaitAsync();
        return 0;
    }

    internal static OneCOptions? Read(string[] args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < args.Length; at += 2)
        {
            if (at + 1 == args.Length || !Usage.Contains($"[{args[at]} ", StringComparison.Ordinal)) return null;
            given[args[at]] = args[at + 1];
        }

        string Text(string name, string otherwise) => given.GetValueOrDefault(name, otherwise);
        int Number(string name, int otherwise) => int.Parse(Text(name, otherwise.ToString(CultureInfo.InvariantCulture)), NumberStyles.None, CultureInfo.InvariantCulture);
        SessionOptions Sessions(SessionReuse otherwise) => new()
        {
            Reuse = Enum.Parse<SessionReuse>(Text("--sessions", otherwise.ToString()), true),
            PoolSize = Number("--pool-size", 10),
            PoolTimeout = TimeSpan.FromSeconds(Number("--pool-timeout", 5)),
            MaxAge = TimeSpan.FromSeconds(Number("--session-max-age", 20)),
        };
        return new OneCOptions
        {
            Port = Number("--port", 8090),
            BaseName = Text("--base", "trade"),
            PageSize = Number("--page-size", 0),
            Licences = given.ContainsKey("--licences") ? Number("--licences", 0) : null,
            HttpServices = Sessions(SessionReuse.DontUse),
            WebServices = Sessions(SessionReuse.DontUse),
            OData = Sessions(SessionReuse.AutoUse),
        };
    }
}
