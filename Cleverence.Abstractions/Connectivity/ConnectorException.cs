namespace Cleverence.Connectivity;

/// <summary>"I know what went wrong": the only exception a connector is expected to throw.</summary>
public sealed class ConnectorException : Exception
{
    /// <summary>Makes the exception of an error.</summary>
    /// <param name="error">The error the caller is given.</param>
    /// <param name="innerException">What caused it, for the log.</param>
    public ConnectorException(ConnectorError error, Exception? innerException = null)
        : base((error ?? throw new ArgumentNullException(nameof(error))).Message, innerException) => Error = error;

    /// <summary>Makes the exception of a code and a sentence.</summary>
    /// <param name="code">What kind of failure it is.</param>
    /// <param name="message">One sentence for the operator.</param>
    /// <param name="innerException">What caused it, for the log.</param>
    public ConnectorException(ConnectorErrorCode code, string message, Exception? innerException = null)
        : this(new ConnectorError(code, message), innerException)
    {
    }

    /// <summary>The error the caller is given.</summary>
    public ConnectorError Error { get; }
}
