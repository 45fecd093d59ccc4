using System.Globalization;

namespace Emulators.Utm;

/// <summary>Starts UTMs by hand: <c>dotnet run --project tests/Emulators -- utm --organisation 030000000001:8080 --organisation 030000000002:8081</c>.</summary>
public static class UtmCommand
{
    /// <summary>What the command understands.</summary>
    public const string Usage = "utm [--organisation FSRAR:PORT]… [--fsrar FSRAR --listen PORT] [--state FILE] [--seed FILE] [--registry-delay MS] [--prefixed-ids on] [--rates on] [--variety off]";

    /// <summary>Runs until the process is told to end.</summary>
    /// <param name="args">Options after the word <c>utm</c>.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (Read(args) is not { } read)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        var (options, seed) = read;
        await using var started = await UtmEmulator.StartAsync(options);
        if (started.World.Products.Count == 0)
        {
            if (seed is not null) SeedFile.Read(started, await File.ReadAllBytesAsync(seed));
            else Demo(started);
        }

        foreach (var one in started.Hosts) Console.WriteLine($"UTM {one.FsrarId} is at {one.Address}");
        foreach (var one in started.World.Batches.All.Where(one => one.Quantity > 0)) Console.WriteLine($"Stock {one.FsrarId} {one.F2} {one.AlcCode} {Xml.Number(one.Quantity)}");
        foreach (var one in started.World.Waybills.All) Console.WriteLine($"Waybill {one.RegId} from {one.Shipper} to {one.Consignee} {one.State}");
        await UtmEmulator.WaitAsync();
        return 0;
    }

    internal static (UtmOptions Options, string? SeedFile)? Read(string[] args)
    {
        List<(string FsrarId, int Port)> utms = [];
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < args.Length; at += 2)
        {
            if (at + 1 == args.Length || !Usage.Contains($"{args[at]} ", StringComparison.Ordinal)) return null;
            if (args[at] != "--organisation") given[args[at]] = args[at + 1];
            else if (args[at + 1].Split(':') is [var fsrarId, var port]) utms.Add((fsrarId, Number(port)));
            else return null;
        }

        if (given.ContainsKey("--fsrar") || utms.Count == 0) utms.Add((given.GetValueOrDefault("--fsrar", "030000123456"), Number(given.GetValueOrDefault("--listen", "8080"))));
        var options = new UtmOptions
        {
            Utms = utms,
            StateFile = given.GetValueOrDefault("--state"),
            RegistryDelay = TimeSpan.FromMilliseconds(Number(given.GetValueOrDefault("--registry-delay", "0"))),
            PrefixedRequestIds = given.GetValueOrDefault("--prefixed-ids") == "on",
            LimitRates = given.GetValueOrDefault("--rates") == "on",
            Variety = given.GetValueOrDefault("--variety") != "off",
        };
        return (options, given.GetValueOrDefault("--seed"));
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    // A supplier ships to the first, which has something to ship to the others.
    private static void Demo(UtmEmulator started)
    {
        var first = started.Hosts[0].FsrarId;
        var product = started.Seed.Product();
        started.Seed.Organisation("010000000002");
        started.Seed.Stock(first, product, 24);
        started.Seed.Waybill("010000000002", first, [(started.Seed.Stock("010000000002", product, 12), 12)]);
    }
}
