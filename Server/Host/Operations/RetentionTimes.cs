namespace Server.Operations;

/// <summary>How long records are kept.</summary>
/// <param name="Runs">Ended runs of jobs.</param>
/// <param name="RunsPerJob">How many of each job at most.</param>
/// <param name="Exchange">Ended messages of the exchange, handled incoming items and the payloads in the protocol.</param>
internal sealed record RetentionTimes(TimeSpan Runs, int RunsPerJob, TimeSpan Exchange);
