using System.Collections.Concurrent;

namespace Emulators.ChestnyZnak;

/// <summary>Reads and verifies signatures: those of the test signer, and real ones where a certificate was given.</summary>
internal sealed class CmsReader(string? certificateFile, string? configuration)
{
    /// <summary>Every signature that was read.</summary>
    public ConcurrentQueue<string> Seen { get; } = new();

    /// <summary>The signature in one line of base64, or null when it is none.</summary>
    public SignedForm? Read(string? base64, byte[]? detached)
    {
        if (string.IsNullOrEmpty(base64) || base64.AsSpan().ContainsAny('\r', '\n', ' ')) return null;
        var cms = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, cms, out var length)) return null;
        cms = cms[..length];
        Seen.Enqueue(base64);
        return TestCms.Read(cms, detached) ?? ShapedCms.Read(cms, detached) ?? (certificateFile is null ? null : OpenSslCms.Read(cms, detached, certificateFile, configuration));
    }

    /// <summary>Refuses what is not a detached signature of exactly these bytes.</summary>
    public void NeedDetached(string? base64, byte[] data, int whenAttached, int whenWrong)
    {
        var signed = Read(base64, data) ?? throw new RefusalException(whenWrong, "Подпись не является CMS в base64 одной строкой");
        if (signed.Attached) throw new RefusalException(whenAttached, "Ожидается откреплённая подпись");
        if (!signed.Fits) throw new RefusalException(whenWrong, "Подпись не соответствует данным");
    }
}
