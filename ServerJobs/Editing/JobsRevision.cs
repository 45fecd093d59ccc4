using System.Security.Cryptography;

namespace ServerJobs;

/// <summary>The revision of a job file: the SHA-256 of its bytes.</summary>
internal static class JobsRevision
{
    public static string Of(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
