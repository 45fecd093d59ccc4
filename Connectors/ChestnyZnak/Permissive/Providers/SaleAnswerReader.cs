using System.Text;
using System.Text.Json;

namespace Connectors.ChestnyZnak;

/// <summary>Reads answers of all providers: tolerant of types, strict about what an answer must say.</summary>
internal static class SaleAnswerReader
{
    private const long CrossBorderCode = 5000;

    /// <summary>Reads the system's answer; codes it says nothing complete of are left out. Null when it says nothing at all.</summary>
    public static SaleAnswer? Read(SaleProvider provider, JsonElement answer, IReadOnlyList<SaleCode> asked)
    {
        if (answer.ValueKind != JsonValueKind.Object) return null;
        var code = answer.Long("code"u8) ?? 0;
        if (code is not (0 or CrossBorderCode)) return null;
        var read = Envelope(new SaleAnswer(provider, SaleAnswerKind.CrossBorder) { Codes = asked }, answer);
        if (code == CrossBorderCode) return read;
        var facts = Facts(answer, asked, Of);
        var complete = Only(facts, static one => one.IsComplete);
        if (complete.Count > 0) return read with { Kind = SaleAnswerKind.Checked, Codes = [.. complete.Keys], Facts = complete };

        // Checked offline, the local service knows no more than the local module does.
        return read.IsOffline ? Locally(read, facts) : null;
    }

    /// <summary>Reads the local module's answer. Null when it says nothing of the codes.</summary>
    public static SaleAnswer? ReadLocal(JsonElement answer, IReadOnlyList<SaleCode> asked)
    {
        if (answer.ValueKind != JsonValueKind.Object || (answer.Long("code"u8) ?? 0) != 0) return null;
        return Locally(Envelope(new SaleAnswer(SaleProvider.Lm, SaleAnswerKind.CheckedLocally) { Codes = asked }, answer) with { IsOffline = true }, Facts(answer, asked, OfModule));
    }

    private static SaleAnswer? Locally(SaleAnswer read, Dictionary<SaleCode, CodeFacts> facts)
    {
        var told = Only(facts, static one => one.Blocked is not null);
        return told.Count == 0 ? null : read with { Kind = SaleAnswerKind.CheckedLocally, Codes = [.. told.Keys], Facts = told };
    }

    private static Dictionary<SaleCode, CodeFacts> Only(Dictionary<SaleCode, CodeFacts> facts, Func<CodeFacts, bool> fits) =>
        facts.Values.All(fits) ? facts : facts.Where(pair => fits(pair.Value)).ToDictionary();

    private static SaleAnswer Envelope(SaleAnswer made, JsonElement answer) => made with
    {
        RequestId = answer.Text("reqId"u8),
        Timestamp = answer.Long("reqTimestamp"u8),
        IsOffline = answer.Flag("isCheckedOffline"u8) == true,
        Instance = answer.Text("inst"u8),
        Version = answer.Text("version"u8),
    };

    private static Dictionary<SaleCode, CodeFacts> Facts(JsonElement answer, IReadOnlyList<SaleCode> asked, Func<JsonElement, CodeFacts> read)
    {
        var facts = new Dictionary<SaleCode, CodeFacts>();
        foreach (var item in answer.Items("codes"u8))
        {
            if (Find(item, asked) is not { } code) continue;
            var one = read(item);

            // Two rows for one code: the one that forbids is believed.
            if (!facts.TryGetValue(code, out var known) || (one.Blocked == true && known.Blocked != true)) facts[code] = one;
        }

        return facts;
    }

    // A code comes back as it was sent, but the local service was sent base64, and the local module the КИ.
    private static SaleCode? Find(JsonElement item, IReadOnlyList<SaleCode> asked)
    {
        var sent = item.Text("cis"u8);
        foreach (var code in asked)
        {
            if (code.Full == sent || code.Cis == sent) return code;
        }

        var shown = item.Text("printView"u8);
        return asked.FirstOrDefault(code => code.Cis == shown || Convert.ToBase64String(Encoding.UTF8.GetBytes(code.Full)) == sent);
    }

    private static CodeFacts Of(JsonElement item) => new()
    {
        ErrorCode = ErrorOf(item.Part("errorCode"u8)),
        Valid = item.Flag("valid"u8),
        Found = item.Flag("found"u8),
        Verified = item.Flag("verified"u8),
        Utilised = item.Flag("utilised"u8),
        Sold = item.Flag("sold"u8),
        Realizable = item.Flag("realizable"u8),
        Blocked = item.Flag("isBlocked"u8),
        GrayZone = item.Flag("grayZone"u8),
        BlockedBy = Texts(item.Items("ogvs"u8)),
        Groups = Numbers(item.Items("groupIds"u8)),
        ExpireDate = item.Moment("expireDate"u8),
        MaxPrice = item.Long("mrp"u8),
        MinPrice = item.Long("smp"u8),
        InnerUnits = item.Long("innerUnitCount"u8),
        SoldUnits = item.Long("soldUnitCount"u8),
    };

    private static CodeFacts OfModule(JsonElement item) => new() { Blocked = item.Flag("isBlocked"u8), Sold = item.Flag("sold"u8), GrayZone = item.Flag("isGreyGtin"u8), MaxPrice = item.Long("mrp"u8), MinPrice = item.Long("smp"u8) };

    // An error that cannot be read as a number is an error all the same.
    private static int? ErrorOf(JsonElement value) => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null
        : value.LongOf() is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : -1;

    private static List<string> Texts(JsonElement.ArrayEnumerator items)
    {
        var texts = new List<string>();
        foreach (var item in items)
        {
            if (item.TextOf() is { } text) texts.Add(text);
        }

        return texts;
    }

    private static List<int> Numbers(JsonElement.ArrayEnumerator items)
    {
        var numbers = new List<int>();
        foreach (var item in items)
        {
            if (item.LongOf() is { } number and >= 0 and <= int.MaxValue) numbers.Add((int)number);
        }

        return numbers;
    }
}
