namespace Faults.Schedule;

/// <summary>Something a trial looked for was not there.</summary>
internal sealed class TrialException(string message) : Exception(message);
