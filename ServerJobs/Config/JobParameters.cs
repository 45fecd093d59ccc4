using System.Text.Json;
using Cleverence.Warehouse;

namespace ServerJobs;

/// <summary>The arguments of a job's call, as the file writes them: a list by position, or an object by name.</summary>
/// <param name="Json">Their text.</param>
public sealed record JobParameters(string Json)
{
    /// <summary>No arguments.</summary>
    public static JobParameters None { get; } = new("[]");

    /// <summary>How many there are.</summary>
    public int Count { get; private init; }

    /// <summary>Reads arguments.</summary>
    /// <param name="element">An array or an object.</param>
    /// <returns>The arguments.</returns>
    /// <exception cref="FormatException">A value is not one of the contract; the message says where.</exception>
    internal static JobParameters Read(JsonElement element)
    {
        var args = Args(element);
        return new(element.GetRawText()) { Count = args.Count };
    }

    /// <summary>The arguments for one call. Each call has values of its own, so that a connector cannot change those of the next.</summary>
    internal IReadOnlyList<InvokeArg> ToArgs()
    {
        if (Count == 0) return [];
        using var document = JsonDocument.Parse(Json, JobsConfigReader.Lenient);
        return Args(document.RootElement);
    }

    private static List<InvokeArg> Args(JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? [.. element.EnumerateArray().Select((value, index) => new InvokeArg("", JobValue.Read(value, $"[{index}]")))]
        : [.. element.EnumerateObject().Select(property => new InvokeArg(property.Name, JobValue.Read(property.Value, $".{property.Name}")))];
}
