namespace Emulators.OneC;

/// <summary>A fault: of the caller (the message is wrong) or of the base (its code threw).</summary>
internal sealed class SoapFaultException(string message, bool isCaller = false) : Exception(message)
{
    public bool IsCaller { get; } = isCaller;
}
