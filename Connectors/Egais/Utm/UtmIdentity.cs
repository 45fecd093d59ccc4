namespace Connectors.Egais;

/// <summary>Whom a UTM belongs to, as far as it says.</summary>
/// <param name="Owner">The FSRAR ID; null when it does not say.</param>
/// <param name="Epoch">The mark of its database, without what a path or an id could not hold; empty when it does not say.</param>
internal sealed record UtmIdentity(string? Owner, string Epoch)
{
    /// <summary>The version, where it says.</summary>
    public string? Version { get; init; }

    public static string EpochOf(string? created) => created is null ? "" : new([.. created.Where(char.IsAsciiLetterOrDigit)]);
}
