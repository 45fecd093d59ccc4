using System.Text.Json.Nodes;

namespace Emulators.OneC;

/// <summary>One call of a method of the HTTP service.</summary>
public sealed record OneCCall(string Method, JsonObject Args, JsonObject? Context, OneCRequest Request, OneCBase Base)
{
    /// <summary>What makes it the same call again. A repeat sends a long body as another file: its content counts.</summary>
    internal string Fingerprint => $"{Request.User}\n{Method.ToUpperInvariant()}\n{JsonText.Of(Args)}";

    /// <summary>An argument as text, or null.</summary>
    public string? Text(string name) => Args[name]?.ToString();

    /// <summary>An argument as a whole number.</summary>
    public int Number(string name, int otherwise) => Args[name] is JsonValue value && value.TryGetValue(out int number) ? number : otherwise;
}
