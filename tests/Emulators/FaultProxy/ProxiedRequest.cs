using System.Text;

namespace Emulators.Faults;

/// <summary>A request that reached a fault proxy as a whole.</summary>
/// <param name="Verb">Its method.</param>
/// <param name="Path">Its target as it was sent.</param>
/// <param name="Head">Request line and headers.</param>
/// <param name="Body">Its body, as it was framed.</param>
public sealed record ProxiedRequest(string Verb, string Path, string Head, byte[] Body)
{
    /// <summary>The value of a header, or null.</summary>
    public string? Header(string name) =>
        Head.Split("\r\n").Skip(1).Select(line => line.Split(':', 2)).FirstOrDefault(pair => pair.Length == 2 && pair[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1].Trim();

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);
}
