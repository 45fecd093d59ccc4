using System.Xml.Linq;

namespace Emulators.OneC;

/// <summary>Namespaces of SOAP and of 1C's own types.</summary>
internal static class SoapNames
{
    public static readonly XNamespace Envelope11 = "http://schemas.xmlsoap.org/soap/envelope/";
    public static readonly XNamespace Envelope12 = "http://www.w3.org/2003/05/soap-envelope";
    public static readonly XNamespace Xs = "http://www.w3.org/2001/XMLSchema";
    public static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";
    public static readonly XNamespace Core = "http://v8.1c.ru/8.1/data/core";

    public static XAttribute Nil => new(Xsi + "nil", "true");
}
