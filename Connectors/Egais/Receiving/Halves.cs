using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cleverence.Connectivity;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.Egais;

/// <summary>Halves of waybills as records.</summary>
internal static class Halves
{
    /// <summary>What both halves have alike: number, date and both parties. Hashed, since numbers may be longer than a key.</summary>
    public static string KeyOf(string number, DateOnly date, string shipperId, string consigneeId)
    {
        var text = string.Join('\n', number.Trim(), date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), shipperId.Trim(), consigneeId.Trim());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }

    public static RecordChange Change(WaybillHalf half)
    {
        var content = new JObject { ["fsrarId"] = half.FsrarId, ["remoteId"] = half.RemoteId, ["pairKey"] = half.PairKey, ["registration"] = half.IsRegistration, ["identity"] = half.Identity, ["regId"] = half.RegId, ["hash"] = half.Hash, ["warned"] = half.Warned };
        return new RecordChange(RecordKinds.Half, RecordKeyOf(half.FsrarId, half.RemoteId), Encoding.UTF8.GetBytes(content.ToString(Formatting.None))) { Index1 = half.PairKey, Index2 = half.FsrarId };
    }

    /// <summary>The removal of a half that found the other one.</summary>
    public static RecordChange Removal(string fsrarId, string remoteId) => new(RecordKinds.Half, RecordKeyOf(fsrarId, remoteId), null);

    public static WaybillHalf Read(StoredRecord record)
    {
        var stored = JObject.Parse(Encoding.UTF8.GetString(record.Content));
        return new WaybillHalf((string)stored["remoteId"]!, (string)stored["fsrarId"]!, (string)stored["pairKey"]!, (bool)stored["registration"]!)
        {
            Identity = (string?)stored["identity"],
            RegId = (string?)stored["regId"],
            Hash = (string?)stored["hash"] ?? "",
            Warned = (bool?)stored["warned"] ?? false,
            Version = record.Version,
        };
    }

    private static string RecordKeyOf(string fsrarId, string remoteId) => $"{fsrarId}/{remoteId}";
}
