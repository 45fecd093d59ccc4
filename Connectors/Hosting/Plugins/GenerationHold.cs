namespace Connectors.Hosting;

/// <summary>Keeps a generation of a plugin loaded until it is disposed; says what for.</summary>
internal sealed class GenerationHold(GenerationHolds holds, string what) : IDisposable
{
    private GenerationHolds? holds = holds;

    public string What { get; } = what;

    public void Dispose() => Interlocked.Exchange(ref holds, null)?.Release(this);
}
