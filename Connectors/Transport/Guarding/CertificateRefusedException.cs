namespace Connectors.Transport;

/// <summary>The other side's certificate was looked at and refused.</summary>
internal sealed class CertificateRefusedException(CertificateFault fault, string text)
    : Exception(text)
{
    public CertificateFault Fault { get; } = fault;
}
