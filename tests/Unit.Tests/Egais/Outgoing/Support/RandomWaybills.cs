using Connectors.Egais;
using FsCheck;
using FsCheck.Fluent;

namespace Unit.Tests.Egais.Outgoing.Support;

/// <summary>Waybills that may be sent, with each optional field now there and now not.</summary>
internal static class RandomWaybills
{
    private static readonly string[] Texts = ["Обычный текст", "Кавычки \"и\" <скобки> & амперсанд", "line\nbreak", "]]>", "Ё", "x"];

    public static Gen<Waybill> Gen { get; } =
        from seed in FsCheck.Fluent.Gen.Choose(0, int.MaxValue - 1)
        select Make(new Random(seed));

    private static Waybill Make(Random random) => new(Pick(random, "WBInvoiceFromMe", "WBReturnFromMe", "WBInternal"), $"Н-{random.Next(100_000)}", Day(random), Day(random))
    {
        Identity = $"wbl-{random.Next()}",
        Shipper = Organisation(random, OrganisationForm.UL, OrganisationForm.FL, OrganisationForm.TR),
        Consignee = Organisation(random, OrganisationForm.UL, OrganisationForm.FL, OrganisationForm.FO, OrganisationForm.TS),
        Transport = Maybe(random, () => Transport(random)),
        Base = Maybe(random, () => Text(random)),
        Note = Maybe(random, () => Text(random)),
        VarFields = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Text(random))],
        Positions = [.. Enumerable.Range(1, random.Next(1, 5)).Select(number => Position(random, number))],
    };

    private static WaybillPosition Position(Random random, int number) => new($"{number}", Product(random), random.Next(1, 1000) / 10m)
    {
        PackId = Maybe(random, () => "7"),
        AlcPercent = Percent(random),
        AlcPercentMin = Percent(random),
        AlcPercentMax = Percent(random),
        Price = random.Next(1000) / 4m,
        Party = Maybe(random, () => "П-1"),
        ExciseNumber = Maybe(random, () => "12"),
        ExciseDate = random.Next(2) == 0 ? null : Day(random),
        ExciseSum = Percent(random),
        ExciseBase = Percent(random),
        Ean13 = Maybe(random, () => "4600000000008"),
        FaRegId = $"FA-{number:D15}",
        F2RegId = $"FB-{number:D15}",
        Boxes = [.. Enumerable.Range(0, random.Next(4)).Select(box => Box(random, (number * 100) + (box * 10)))],
        Trees = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Tree(random, 3))],
    };

    private static MarkBox Box(Random random, int first) => random.Next(4) == 0
        ? new MarkBox(Payloads.Box(first), [.. Enumerable.Range(first, 2).Select(number => $"01{number:D14}21aB3-x9Z")]) { IsBeer = true }
        : new MarkBox(Payloads.Box(first), [.. Enumerable.Range(first + 1, random.Next(1, 9)).Select(Payloads.Mark)]);

    private static BoxTree Tree(Random random, int deepest) => new(Payloads.Box(random.Next(1_000_000)), deepest == 0 ? [] : [.. Enumerable.Range(0, random.Next(3)).Select(_ => Tree(random, deepest - 1))]);

    private static Product Product(Random random) => new($"{random.NextInt64(1, long.MaxValue):D19}")
    {
        UnitType = Pick(random, "Packed", "Unpacked"),
        Type = Pick(random, "АП", "Спирт", "ССП"),
        FullName = Text(random),
        ShortName = Maybe(random, () => Text(random)),
        Capacity = random.Next(2) == 0 ? null : random.Next(1, 100) / 20m,
        AlcVolume = Percent(random),
        Producer = Organisation(random, OrganisationForm.UL, OrganisationForm.FO, OrganisationForm.TS),
        ProductVCode = "200",
    };

    private static Organisation Organisation(Random random, params OrganisationForm[] forms)
    {
        var form = forms[random.Next(forms.Length)];
        var (isTransport, isRussian) = (form == OrganisationForm.TR, form is OrganisationForm.UL or OrganisationForm.FL);
        return new Organisation(form, $"03{random.Next(1_000_000):D10}")
        {
            FullName = isTransport ? null : Text(random),
            ShortName = isTransport ? null : Maybe(random, () => "Кратко"),
            Inn = isRussian ? (form == OrganisationForm.UL ? "7700000001" : "770000000012") : null,
            Kpp = form == OrganisationForm.UL ? "770001001" : null,
            TsNumber = form == OrganisationForm.TS ? Maybe(random, () => "123456") : null,
            Country = isTransport ? null : "643",
            RegionCode = isRussian ? "77" : null,
            Address = Text(random),
        };
    }

    private static WaybillTransport Transport(Random random) => new()
    {
        ChangeOwnership = Pick(random, "IsChange", "NotChange"),
        TranType = "413",
        Company = Maybe(random, () => Text(random)),
        TransportType = Pick(random, "car", "ship", "other"),
        RegNumber = Maybe(random, () => "А001АА77"),
        Trailer = Maybe(random, () => "АА 0001"),
        Customer = Maybe(random, () => Text(random)),
        Driver = Maybe(random, () => Text(random)),
        LoadPoint = Maybe(random, () => Text(random)),
        UnloadPoint = Maybe(random, () => Text(random)),
        Redirect = Maybe(random, () => Text(random)),
        Forwarder = Maybe(random, () => Text(random)),
    };

    private static decimal? Percent(Random random) => random.Next(2) == 0 ? null : random.Next(0, 1001) / 10m;

    private static DateOnly Day(Random random) => new DateOnly(2020, 1, 1).AddDays(random.Next(3000));

    private static string Text(Random random) => Pick(random, Texts);

    private static string Pick(Random random, params string[] values) => values[random.Next(values.Length)];

    private static T? Maybe<T>(Random random, Func<T> make)
        where T : class => random.Next(2) == 0 ? null : make();
}
