using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>The namespaces of the format.</summary>
internal static class Names
{
    private const string Root = "http://fsrar.ru/WEGAIS/";

    public static readonly XNamespace Single = Of("WB_DOC_SINGLE_01");
    public static readonly XNamespace Client = Of("ClientRef_v2");
    public static readonly XNamespace Product = Of("ProductRef_v2");
    public static readonly XNamespace Common = Of("CommonV3");

    public static XNamespace Of(string suffix) => Root + suffix;
}
