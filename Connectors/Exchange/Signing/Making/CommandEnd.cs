namespace Connectors.Exchange;

/// <summary>How a command ended.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Said">The beginning of its standard error.</param>
internal sealed record CommandEnd(int Code, byte[] Output, string Said);
