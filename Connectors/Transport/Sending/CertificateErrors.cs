using Cleverence.Connectivity;

namespace Connectors.Transport;

/// <summary>The errors of the other side's certificate. Nothing was sent, and a repeat alone does not help.</summary>
internal static class CertificateErrors
{
    public static ConnectorError Of(CertificateFault fault, string target) => fault switch
    {
        CertificateFault.Expired => Make("CERTIFICATE_EXPIRED", target, "has expired. Have it renewed", "просрочен. Попросите его обновить"),
        CertificateFault.NotYetValid => Make("CERTIFICATE_NOT_YET_VALID", target, "is not valid yet. Check the clocks of both machines", "ещё не действует. Проверьте часы на обеих машинах"),
        CertificateFault.SelfSigned => Make("CERTIFICATE_SELF_SIGNED", target, "is signed by itself. If it is right, name its file in tls.caFile", "подписан сам собой. Если он верен, укажите его файл в tls.caFile"),
        CertificateFault.WrongName => Make("CERTIFICATE_WRONG_NAME", target, "is for another name. Use that name in baseAddress or write it into tls.host", "выдан на другое имя. Укажите это имя в baseAddress или в tls.host"),
        CertificateFault.Missing => Make("TLS_FAILED", target, "was not shown. Check that the port speaks TLS", "не предъявлен. Проверьте, что порт работает по TLS"),
        _ => Make("CERTIFICATE_UNTRUSTED", target, "is signed by an authority unknown here. Name the authority's file in tls.caFile", "подписан неизвестным здесь центром. Укажите файл центра в tls.caFile"),
    };

    private static ConnectorError Make(string reason, string target, string what, string whatRu) =>
        new(ConnectorErrorCode.Unavailable, $"The certificate of {target} {what}.") { MessageRu = $"Сертификат {target} {whatRu}.", Reason = reason };
}
