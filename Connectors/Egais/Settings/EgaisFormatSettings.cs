namespace Connectors.Egais;

/// <summary>How documents and cheques are written where programs differ.</summary>
public sealed class EgaisFormatSettings
{
    /// <summary>The question about rests of the warehouse: <c>v2</c> or <c>v3</c>.</summary>
    public string Rests { get; set; } = "v2";

    /// <summary>The value of <c>type</c> that cheques are posted under; empty for none.</summary>
    public string ChequeType { get; set; } = "ChequeV3";

    /// <summary>Whether acts on waybills leave <c>Transport/ChangeOwnership</c> out.</summary>
    public bool OmitChangeOwnership { get; set; }

    /// <summary>Whether <c>bc</c> of QueryFilter is written without a namespace.</summary>
    public bool PlainFilter { get; set; }

    /// <summary>A folder with the registry's schemas that outgoing documents are checked against; empty for none.</summary>
    public string Schemas { get; set; } = "";
}
