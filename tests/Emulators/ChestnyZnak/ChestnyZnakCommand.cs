using System.Globalization;

namespace Emulators.ChestnyZnak;

/// <summary>Starts the system by hand: <c>dotnet run --project tests/Emulators -- chestnyznak --listen 8100</c>.</summary>
public static class ChestnyZnakCommand
{
    /// <summary>What the command understands.</summary>
    public const string Usage = "chestnyznak [--listen PORT] [--state FILE] [--seed FILE] [--certificate FILE] [--document-delay MS] [--order-delay MS] [--report-delay MS] [--auto-close never|onLastCode|later] [--auto-close-after SECONDS] [--rates on]";

    /// <summary>Runs until the process is told to end.</summary>
    /// <param name="args">Options after the word <c>chestnyznak</c>.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (Read(args) is not { } options)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        await using var started = await ChestnyZnakEmulator.StartAsync(options);
        if (started.World.Organisations.Count == 0) await SeedAsync(started, args);
        Console.WriteLine($"The marking system is at {started.Address}");
        Console.WriteLine($"True API {started.TrueApi} SUZ {started.Suz} CDN {started.Cdn} LM {started.LocalModule} PIOT {started.Piot}");
        foreach (var one in started.World.Organisations.All) Console.WriteLine($"Organisation {one.Inn} omsId {one.OmsId} omsConnection {one.OmsConnection}");
        foreach (var one in started.World.Products.All) Console.WriteLine($"Product {one.Gtin} {one.ProductGroup} template {one.TemplateId}");
        await ChestnyZnakEmulator.WaitAsync();
        return 0;
    }

    internal static ChestnyZnakOptions? Read(string[] args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < args.Length; at += 2)
        {
            if (at + 1 == args.Length || !Usage.Contains($"[{args[at]} ", StringComparison.Ordinal)) return null;
            given[args[at]] = args[at + 1];
        }

        int Number(string name) => int.Parse(given.GetValueOrDefault(name, "0"), NumberStyles.None, CultureInfo.InvariantCulture);
        var options = new ChestnyZnakOptions
        {
            Port = Number("--listen"),
            StateFile = given.GetValueOrDefault("--state"),
            CertificateFile = given.GetValueOrDefault("--certificate"),
            DocumentDelay = TimeSpan.FromMilliseconds(Number("--document-delay")),
            OrderDelay = TimeSpan.FromMilliseconds(Number("--order-delay")),
            ReportDelay = TimeSpan.FromMilliseconds(Number("--report-delay")),
            AutoClose = Enum.Parse<AutoClose>(given.GetValueOrDefault("--auto-close", "never"), true),
            LimitRates = given.GetValueOrDefault("--rates") == "on",
        };
        if (given.ContainsKey("--auto-close-after")) options.AutoCloseAfter = TimeSpan.FromSeconds(Number("--auto-close-after"));
        return options;
    }

    private static Task SeedAsync(ChestnyZnakEmulator started, string[] args)
    {
        if (args.IndexOf("--seed") is var at and >= 0) return SeedFile.ReadAsync(started, args[at + 1]);
        Demo(started.Seed);
        return Task.CompletedTask;
    }

    private static void Demo(Seed seed)
    {
        var owner = seed.Organisation();
        var milk = seed.Product(owner);
        seed.Product(owner, group: "water");
        seed.Order(milk, 1000);
        seed.Incoming(owner, [.. seed.Codes(milk, 3).Select(one => new TransferLine(one.Cis))]);
    }
}
