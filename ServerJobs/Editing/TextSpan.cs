namespace ServerJobs;

/// <summary>A stretch of the file's bytes.</summary>
internal readonly record struct TextSpan(int Start, int End);
