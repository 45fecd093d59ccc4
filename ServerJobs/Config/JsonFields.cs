using System.Text.Json;

namespace ServerJobs;

/// <summary>Absence as null, which a JSON element by itself cannot say.</summary>
internal static class JsonFields
{
    public static JsonElement? Get(this Dictionary<string, JsonElement> fields, string name) => fields.TryGetValue(name, out var value) ? value : null;
}
