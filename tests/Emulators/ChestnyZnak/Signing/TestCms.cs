using System.Security.Cryptography;
using System.Text;

namespace Emulators.ChestnyZnak;

/// <summary>
/// The signature of the test signer: <c>TESTCMS1;attached|detached;HEX-SHA-256;BASE64</c>, the last part empty when detached.
/// One more part, <c>;inn=…</c>, may tell whose it is.
/// </summary>
public static class TestCms
{
    private const string Mark = "TESTCMS1;";

    /// <summary>Signs as the test signer does.</summary>
    /// <param name="data">What is signed.</param>
    /// <param name="attached">Whether the signature holds it.</param>
    /// <param name="inn">Whose signature it is.</param>
    /// <returns>The bytes that take the place of a CMS.</returns>
    public static byte[] Sign(ReadOnlySpan<byte> data, bool attached, string? inn = null) =>
        Encoding.ASCII.GetBytes($"{Mark}{(attached ? "attached" : "detached")};{Convert.ToHexStringLower(SHA256.HashData(data))};{(attached ? Convert.ToBase64String(data) : "")}{(inn is null ? "" : $";inn={inn}")}");

    internal static SignedForm? Read(byte[] cms, byte[]? detached)
    {
        if (!cms.AsSpan().StartsWith(Encoding.ASCII.GetBytes(Mark))) return null;
        var parts = Encoding.ASCII.GetString(cms).Split(';');
        if (parts.Length < 3 || parts[1] is not ("attached" or "detached")) return null;
        var attached = parts[1] == "attached";
        var held = new byte[parts.Length > 3 ? parts[3].Length : 0];
        if (attached && (parts.Length < 4 || !Convert.TryFromBase64String(parts[3], held, out _))) return null;
        var data = attached ? Convert.FromBase64String(parts[3]) : detached ?? [];
        var fits = string.Equals(parts[2], Convert.ToHexStringLower(SHA256.HashData(data)), StringComparison.OrdinalIgnoreCase);
        var inn = parts.Length > 4 && parts[4].StartsWith("inn=", StringComparison.Ordinal) ? parts[4][4..] : null;
        return new SignedForm(attached, attached ? data : [], fits, inn);
    }
}
