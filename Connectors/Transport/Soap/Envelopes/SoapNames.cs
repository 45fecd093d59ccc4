namespace Connectors.Transport.Soap;

/// <summary>The names of envelopes.</summary>
internal static class SoapNames
{
    public const string Envelope11 = "http://schemas.xmlsoap.org/soap/envelope/";
    public const string Envelope12 = "http://www.w3.org/2003/05/soap-envelope";

    public static string EnvelopeOf(SoapVersion version) => version == SoapVersion.Soap12 ? Envelope12 : Envelope11;

    public static bool IsEnvelope(string space) => space is Envelope11 or Envelope12;
}
