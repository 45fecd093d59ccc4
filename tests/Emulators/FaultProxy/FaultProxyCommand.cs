using System.Globalization;

namespace Emulators.Faults;

/// <summary>Starts a fault proxy from the command line.</summary>
internal static class FaultProxyCommand
{
    public static async Task<int> RunAsync(string[] options)
    {
        var names = Enum.GetNames<Fault>();
        if (!Enum.TryParse<Fault>(Option(options, "--fault"), ignoreCase: true, out var fault))
        {
            Console.Error.WriteLine($"Write --fault and one of {string.Join(", ", names).ToLowerInvariant()}.");
            return 2;
        }

        await using var proxy = await FaultProxy.StartAsync(fault, new FaultProxyOptions
        {
            Port = int.Parse(Option(options, "--listen") ?? "0", CultureInfo.InvariantCulture),
            To = Option(options, "--to") is { } to ? new Uri(to) : null,
            After = TimeSpan.FromSeconds(int.Parse(Option(options, "--after") ?? "30", CultureInfo.InvariantCulture)),
            Seen = request => Console.WriteLine($"{request.Verb} {request.Path} ({request.Body.Length} bytes)"),
        });
        Console.WriteLine($"Listening on {proxy.Address}, fault {fault}. Ctrl+C stops it.");
        var stopped = new TaskCompletionSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stopped.TrySetResult();
        };
        await stopped.Task;
        return 0;
    }

    private static string? Option(string[] options, string name)
    {
        var at = Array.IndexOf(options, name);
        return at >= 0 && at + 1 < options.Length ? options[at + 1] : null;
    }
}
