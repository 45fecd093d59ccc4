namespace Emulators.ChestnyZnak;

/// <summary>The product group a call names.</summary>
internal static class Groups
{
    public static string NeedGroup(this Call call, string parameter = "pg") => call.AskGroup(parameter) ?? throw new RefusalException(400, $"Не указан параметр {parameter}");

    public static string? AskGroup(this Call call, string parameter = "pg")
    {
        if (call.Ask(parameter) is not { Length: > 0 } alias) return null;
        if (ProductGroups.NumberOf(alias) == 0) throw new RefusalException(400, $"Неизвестная товарная группа {alias}");
        return call.Own.ProductGroups.Contains(alias) ? alias : throw new RefusalException(403, $"Нет договора по товарной группе {alias}");
    }

    public static string NeedGroupNumber(this Call call)
    {
        var number = call.Number("pg", 0, 1, 999);
        return number == 0 ? throw new RefusalException(400, "Не указан параметр pg") : call.GroupOf(number);
    }

    public static string GroupOf(this Call call, int number)
    {
        var alias = ProductGroups.AliasOf(number) ?? throw new RefusalException(400, $"Неизвестная товарная группа {number}");
        return call.Own.ProductGroups.Contains(alias) ? alias : throw new RefusalException(403, $"Нет договора по товарной группе {alias}");
    }
}
