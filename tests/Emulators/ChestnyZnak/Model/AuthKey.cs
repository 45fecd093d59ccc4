namespace Emulators.ChestnyZnak;

/// <summary>A pair of auth/key; good for one sign-in.</summary>
internal sealed record AuthKey(string Uuid, string Text, DateTimeOffset Given)
{
    public bool Used { get; init; }
}
