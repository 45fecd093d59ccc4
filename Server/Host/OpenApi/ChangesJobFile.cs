namespace Server.OpenApi;

/// <summary>Marks an endpoint that changes the job file and may be told the revision it means.</summary>
internal sealed record ChangesJobFile;
