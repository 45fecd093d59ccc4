namespace Emulators.ChestnyZnak;

/// <summary>A token that was given.</summary>
/// <param name="Value">The token.</param>
/// <param name="Purpose">true-api, suz or permissive.</param>
/// <param name="Inn">Whose it is.</param>
/// <param name="OmsConnection">The installation of a client token.</param>
/// <param name="Given">When.</param>
/// <param name="Expires">Until when.</param>
public sealed record Token(string Value, string Purpose, string Inn, string? OmsConnection, DateTimeOffset Given, DateTimeOffset Expires)
{
    /// <summary>A newer client token of the same installation has killed it.</summary>
    public bool Killed { get; init; }
}
