namespace Connectors.Hosting;

/// <summary>Foreign code did not end within its limit; it may still be running. Told apart from a time-out the foreign code itself reports.</summary>
internal sealed class TooSlowException(string what, TimeSpan limit) : Exception($"{what} did not end within {limit:c}.");
