using System.Security.Cryptography;
using System.Text;

namespace Connectors.Egais;

/// <summary>Our own Identity in a message: stable for one operation on a document, another one for each time that it is prepared anew.</summary>
internal static class DocumentIdentity
{
    /// <summary>
    /// The Identity of the next message of an operation. Operations that share a prefix share the count, for otherwise
    /// a refusal prepared after an act of acceptance would carry the Identity of that act.
    /// </summary>
    public static string? Of(EgaisOperation operation, EgaisDocument document)
    {
        if (PrefixOf(operation) is not { } prefix) return null;
        var before = document.Prepared.Where(pair => Enum.TryParse<EgaisOperation>(pair.Key, out var earlier) && PrefixOf(earlier) == prefix).Sum(pair => pair.Value);
        var stem = $"{prefix}-{UuidOf(document.Id)}";
        return before == 0 ? stem : $"{stem}-{before + 1}";
    }

    /// <summary>The three letters of an operation; null where its XML has no Identity.</summary>
    public static string? PrefixOf(EgaisOperation operation) => operation switch
    {
        EgaisOperation.WayBill => "wbl",
        EgaisOperation.ActAccept or EgaisOperation.ActReject or EgaisOperation.ActDifferences => "awb",
        EgaisOperation.DifferencesConfirm or EgaisOperation.DifferencesRefuse or EgaisOperation.RepealConfirmWayBill or EgaisOperation.RepealRefuseWayBill => "cnf",
        EgaisOperation.ChargeOnRegister1 or EgaisOperation.ChargeOnRegister2 => "chg",
        EgaisOperation.WriteOffRegister1 or EgaisOperation.WriteOffRegister2 => "wro",
        EgaisOperation.TransferToShop or EgaisOperation.TransferFromShop => "trf",
        EgaisOperation.ChargeOnRegister3 or EgaisOperation.WriteOffRegister3 => "fix",
        _ => null,
    };

    // Ids of other systems may be no UUID; the same id always gives the same one, and 50 characters are the limit.
    private static string UuidOf(string id) => (Guid.TryParse(id, out var uuid) ? uuid : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16))).ToString("D");
}
