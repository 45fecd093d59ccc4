using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>Reads answers of all providers: tolerant of types, strict about what an answer must say.</summary>
internal static class SaleAnswerReader
{
    private const long CrossBorderCode = 5000;

    /// <summary>Reads the system's answer; codes it says nothing complete of are left out. Null when it says nothing at all.</summary>
    public static SaleAnswer? Read(SaleProvider provider, JToken? answer, IReadOnlyList<SaleCode> asked)
    {
        if (answer is not JObject) return null;
        var code = answer.Long("code") ?? 0;
        if (code is not (0 or CrossBorderCode)) return null;
        var read = Envelope(new SaleAnswer(provider, SaleAnswerKind.CrossBorder) { Codes = asked }, answer);
        if (code == CrossBorderCode) return read;
        var facts = Facts(answer, asked, Of);
        var complete = facts.Where(pair => pair.Value.IsComplete).ToDictionary();
        if (complete.Count > 0) return read with { Kind = SaleAnswerKind.Checked, Codes = [.. complete.Keys], Facts = complete };

        // Checked offline, the local service knows no more than the local module does.
        return read.IsOffline ? Locally(read, facts) : null;
    }

    /// <summary>Reads the local module's answer. Null when it says nothing of the codes.</summary>
    public static SaleAnswer? ReadLocal(JToken? answer, IReadOnlyList<SaleCode> asked)
    {
        if (answer is not JObject || (answer.Long("code") ?? 0) != 0) return null;
        return Locally(Envelope(new SaleAnswer(SaleProvider.Lm, SaleAnswerKind.CheckedLocally) { Codes = asked }, answer) with { IsOffline = true }, Facts(answer, asked, OfModule));
    }

    private static SaleAnswer? Locally(SaleAnswer read, Dictionary<SaleCode, CodeFacts> facts)
    {
        var told = facts.Where(pair => pair.Value.Blocked is not null).ToDictionary();
        return told.Count == 0 ? null : read with { Kind = SaleAnswerKind.CheckedLocally, Codes = [.. told.Keys], Facts = told };
    }

    private static SaleAnswer Envelope(SaleAnswer made, JToken answer) => made with
    {
        RequestId = answer.Text("reqId"),
        Timestamp = answer.Long("reqTimestamp"),
        IsOffline = answer.Flag("isCheckedOffline") == true,
        Instance = answer.Text("inst"),
        Version = answer.Text("version"),
    };

    private static Dictionary<SaleCode, CodeFacts> Facts(JToken answer, IReadOnlyList<SaleCode> asked, Func<JToken, CodeFacts> read)
    {
        var facts = new Dictionary<SaleCode, CodeFacts>();
        foreach (var item in answer.Items("codes"))
        {
            if (Find(item, asked) is not { } code) continue;
            var one = read(item);

            // Two rows for one code: the one that forbids is believed.
            if (!facts.TryGetValue(code, out var known) || (one.Blocked == true && known.Blocked != true)) facts[code] = one;
        }

        return facts;
    }

    // A code comes back as it was sent, but the local service was sent base64, and the local module the КИ.
    private static SaleCode? Find(JToken item, IReadOnlyList<SaleCode> asked)
    {
        var sent = item.Text("cis");
        var shown = item.Text("printView");
        foreach (var code in asked)
        {
            if (code.Full == sent || code.Cis == sent) return code;
        }

        return asked.FirstOrDefault(code => code.Cis == shown || Convert.ToBase64String(Encoding.UTF8.GetBytes(code.Full)) == sent);
    }

    private static CodeFacts Of(JToken item) => new()
    {
        ErrorCode = ErrorOf(item),
        Valid = item.Flag("valid"),
        Found = item.Flag("found"),
        Verified = item.Flag("verified"),
        Utilised = item.Flag("utilised"),
        Sold = item.Flag("sold"),
        Realizable = item.Flag("realizable"),
        Blocked = item.Flag("isBlocked"),
        GrayZone = item.Flag("grayZone"),
        BlockedBy = [.. item.Items("ogvs").Select(one => one.TextOf()).OfType<string>()],
        Groups = [.. item.Items("groupIds").Select(one => int.TryParse(one.TextOf(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).Where(number => number >= 0)],
        ExpireDate = item.Moment("expireDate"),
        MaxPrice = item.Long("mrp"),
        MinPrice = item.Long("smp"),
        InnerUnits = item.Long("innerUnitCount"),
        SoldUnits = item.Long("soldUnitCount"),
    };

    private static CodeFacts OfModule(JToken item) => new() { Blocked = item.Flag("isBlocked"), Sold = item.Flag("sold"), GrayZone = item.Flag("isGreyGtin"), MaxPrice = item.Long("mrp"), MinPrice = item.Long("smp") };

    // An error that cannot be read as a number is an error all the same.
    private static int? ErrorOf(JToken item) => item.Field("errorCode") switch
    {
        null or { Type: JTokenType.Null } => null,
        _ => item.Long("errorCode") is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : -1,
    };
}
