using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>The industry attribute (отраслевой реквизит) of a receipt's line: tags 1262 to 1265.</summary>
/// <param name="RequestId">The id of the check.</param>
/// <param name="Timestamp">Its moment in milliseconds.</param>
/// <param name="Instance">The local module that checked offline; null for an online check.</param>
/// <param name="Version">The local module's version.</param>
internal sealed record ReceiptAttributes(string RequestId, long Timestamp, string? Instance, string? Version)
{
    /// <summary>The value of tag 1265.</summary>
    public string Value => Instance is null ? $"UUID={RequestId}&Time={Timestamp}" : $"UUID={RequestId}&Time={Timestamp}&Inst={Instance}&Ver={Version}";

    public ConnectorRecord ToRecord() => new() { { "1262", "030" }, { "1263", "21.11.2023" }, { "1264", "1944" }, { "1265", Value } };
}
