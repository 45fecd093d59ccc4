using Server.Site;
using Server.Storage;

namespace Server;

/// <summary><c>new-key NAME [CONNECTOR…]</c> or <c>new-key NAME --admin</c>: makes an API key, limited to the named connectors when there are any, and shows it once.</summary>
internal static class NewKeyCommand
{
    public const string Name = "new-key";
    public const string Admin = "--admin";

    public static async Task RunAsync(HomeFolder home, string[] args)
    {
        var admin = args.Contains(Admin);
        string[] words = [.. args.Where(word => word != Admin)];
        if (words.Length == 0 || string.IsNullOrWhiteSpace(words[0]) || words[0].StartsWith('-')) throw Refused("Name it: new-key NAME [CONNECTOR…], or new-key NAME --admin.");
        if (admin && words.Length > 1) throw Refused("An administrator's key may do everything: leave the connectors out, or --admin.");
        try
        {
            var settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true).AddEnvironmentVariables().Build();
            using var database = SqlDatabase.Open(StorageSetup.Read(settings, home), TimeProvider.System);
            var keys = new AccessStore(database, TimeProvider.System);
            var created = admin ? await keys.CreateAdminAsync(words[0], CancellationToken.None) : await keys.CreateAsync(words[0], words[1..], CancellationToken.None);
            Console.WriteLine($"Key '{created.Key.Name}' ({(admin ? "administrator" : words.Length > 1 ? string.Join(", ", words[1..]) : "all connectors")}): {created.Plain}");
            Console.WriteLine("It is kept only as a hash and will not be shown again.");
        }
        catch (StorageException failure)
        {
            throw Refused($"{failure.Message} While a server runs, keys are made by POST /api/v1/keys.", failure);
        }
    }

    private static StartException Refused(string message, Exception? cause = null) => new(message, cause) { Lead = "No key was made." };
}
