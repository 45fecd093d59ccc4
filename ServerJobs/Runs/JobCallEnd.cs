using Cleverence.Connectivity;

namespace ServerJobs;

/// <summary>How a job's call ended for its run, and the task that ends when nothing of the call runs any more.</summary>
internal sealed record JobCallEnd(JobOutcome Outcome, ConnectorError? Error, Task Rest);
