using System.Text.RegularExpressions;
using Connectors.Egais;
using FsCheck;
using FsCheck.Fluent;

namespace Unit.Tests.Egais.Marks;

[TestClass]
public sealed partial class MarkPropertyTests
{
    private const string Upper = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Around = "]dL2\u001D 01ЙцНABCz-_\"9/6,.";

    private static readonly Gen<string> News =
        from type in Gen.Choose(1, 999) from series in Gen.Choose(1, 999) from number in Gen.Choose(1, 99_999_999) from month in Gen.Choose(1, 12) from year in Gen.Choose(18, 99) from version in Gen.Choose(1, 999)
        from signature in Characters(Upper, 129)
        select $"{type:D3}{series:D3}{number:D8}{month:D2}{year:D2}{version:D3}{signature}";

    [TestMethod]
    public void Built_mark_reads_back_with_its_parts() => Check(News, text =>
        MarkText.Parse(text) is { Kind: MarkKind.Mark150, Fault: MarkFault.None } mark && mark.Type + mark.Series + mark.Number + mark.Month + mark.Year == text[..18] && mark.Value == text);

    [TestMethod]
    public void Number_of_a_product_reads_back() => Check(
        from high in Gen.Choose(0, 999_999_999) from low in Gen.Choose(0, 999_999_999) select (ulong)high * 10_000_000_000 + (ulong)low,
        number => MarkText.Parse(MadeMarks.Old(Base36(number))).Alc == AlcCode.ToText(number));

    [TestMethod]
    public void Mark_with_one_character_of_lower_case_is_no_mark() => Check(
        from text in News from at in Gen.Choose(21, 149) select text[..at] + "q" + text[(at + 1)..],
        text => MarkText.Parse(text).Fault == MarkFault.BadFormat);

    [TestMethod]
    public void Mark_with_a_Cyrillic_letter_anywhere_is_typed_in_the_wrong_layout() => Check(
        from text in News from at in Gen.Choose(0, 149) select text[..at] + "Я" + text[(at + 1)..],
        text => MarkText.Parse(text).Fault == MarkFault.WrongLayout);

    // One character of a proper code is changed: the pattern of the schema and ours agree about the result.
    [TestMethod]
    public void Patterns_agree_with_those_of_the_schema() => Check(
        from text in Gen.OneOf(News, Gen.Constant(MadeMarks.Old()), Gen.Constant("010460000012345521aB3-x9Z"), Gen.Constant(MadeMarks.Box), Gen.Constant(new string('4', 40)))
        from at in Gen.Choose(0, text.Length - 1) from other in Gen.Elements("019Aa-\u0661#".ToCharArray())
        select text[..at] + other + text[(at + 1)..],
        text => MarkPattern.IsNew(text) == SchemaNew().IsMatch(text) && MarkPattern.IsOld(text) == SchemaOld().IsMatch(text) && MarkPattern.IsBeer(text) == SchemaBeer().IsMatch(text)
            && MarkPattern.IsBox(text) == SchemaBox().IsMatch(text) && MarkPattern.IsOther(text) == SchemaOther().IsMatch(text));


    [TestMethod]
    public void No_text_is_too_much() => Check(
        from length in Gen.Choose(0, 200) from text in Characters(Around, length) select text,
        text => MarkText.Parse(text) is { Value: not null } read && (read.Fault != MarkFault.None || read.Kind != MarkKind.Unknown) && MarkFaults.TextOf(read) is null or { Text.Length: > 0 });

    [TestMethod]
    public void No_text_of_any_characters_is_too_much() => Check(
        ArbMap.Default.ArbFor<string>().Generator,
        text => MarkText.Parse(text, MarkSymbology.DataMatrix) is { Value: not null } && MarkText.Parse(text) is { Value: not null } read && ParsedRecords.Of(read).Count > 0);

    [TestMethod]
    [DataRow("FB-000000900000002", true)]
    [DataRow("FB-00000090000000", false)]
    [DataRow("FB-0000009000000021", false)]
    [DataRow("FB-00000090000000A", false)]
    [DataRow("fb-000000900000002", false)]
    public void Movement_record_has_fifteen_digits(string text, bool isF2) => MarkPattern.IsF2(text).Should().Be(isF2);

    private static Gen<string> Characters(string alphabet, int length) => Gen.Elements(alphabet.ToCharArray()).ArrayOf(length).Select(characters => new string(characters));

    private static string Base36(ulong number)
    {
        var digits = new char[16];
        for (var at = digits.Length - 1; at >= 0; at--, number /= 36) digits[at] = Upper[(int)(number % 36)];
        return new string(digits);
    }

    private static void Check<T>(Gen<T> gen, Func<T, bool> property) => Prop.ForAll(gen.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [GeneratedRegex(@"\A(?!000)[0-9]{3}(?!000)[0-9]{3}(?!00000000)[0-9]{8}(0[1-9]|1[0-2])(1[89]|[2-9][0-9])(?!000)[0-9]{3}[0-9A-Z]{129}\z")]
    private static partial Regex SchemaNew();

    [GeneratedRegex(@"\A[0-9]{2}[a-zA-Z0-9]{21}[0-9][0-1][0-9][0-3][0-9]{10}[a-zA-Z0-9]{31}\z")]
    private static partial Regex SchemaOld();

    [GeneratedRegex(@"\A01[0-9]{14}21[""&<>'?0-9A-Z_a-z=!%.:;/()*+,\-]{7}\z")]
    private static partial Regex SchemaBeer();

    [GeneratedRegex(@"\A([0-9]{26}|[0-9]{18})\z")]
    private static partial Regex SchemaBox();

    [GeneratedRegex(@"\A[0-9]{40}\z")]
    private static partial Regex SchemaOther();
}
