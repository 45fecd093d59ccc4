namespace Emulators.ChestnyZnak;

/// <summary>The signature in <c>X-Signature</c>: detached, over the exact bytes of the body, or over path and query of a GET.</summary>
internal static class StationSignature
{
    /// <summary>True when the call was signed, and rightly; false when it was not signed.</summary>
    public static bool Check(Call call, byte[] data)
    {
        if (call.Header("X-Signature") is not { Length: > 0 } signature) return false;
        call.Cms.NeedDetached(signature, data, 413, 422);
        return true;
    }
}
