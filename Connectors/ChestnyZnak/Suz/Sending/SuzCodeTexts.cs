namespace Connectors.ChestnyZnak;

/// <summary>What the numbers say that reports give for single codes.</summary>
internal static class SuzCodeTexts
{
    /// <summary>The text of a number; null for one that is not known, whose own text stands then.</summary>
    public static (string En, string Ru)? Of(int code) => code switch
    {
        0 => ("good", "принят"),
        1 => ("duplicate, or already applied or dropped", "дубль, уже нанесён или уже выбыл"),
        2 => ("unknown code or wrong product group", "неизвестный код или не та товарная группа"),
        3 => ("wrong data of the report", "неверные данные отчёта"),
        4 => ("written off", "списан"),
        6 => ("no money on the account", "нет средств на счёте"),
        7 => ("no account", "нет лицевого счёта"),
        9 => ("not our code", "чужой код"),
        11 => ("weight is missing", "не указан вес"),
        12 => ("no card of the GTIN", "нет карточки GTIN"),
        13 => ("weight is not expected", "вес указывать нельзя"),
        14 => ("volume is missing", "не указан объём"),
        31 => ("wrong date of expiry", "неверный срок годности"),
        34 => ("wrong date of production", "неверная дата производства"),
        39 => ("wrong type of code", "неверный тип кода"),
        101 => ("wrong structure", "неверная структура кода"),
        102 => ("not in the register", "нет в реестре"),
        103 => ("the crypto check failed", "не прошёл криптопроверку"),
        _ => null,
    };
}
