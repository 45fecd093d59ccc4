namespace Cleverence.Connectivity.Exchange;

/// <summary>The signers of the configuration.</summary>
/// <remarks>Thread-safe. A connector takes it by its constructor.</remarks>
public interface ISigners
{
    /// <summary>The names that are configured, in their order.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Finds a signer by its name, ignoring case.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The signer, or null.</returns>
    ISigner? Find(string name);
}
