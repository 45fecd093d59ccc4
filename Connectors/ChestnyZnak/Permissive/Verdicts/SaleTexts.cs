namespace Connectors.ChestnyZnak;

/// <summary>Verdicts in words, short enough for a screen of 240 × 320, and as machines read them.</summary>
internal static class SaleTexts
{
    /// <summary>The reason as machines read it.</summary>
    public static string Code(SaleReason reason) => reason switch
    {
        SaleReason.Ok => "OK",
        SaleReason.Emergency => "EMERGENCY_MODE",
        SaleReason.NoAnswer => "NO_ANSWER",
        SaleReason.CrossBorder => "CROSS_BORDER_UNAVAILABLE",
        SaleReason.Blocked => "BLOCKED",
        SaleReason.NotFound => "NOT_FOUND",
        SaleReason.BadCode => "BAD_CODE",
        SaleReason.BadSignature => "BAD_SIGNATURE",
        SaleReason.NotApplied => "NOT_APPLIED",
        SaleReason.AlreadySold => "ALREADY_SOLD",
        SaleReason.NotInCirculation => "NOT_IN_CIRCULATION",
        SaleReason.Expired => "EXPIRED",
        SaleReason.GrayZone => "GRAY_ZONE",
        SaleReason.PriceTooHigh => "PRICE_TOO_HIGH",
        _ => "PRICE_TOO_LOW",
    };

    public static string English(SaleDecision decision, SaleOperation operation) => Joined((decision.Verdict, operation) switch
    {
        (SaleVerdict.Sell, SaleOperation.Return) => "Take it back",
        (SaleVerdict.Sell, _) => "Sell",
        (SaleVerdict.Ask, _) => "Decide yourself",
        (_, SaleOperation.Return) => "Do not take it back",
        _ => "Do not sell",
    }, Cause(decision.Reason));

    public static string Russian(SaleDecision decision, SaleOperation operation) => Joined((decision.Verdict, operation) switch
    {
        (SaleVerdict.Sell, SaleOperation.Return) => "Можно вернуть",
        (SaleVerdict.Sell, _) => "Можно продать",
        (SaleVerdict.Ask, _) => "Решите сами",
        (_, SaleOperation.Return) => "Не возвращать",
        _ => "Не продавать",
    }, CauseRu(decision.Reason));

    private static string Joined(string head, string cause) => cause.Length == 0 ? head : $"{head}: {cause}";

    private static string Cause(SaleReason reason) => reason switch
    {
        SaleReason.Ok => "",
        SaleReason.Emergency => "emergency mode",
        SaleReason.NoAnswer => "nobody answered",
        SaleReason.CrossBorder => "foreign code, no check now",
        SaleReason.Blocked => "blocked by the state",
        SaleReason.NotFound => "code is not known",
        SaleReason.BadCode => "wrong code, scan again",
        SaleReason.BadSignature => "code failed the check",
        SaleReason.NotApplied => "code was not applied",
        SaleReason.AlreadySold => "already sold",
        SaleReason.NotInCirculation => "not in circulation",
        SaleReason.Expired => "expired",
        SaleReason.GrayZone => "grey zone",
        SaleReason.PriceTooHigh => "price above the maximum",
        _ => "price below the minimum",
    };

    private static string CauseRu(SaleReason reason) => reason switch
    {
        SaleReason.Ok => "",
        SaleReason.Emergency => "аварийный режим",
        SaleReason.NoAnswer => "проверка не ответила",
        SaleReason.CrossBorder => "код другой страны",
        SaleReason.Blocked => "запрет госоргана",
        SaleReason.NotFound => "код не найден",
        SaleReason.BadCode => "неверный код",
        SaleReason.BadSignature => "код не прошёл проверку",
        SaleReason.NotApplied => "код не нанесён",
        SaleReason.AlreadySold => "уже продан",
        SaleReason.NotInCirculation => "не в обороте",
        SaleReason.Expired => "срок истёк",
        SaleReason.GrayZone => "«серая зона»",
        SaleReason.PriceTooHigh => "цена выше МРЦ",
        _ => "цена ниже ЕМЦ",
    };
}
