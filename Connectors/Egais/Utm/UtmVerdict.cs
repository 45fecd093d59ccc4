namespace Connectors.Egais;

/// <summary>How a UTM is, best last: the first that is true counts.</summary>
internal enum UtmVerdict
{
    /// <summary>It does not answer.</summary>
    Offline,

    /// <summary>Its key does not work, or belongs to another organisation. Nothing is exchanged.</summary>
    WrongKey,

    CertificateExpired,

    CertificateExpiring,

    /// <summary>Cheques have not been sent for days.</summary>
    ChequesStuck,

    Ok,
}
