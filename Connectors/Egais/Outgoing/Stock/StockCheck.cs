namespace Connectors.Egais;

/// <summary>Whether an act on stock may be sent: what its type needs, in its header and in each position.</summary>
internal static class StockCheck
{
    private const string Regrading = "Пересортица";
    private const string Sale = "Реализация";
    private static readonly string[] WriteOffs = [Regrading, "Недостача", "Уценка", "Порча", "Потери", "Проверки", "Арест", "Иные цели", Sale, "Производственные потери", "Приготовление"];
    private static readonly string[] ChargeOns = [Regrading, "Излишки", "Продукция, полученная до 01.01.2016", "Производство_Сливы"];

    public static void Run(StockAct act, EgaisOperation operation, DocumentFormat format, OutgoingChecks checks)
    {
        checks.Id("number", act.Number);
        checks.Day("date", act.Date);
        checks.OptionalText("note", act.Note, 500);
        if (operation is EgaisOperation.WriteOffRegister1 or EgaisOperation.WriteOffRegister2) checks.OneOf("type", act.Type, WriteOffs);
        if (operation is EgaisOperation.ChargeOnRegister1 or EgaisOperation.ChargeOnRegister2) ChargeOn(act, checks);
        if (act.Positions.Count == 0) checks.Add("positions", "holds no position", "нет ни одной позиции");
        foreach (var (at, position) in act.Positions.Index())
        {
            var path = $"positions[{at}]";
            checks.Id($"{path}.identity", position.Identity);
            Position(path, act, position, operation, format, checks);
            checks.Marks($"{path}.marks", position.Marks, position.IsBeer && operation == EgaisOperation.WriteOffRegister1);
        }

        checks.Unique(act.Positions.Select((position, at) => ($"positions[{at}].identity", (string?)position.Identity)), "stands at another position too", "такой же идентификатор у другой позиции");
    }

    private static void ChargeOn(StockAct act, OutgoingChecks checks)
    {
        checks.OneOf("type", act.Type, ChargeOns);
        if (act.Type == Regrading && act.ActWriteOff is null) checks.Add("actWriteOff", "is missing: Пересортица needs the registry's number of the write-off", "не заполнено: для пересортицы нужен номер ЕГАИС акта списания");
        checks.OptionalText("actWriteOff", act.ActWriteOff, 50);
    }

    private static void Position(string path, StockAct act, StockPosition position, EgaisOperation operation, DocumentFormat format, OutgoingChecks checks)
    {
        switch (operation)
        {
            case EgaisOperation.WriteOffRegister1:
                WrittenOff(path, act, position, format, checks);
                break;
            case EgaisOperation.WriteOffRegister2:
                Product(path, position, checks);
                Quantity(path, position, checks);
                SumSale(path, act, position, checks);
                break;
            case EgaisOperation.ChargeOnRegister1:
                Product(path, position, checks);
                Quantity(path, position, checks);
                Origin($"{path}.origin", position.Origin, checks);
                checks.Percent($"{path}.alcPercent", position.AlcPercent);
                checks.Percent($"{path}.alcPercentMin", position.AlcPercentMin);
                checks.Percent($"{path}.alcPercentMax", position.AlcPercentMax);
                break;
            case EgaisOperation.ChargeOnRegister2:
                Product(path, position, checks);
                Quantity(path, position, checks);
                break;
            case EgaisOperation.TransferToShop or EgaisOperation.TransferFromShop:
                checks.Id($"{path}.alcCode", position.Product?.AlcCode, 64);
                Quantity(path, position, checks);
                checks.Id($"{path}.f2RegId", position.F2RegId);
                break;
            default:
                if (operation == EgaisOperation.ChargeOnRegister3 || position.F2RegId is not null) checks.Id($"{path}.f2RegId", position.F2RegId);
                if (position.Marks.Count == 0) checks.Add($"{path}.marks", "holds no mark", "нет ни одной марки");
                break;
        }
    }

    private static void WrittenOff(string path, StockAct act, StockPosition position, DocumentFormat format, OutgoingChecks checks)
    {
        SumSale(path, act, position, checks);
        if ((position.F2RegId is null) == (position.F1RegId is null)) checks.Add($"{path}.f2RegId", "must be given, or f1RegId instead, and not both", "нужна справка 2 либо вместо неё справка 1 (f1RegId), но не обе");
        checks.OptionalText($"{path}.f2RegId", position.F2RegId, 50);
        checks.OptionalText($"{path}.f1RegId", position.F1RegId, 50);
        if (position.Volume is not { } volume) Quantity(path, position, checks);
        else if (position.Quantity is not null) checks.Add($"{path}.volume", "stands beside quantity; give one of them", "указан вместе с количеством; нужно одно из двух");
        else if (format.Generation < 4) checks.Add($"{path}.volume", "has no place in the format V3", "нет в формате V3");
        else if (volume <= 0 || volume != decimal.Truncate(volume)) checks.Add($"{path}.volume", "must be a whole number of millilitres greater than 0", "должно быть целое число миллилитров больше 0");
    }

    private static void SumSale(string path, StockAct act, StockPosition position, OutgoingChecks checks)
    {
        if (act.Type == Sale && position.SumSale is null) checks.Add($"{path}.sumSale", "is missing, though the type is Реализация", "не заполнено, хотя причина — Реализация");
        checks.NotNegative($"{path}.sumSale", position.SumSale);
    }

    private static void Quantity(string path, StockPosition position, OutgoingChecks checks)
    {
        if (position.Quantity is null) checks.Missing($"{path}.quantity");
        else checks.Positive($"{path}.quantity", position.Quantity);
    }

    private static void Product(string path, StockPosition position, OutgoingChecks checks)
    {
        if (position.Product is { } product) checks.Product($"{path}.product", product);
        else checks.Missing($"{path}.product");
    }

    private static void Origin(string path, StockOrigin? origin, OutgoingChecks checks)
    {
        if (origin is null)
        {
            checks.Missing(path);
            return;
        }

        checks.Positive($"{path}.quantity", origin.Quantity);
        checks.Day($"{path}.bottlingDate", origin.BottlingDate ?? default);
        checks.Id($"{path}.ttnNumber", origin.TtnNumber);
        checks.Day($"{path}.ttnDate", origin.TtnDate ?? default);
        checks.OptionalText($"{path}.fixNumber", origin.FixNumber, 50);
        if (origin.FixDate is { } fix) checks.Day($"{path}.fixDate", fix);
    }
}
