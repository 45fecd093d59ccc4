using Emulators.Faults;

namespace Integration.Tests.Transport;

/// <summary>What a call of a safety must come to under a fault, with every connector.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Safety">The safety of the method.</param>
/// <param name="Code">The code of the error.</param>
/// <param name="Retryable">Whether the same call may succeed later.</param>
/// <param name="InDoubt">Whether it may have had its effect.</param>
/// <param name="Sent">How many requests reach the other side.</param>
public sealed record MatrixRow(Fault Fault, string Safety, string Code, bool Retryable, bool InDoubt, int Sent);
