using Server.Site;
using Server.Storage;

namespace Server;

/// <summary><c>new-key NAME [CONNECTOR…]</c>: makes an API key, limited to the named connectors when there are any, and shows it once.</summary>
internal static class NewKeyCommand
{
    public const string Name = "new-key";

    public static async Task RunAsync(HomeFolder home, string[] args)
    {
        if (args.Length == 0 || string.IsNullOrWhiteSpace(args[0])) throw Refused("Name it: new-key NAME [CONNECTOR…].");
        try
        {
            var settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true).AddEnvironmentVariables().Build();
            using var database = SqlDatabase.Open(StorageSetup.Read(settings, home), TimeProvider.System);
            var created = await new AccessStore(database, TimeProvider.System).CreateAsync(args[0], args[1..], CancellationToken.None);
            Console.WriteLine($"Key '{created.Key.Name}' ({(args.Length > 1 ? string.Join(", ", args[1..]) : "all connectors")}): {created.Plain}");
            Console.WriteLine("It is kept only as a hash and will not be shown again.");
        }
        catch (StorageException failure)
        {
            throw Refused($"{failure.Message} While a server runs, keys are made by POST /api/v1/keys.", failure);
        }
    }

    private static StartException Refused(string message, Exception? cause = null) => new(message, cause) { Lead = "No key was made." };
}
