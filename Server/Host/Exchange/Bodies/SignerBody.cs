using Connectors.Exchange;
using Server.Api;

namespace Server.Exchange;

/// <summary>A signer.</summary>
internal sealed record SignerBody(string Name, string Kind, string? Thumbprint, string? Inn, DateTimeOffset? NotAfter, bool EndsSoon, FaultBody? Error)
{
    public static SignerBody Of(SignerState state, string? language) =>
        new(state.Name, state.Kind, state.Thumbprint, state.Inn, state.NotAfter, state.EndsSoon, FaultBody.Of(state.Error, language));
}
