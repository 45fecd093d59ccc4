namespace Connectors.OneC.OData;

/// <summary>Addresses of single objects.</summary>
internal static class ODataAddress
{
    /// <summary><c>Catalog_Товары(guid'…')</c>, escaped; a slash in a text of the key is no step of the path.</summary>
    public static string One(string entity, EdmType type, object? key, ODataLiteral literals) =>
        AddressText.Encode(entity) + AddressText.Encode(ODataKey.Of(key, type, literals)).Replace("/", "%2F", StringComparison.Ordinal);
}
