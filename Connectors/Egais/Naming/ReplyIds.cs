namespace Connectors.Egais;

/// <summary>Request ids of the UTM: a UUID, bare or behind the FSRAR id of its owner, with and without dashes, in either case.</summary>
internal static class ReplyIds
{
    private const int OwnerLength = 12;

    /// <summary>The form that ids are compared in: without the owner, without dashes, in lower case. What is no UUID keeps its text, trimmed and in lower case.</summary>
    public static string? Normalise(string? raw)
    {
        var text = raw?.Trim();
        if (string.IsNullOrEmpty(text)) return null;
        return Guid.TryParse(WithoutOwner(text), out var id) ? id.ToString("N") : text.ToLowerInvariant();
    }

    /// <summary>The owner in front of the id; null when there is none.</summary>
    public static string? OwnerOf(string? raw) => raw?.Trim() is { } text && HasOwner(text) ? text[..OwnerLength] : null;

    private static string WithoutOwner(string text) => HasOwner(text) ? text[(OwnerLength + 1)..] : text;

    private static bool HasOwner(string text) =>
        text.Length > OwnerLength && text[OwnerLength] == '-' && text.AsSpan(0, OwnerLength).IndexOfAnyExceptInRange('0', '9') < 0 && Guid.TryParse(text[(OwnerLength + 1)..], out _);
}
