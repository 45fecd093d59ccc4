using Cleverence.Connectivity;
using Microsoft.Extensions.Configuration;

namespace Connectors.Hosting;

/// <summary>What the configuration says of a classic connector beside what every connector has.</summary>
internal sealed record ClassicOptions(string Id)
{
    /// <summary>The limit in <see cref="TimeoutUnit"/>; 0 means no limit; null leaves what the connector set itself.</summary>
    public int? Timeout { get; init; }

    /// <summary><c>ms</c> or <c>s</c>: the field knows both and does not write it down.</summary>
    public string TimeoutUnit { get; init; } = "ms";

    /// <summary>What happens when the limit passes; null leaves what the connector set itself.</summary>
    public TimeoutBehavaior? TimeoutBehavaior { get; init; }

    /// <summary>The methods that may be called a second time.</summary>
    public IReadOnlyList<string> ReInvoke { get; init; } = [];

    /// <summary>What stands between class and method in the name the connector is given.</summary>
    public string ClassJoiner { get; init; } = ".";

    /// <summary>The settings, by the names of the connector's properties.</summary>
    public IConfigurationSection? Settings { get; init; }

    /// <summary>Reads the classic part of an entry of <c>connectors.json</c>; every wrong value adds a line to the problems.</summary>
    public static ClassicOptions Read(IConfigurationSection entry, ICollection<string> problems)
    {
        var options = new ClassicOptions(entry["id"] ?? "")
        {
            ReInvoke = [.. entry.GetSection("reInvoke").GetChildren().Select(method => method.Value).OfType<string>()],
            ClassJoiner = entry["classJoiner"] ?? ".",
            Settings = entry.GetSection("settings"),
        };
        if (entry["timeout"] is { } timeout)
        {
            if (ConnectorValues.TryConvert(timeout, typeof(int), out var number) && (int)number! >= 0) options = options with { Timeout = (int)number! };
            else problems.Add($"timeout: '{timeout}' is not a whole number from 0; a classic connector's limit is a number in its timeoutUnit, 0 for no limit");
        }

        if (entry["timeoutUnit"] is { } unit)
        {
            if (unit is "ms" or "s") options = options with { TimeoutUnit = unit };
            else problems.Add($"timeoutUnit: '{unit}' is not ms or s");
        }

        // The field's spelling, and the one everybody types.
        if ((entry["timeoutBehavaior"] ?? entry["timeoutBehavior"]) is { } behavior)
        {
            if (ConnectorValues.TryConvert(behavior, typeof(TimeoutBehavaior), out var known)) options = options with { TimeoutBehavaior = (TimeoutBehavaior)known! };
            else problems.Add($"timeoutBehavaior: '{behavior}' is not one of {string.Join(", ", Enum.GetNames<TimeoutBehavaior>())}");
        }

        return options;
    }
}
