namespace Unit.Tests.Exchange;

/// <summary>The server died here.</summary>
internal sealed class CrashException : Exception;
