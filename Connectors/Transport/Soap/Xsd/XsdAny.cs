namespace Connectors.Transport.Soap;

/// <summary>A place for elements the schema does not name.</summary>
internal sealed class XsdAny : XsdParticle
{
    /// <summary>The field that carries such elements as XML text.</summary>
    public const string Field = "#any";
}
