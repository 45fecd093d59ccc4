using Cleverence.Connectivity.Marking;

namespace Unit.Tests.Marking;

[TestClass]
public sealed class MarkingRecognitionTests
{
    [TestMethod]
    [DataRow("146000010000000011", MarkingCodeKind.Sscc)]
    [DataRow("96385074", MarkingCodeKind.PlainBarcode)]
    [DataRow("036000291452", MarkingCodeKind.PlainBarcode)]
    [DataRow("04600001000106", MarkingCodeKind.PlainBarcode)]
    [DataRow("00000040100005aB3+xY9ABzU", MarkingCodeKind.TobaccoPack)]
    [DataRow("00000040100005aB3+xY9", MarkingCodeKind.TobaccoPack)]
    [DataRow("AM-ABC456-0000000001", MarkingCodeKind.FurTag)]
    [DataRow("US-ABC456-0000000001", MarkingCodeKind.TransportOpaque)]
    [DataRow("02046000010001063748-", MarkingCodeKind.TransportOpaque)]
    [DataRow("0204600001000106370123456789", MarkingCodeKind.TransportOpaque)]
    [DataRow("01046000010001061726010110LOT", MarkingCodeKind.TransportOpaque)]
    [DataRow("PALLET-2026-000000001", MarkingCodeKind.TransportOpaque)]
    [DataRow("04600001000106ABCDEFGHIJKLM", MarkingCodeKind.TransportOpaque)]
    [DataRow("00000040100006aB3+xY9", MarkingCodeKind.TransportOpaque)]
    public void Form_tells_the_kind(string raw, MarkingCodeKind kind) =>
        MarkingCode.Parse(raw).Kind.Should().Be(kind);

    [TestMethod]
    [DataRow(68)]
    [DataRow(150)]
    public void Capitals_and_digits_of_a_stamps_length_are_a_stamp(int length)
    {
        var code = MarkingCode.Parse(string.Concat(Enumerable.Repeat("A1", length / 2)));

        (code.Kind, code.Cis).Should().Be((MarkingCodeKind.AlcoholStamp, null));
    }

    [TestMethod]
    public void Medicines_number_is_recognised_only_when_asked_for()
    {
        var code = MarkingCode.Parse("04600001000106ABCDEFGHIJKLM", new MarkingParseOptions { AcceptPharmaSgtin = true });

        (code.Kind, code.Gtin, code.Serial, code.Cis, code.Country).Should().Be((MarkingCodeKind.PharmaSgtin, "04600001000106", "ABCDEFGHIJKLM", "04600001000106ABCDEFGHIJKLM", null));
    }

    [TestMethod]
    [DataRow(null, MarkingReason.Empty, -1)]
    [DataRow("", MarkingReason.Empty, -1)]
    [DataRow(" \r\n", MarkingReason.Empty, -1)]
    [DataRow("{GS}", MarkingReason.Empty, -1)]
    [DataRow("]d2", MarkingReason.Empty, -1)]
    [DataRow("ABC", MarkingReason.NotRecognised, -1)]
    [DataRow("12345678901234567", MarkingReason.NotRecognised, -1)]
    [DataRow("ABCDEFGHIJKLMNOPQR␝ST", MarkingReason.NotRecognised, 18)]
    [DataRow("0104600001000106", MarkingReason.NotRecognised, -1)]
    [DataRow("4600001000107", MarkingReason.BadCheckDigit, 12)]
    [DataRow("146000010000000012", MarkingReason.BadCheckDigit, 17)]
    [DataRow("02046000010001073748", MarkingReason.BadCheckDigit, 15)]
    [DataRow("00000040100006aB3+xY9ABzUKp7/", MarkingReason.BadCheckDigit, 13)]
    [DataRow("010460000100017621dP&5uYe", MarkingReason.BadCheckDigit, 15)]
    [DataRow("010460000100061721dP&5uYe", MarkingReason.BadCheckDigit, 15)]
    [DataRow("0104600001000106215Ab!cD/eF+2gH␝93", MarkingReason.MalformedField, 32)]
    [DataRow("0104600001000106215Ab!cD/eF+2gH␝A3Ab1+", MarkingReason.MalformedField, 32)]
    [DataRow("0104600001000106215Ab!cD/eF+2gH␝93Ab1+␝31030003", MarkingReason.MalformedField, 39)]
    [DataRow("0104600001000106215Ab!cD/eF+2gH␝93Ab1+␝310300035A", MarkingReason.MalformedField, 39)]
    [DataRow("010460000100017521dP&5uYe␝800518500␝93Hn6_", MarkingReason.MalformedField, 26)]
    [DataRow("010460000100017521dP&5uYe␝800518500A␝93Hn6_", MarkingReason.MalformedField, 26)]
    [DataRow("010460000100010621␝93Ab1+", MarkingReason.MalformedField, 16)]
    [DataRow("0104600001000106215Ab!cD/eF+2gH␝93Ab1+␝93Ab1+", MarkingReason.RepeatedField, 39)]
    [DataRow("0104600001000106215Ab!cD/eF+2gH␝93Ab1+␝0104600001000106", MarkingReason.RepeatedField, 39)]
    public void What_has_no_form_is_refused_with_a_reason(string? raw, MarkingReason reason, int index)
    {
        MarkingCode.TryParse(raw is null ? null : MarkingRow.Gs(raw), null, out _, out var verdict).Should().BeFalse();

        (verdict.Reason, verdict.Index).Should().Be((reason, index));
    }

    [TestMethod]
    public void Text_longer_than_the_limit_is_not_looked_at()
    {
        MarkingCode.TryParse(new string('A', 70), new MarkingParseOptions { MaxLength = 69 }, out _, out var verdict).Should().BeFalse();

        verdict.Reason.Should().Be(MarkingReason.TooLong);
        MarkingParseOptions.Default.MaxLength.Should().Be(1000);
    }

    [TestMethod]
    [DataRow("1", "AM")]
    [DataRow("2", "BY")]
    [DataRow("3", "KZ")]
    [DataRow("4", "KG")]
    [DataRow("5", "RU")]
    [DataRow("6", null)]
    public void First_character_of_the_serial_is_the_country(string first, string? country) =>
        MarkingCode.Parse($"010460000100011321{first}x<K9z").Country.Should().Be(country);

    [TestMethod]
    [DataRow("pharma", null)]
    [DataRow("Tobacco", null)]
    [DataRow("otp", null)]
    [DataRow("ncp", null)]
    [DataRow("water", "RU")]
    public void Serial_of_medicines_and_tobacco_tells_no_country(string group, string? country) =>
        MarkingCode.Parse("0104600001000106215Ab!cD/eF+2gH", new MarkingParseOptions { ProductGroup = group }).Country.Should().Be(country);

    [TestMethod]
    [DataRow("AABU", 100, MarkingFlags.None)]
    [DataRow("A>KA", 500000, MarkingFlags.None)]
    [DataRow("AB:Z", 12345, MarkingFlags.UnusualPrice)]
    [DataRow("A>LU", 500100, MarkingFlags.UnusualPrice)]
    [DataRow("A(KA", null, MarkingFlags.UnusualPrice)]
    public void Unlikely_price_is_flagged_not_refused(string price, int? kopecks, MarkingFlags flags)
    {
        var code = MarkingCode.Parse($"00000040100005aB3+xY9{price}Kp7/");

        (code.MaxRetailPriceKopecks, code.Flags).Should().Be((kopecks, flags));
    }

    [TestMethod]
    public void Letters_are_told_apart_by_case() =>
        MarkingCode.Parse("0104600001000113215x<K9z").Should().NotBe(MarkingCode.Parse("0104600001000113215X<K9z"));

    [TestMethod]
    [DataRow("0104600001000113215x<K9z␝93zZ0=␝30128␝3112000350␝97abc␝8500xyz", "30=128 3112=000350 97=abc 85=00xyz")]
    [DataRow("0104600001000113215x<K9z␝3103000350240A1␝93zZ0=", "3103=000350 240=A1")]
    [DataRow("0104600001000113215x<K9z␝3103000350␝93zZ0=", "3103=000350")]
    public void Optional_fields_are_kept_in_their_order(string raw, string extras) =>
        string.Join(' ', MarkingCode.Parse(MarkingRow.Gs(raw)).Extras.Select(element => $"{element.Ai}={element.Value}")).Should().Be(extras);

    [TestMethod]
    public void Optional_field_is_found_by_its_identifier()
    {
        var code = MarkingCode.Parse(MarkingRow.Gs("010460000100017521dP&5uYe␝8005185000␝93Hn6_␝240FA123"));

        (code.Extra("240"), code.Extra("241")).Should().Be(("FA123", null));
    }

    [TestMethod]
    [DataRow("0104600001000113215x<K9z␝93zZ0", true)]
    [DataRow("0104600001000113215x<K9z␝93zZ0=1", true)]
    [DataRow("0104600001000113215x<K9z␝93zZ0=30123456789", true)]
    [DataRow("0104600001000113215x<K9z␝91EE11", false)]
    [DataRow("0104600001000113215x<K9z␝92EE11", false)]
    [DataRow("0104600001000113215x<K9z␝91EE11␝92short", true)]
    public void Check_part_of_an_unknown_length_is_flagged(string raw, bool isFull)
    {
        var code = MarkingCode.Parse(MarkingRow.Gs(raw));

        (code.Flags, code.IsFull).Should().Be((MarkingFlags.UnusualCheckPart, isFull));
    }

    [TestMethod]
    public void Code_that_must_be_one_is_refused_with_both_sentences()
    {
        var error = FluentActions.Invoking(() => MarkingCode.Parse("4600001000107")).Should().Throw<Cleverence.Connectivity.ConnectorException>().Which.Error;

        error.Code.Should().Be(Cleverence.Connectivity.ConnectorErrorCode.InvalidArguments);
        error.Reason.Should().Be("MARKING_BAD_CHECK_DIGIT");
        error.Message.Should().Be("The check digit of the code is 7, it should be 6. Scan again; a code typed by hand is mistyped.");
        error.MessageRu.Should().Be("Контрольная цифра кода — 7, а должна быть 6. Отсканируйте ещё раз; в набранном вручную коде опечатка.");
    }

    [TestMethod]
    [DynamicData(nameof(Reasons))]
    public void Every_reason_has_a_code_and_a_sentence_in_both_languages(MarkingReason reason)
    {
        var verdict = new MarkingVerdict(reason, 65535, '#', '1');

        verdict.Message.Should().MatchRegex("^[A-Z].*[.]$").And.HaveLength(verdict.ToError().Message.Length);
        verdict.MessageRu.Should().MatchRegex("^[А-Я].*[.]$").And.HaveLength(verdict.ToError().MessageRu!.Length);
        verdict.MessageFor("ru-RU").Should().Be(verdict.MessageRu);
        verdict.ToError().Reason.Should().StartWith("MARKING_");
    }

    public static IEnumerable<object[]> Reasons => Enum.GetValues<MarkingReason>().Select(reason => new object[] { reason });
}
