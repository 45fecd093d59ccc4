namespace Emulators.OneC;

/// <summary>One session of the base.</summary>
internal sealed class Session(string user)
{
    public string Id { get; } = Guid.NewGuid().ToString();

    public string User { get; } = user;

    public bool Busy { get; set; }

    public long LastUsed { get; set; }
}
