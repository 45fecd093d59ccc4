using System.Globalization;
using Connectors.Egais;

namespace Unit.Tests.Egais.Marks;

/// <summary>Made-up marks, boxes and waybills.</summary>
internal static class MadeMarks
{
    public const string Box = "03000012345610125000000017";
    public const string Pallet = "03000012345620125000000001";
    private const string Signature = "MADEUPSIGNATURE0123456789";

    public static string New(string type = "136", string series = "200", string number = "00012345", string month = "07", string year = "25", string version = "001", string? signature = null) =>
        type + series + number + month + year + version + (signature ?? string.Concat(Enumerable.Repeat(Signature, 6))[..129]);

    /// <summary>The mark with a number of its own.</summary>
    public static string Numbered(int number) => New(number: number.ToString("D8", CultureInfo.InvariantCulture));

    /// <summary>A mark of the first generation.</summary>
    public static string Old(string alc = "00000XRLS1WQ49JI", string check = "5", string month = "07", string day = "18", string digits = "001234567") =>
        "22N" + alc + "A1B2" + check + month + day + digits + "EXAMPLESIGNATUREEXAMPLESIGNATUR";

    public static Waybill Waybill(params WaybillPosition[] positions) => new("WBInvoiceFromMe", "7", new DateOnly(2026, 2, 3), new DateOnly(2026, 2, 3)) { Positions = positions };

    public static WaybillPosition Position(string identity, decimal quantity, params MarkBox[] boxes) =>
        new(identity, new Product("0123456789012345678") { ShortName = $"Product {identity}" }, quantity) { FaRegId = "FA-000000000000001", F2RegId = "FB-000000900000001", OwnF2RegId = $"FB-00000090000000{identity}", Boxes = boxes };
}
