namespace Cleverence.Connectivity.Classic;

/// <summary>Says which host stands behind the static names of the classic object model on the current flow of execution.</summary>
/// <remarks>It flows into threads, timers and tasks started inside the scope. This is the only static state of the contract.</remarks>
public static class ClassicScope
{
    private static readonly AsyncLocal<IClassicHost?> Entered = new();

    /// <summary>The host entered last, or null outside of every scope.</summary>
    public static IClassicHost? Current => Entered.Value;

    /// <summary>Puts a host behind the static names until the returned object is disposed.</summary>
    /// <param name="host">The host.</param>
    /// <returns>Dispose it to bring back what was there before.</returns>
    public static IDisposable Enter(IClassicHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var before = Entered.Value;
        Entered.Value = host;
        return new Leaving(before);
    }

    internal static IClassicHost Required(string name) =>
        Current ?? throw new InvalidOperationException(
            $"{name} works only while the server runs a classic connector: in its constructor, its Initialize and its InvokeMethod, or inside ClassicScope.Enter.");

    private sealed class Leaving(IClassicHost? before) : IDisposable
    {
        public void Dispose() => Entered.Value = before;
    }
}
