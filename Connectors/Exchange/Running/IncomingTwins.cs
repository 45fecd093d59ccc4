using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Items that came twice under different ids.</summary>
internal static class IncomingTwins
{
    /// <summary>What the protocol says about the second one.</summary>
    public static string Describe(StoredIncoming twin) => $"A repetition of '{twin.Item.RemoteId}' without effect.";
}
