namespace Connectors.Hosting;

/// <summary>How long files must have been left alone before they are read, and how often they are looked at when nobody tells of a change.</summary>
internal sealed record WatchPace(TimeSpan Quiet, TimeSpan Poll);
