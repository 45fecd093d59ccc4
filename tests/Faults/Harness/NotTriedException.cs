namespace Faults.Harness;

/// <summary>This machine cannot make the fault: something is not installed, or not permitted.</summary>
internal sealed class NotTriedException(string message) : Exception(message);
