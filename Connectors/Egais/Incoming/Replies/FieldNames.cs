using System.Collections.Frozen;

namespace Connectors.Egais;

/// <summary>The names of fields in answers, as callers see them.</summary>
internal static class FieldNames
{
    // The short forms and the first generation call F1 and F2 otherwise; a caller looks under one name.
    private static readonly Dictionary<string, string> Renamed = new()
    {
        ["Inform1RegId"] = "informF1RegId",
        ["Inform2RegId"] = "informF2RegId",
        ["InformARegId"] = "informF1RegId",
        ["InformBRegId"] = "informF2RegId",
        ["WbRegID"] = "wbRegId",
    };

    private static readonly string[] Usual =
    [
        "RestsDate", "Product", "Quantity", "InformF1RegId", "InformF2RegId", "alcPercent", "alcPercentMin", "alcPercentMax", "AlcCode", "UnitType", "Type", "FullName", "ShortName", "Capacity", "AlcVolume",
        "Producer", "ProductVCode", "Package_Type_Code", "Shipper", "Consignee", "ttnNumber", "ttnDate", "DocType", "DocId", "Operation", "OperDate", "RegForm2", "lev", "Form2", "parentForm2", "WBRegId", "amount",
        "Identity", "Rank", "Number", "Barcode", "State", "VersionWB", "isLicense",
    ];

    private static readonly FrozenSet<string> Numbers = new[]
    {
        "Quantity", "alcPercent", "alcPercentMin", "alcPercentMax", "Capacity", "AlcVolume", "amount", "lev", "WriteOffCh", "ReturnCh", "ExciseRate",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Lists = new[] { "amc", "ms", "boxpos", "Range", "Position", "InformF2Item", "step", "OperationB", "addresslist" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Made once: a name of a row would otherwise be made anew for every row.
    private static readonly FrozenDictionary<string, string> Known = Usual.ToDictionary(name => name, ElementNames.CamelCase).Concat(Renamed).ToFrozenDictionary();

    public static string Of(string element) => Known.TryGetValue(element, out var name) ? name : ElementNames.CamelCase(element);

    public static bool IsNumber(string element) => Numbers.Contains(element);

    /// <summary>Whether the element stands for one of many even when it is alone.</summary>
    public static bool IsListed(string element) => Lists.Contains(element);
}
