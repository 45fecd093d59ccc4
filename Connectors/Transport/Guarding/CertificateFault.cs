namespace Connectors.Transport;

/// <summary>What is wrong with the other side's certificate.</summary>
internal enum CertificateFault
{
    Expired,
    NotYetValid,
    SelfSigned,
    Untrusted,
    WrongName,
    Missing,
}
