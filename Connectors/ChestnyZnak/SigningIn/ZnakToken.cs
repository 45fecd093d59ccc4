namespace Connectors.ChestnyZnak;

/// <summary>A token and its time.</summary>
/// <param name="Value">The token; it belongs in no log.</param>
/// <param name="ExpiresAt">When the other side ends it.</param>
internal sealed record ZnakToken(string Value, DateTimeOffset ExpiresAt)
{
    // The token itself must not slip into a log by way of the record's text.
    public override string ToString() => $"token until {ExpiresAt:u}";
}
