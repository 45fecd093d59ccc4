namespace ServerJobs;

/// <summary>One of the servers that share the jobs.</summary>
/// <param name="Id">An id of this start of the server: one that was restarted is another node, and what it ran before is lost.</param>
/// <param name="Name">The name people know it by.</param>
public sealed record JobNode(string Id, string Name);
