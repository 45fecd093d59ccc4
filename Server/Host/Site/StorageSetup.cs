using Connectors.Hosting;
using Server.Storage;

namespace Server.Site;

/// <summary>The section <c>Storage</c> of <c>appsettings.json</c>.</summary>
internal static class StorageSetup
{
    public const string Section = "Storage";
    private const string Secret = "secret";

    /// <summary>The keys of the section.</summary>
    public static readonly IReadOnlyList<string> Keys = [nameof(StorageOptions.Provider), nameof(StorageOptions.ConnectionString)];

    /// <summary>Reads and checks the section.</summary>
    /// <exception cref="StartException">A value is wrong; all are named. A connection string is never repeated: there may be a password in it.</exception>
    public static StorageOptions Read(IConfiguration configuration, HomeFolder home, string? node = null)
    {
        var section = configuration.GetSection(Section);
        var options = new StorageOptions { HomeFolder = home.Path };
        if (node is not null) options.Node = node;
        List<string> problems =
        [
            .. section.GetChildren().Where(child => !Keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase)).Select(child => $"'{child.Key}' is not known; known: {string.Join(", ", Keys)}."),
        ];
        var provider = section[nameof(StorageOptions.Provider)];
        if (!string.IsNullOrWhiteSpace(provider))
        {
            if (int.TryParse(provider, out _) || !Enum.TryParse<StorageProvider>(provider, ignoreCase: true, out var known)) problems.Add($"Provider is '{provider}'; write 'sqlite' or 'postgresql'.");
            else options.Provider = known;
        }

        options.ConnectionString = Text(section.GetSection(nameof(StorageOptions.ConnectionString)), home, problems);
        if (problems.Count > 0) throw new StartException($"appsettings.json, section {Section}: {string.Join(" ", problems)}");
        return options;
    }

    private static string? Text(IConfigurationSection section, HomeFolder home, List<string> problems)
    {
        if (section[Secret] is not { } name) return section.Value;
        if (SecretSource.IsName(name) && new SecretSource(home.Secrets).TryGet(name, out var secret)) return secret;
        problems.Add($"The secret '{name}' of ConnectionString is not found: put it into the file '{Path.Combine(home.Secrets, name)}' or the environment variable {SecretSource.VariableOf(name)}.");
        return null;
    }
}
