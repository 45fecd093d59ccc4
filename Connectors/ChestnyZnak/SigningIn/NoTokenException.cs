using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Marks, as the cause of a <see cref="ConnectorException"/>, that there was no token to call with: the call itself was not carried out.</summary>
internal sealed class NoTokenException(string message, Exception? cause) : Exception(message, cause)
{
    /// <summary>The failure to throw. What the sign-in left in doubt is no doubt about the call.</summary>
    public static ConnectorException Of(ConnectorError error, Exception? cause = null)
    {
        var told = error with { InDoubt = false };
        return new ConnectorException(told, new NoTokenException(told.Message, cause));
    }

    /// <summary>Whether a call failed for want of a token.</summary>
    public static bool Is(ConnectorException failure) => failure.InnerException is NoTokenException;
}
