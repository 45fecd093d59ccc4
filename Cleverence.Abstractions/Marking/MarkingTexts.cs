using System.Globalization;

namespace Cleverence.Connectivity.Marking;

/// <summary>The sentences of verdicts, in one place.</summary>
internal static class MarkingTexts
{
    public static string English(MarkingVerdict verdict) => verdict.Reason switch
    {
        MarkingReason.None => "The text is a code.",
        MarkingReason.Empty => "There is no code in the text. Scan again.",
        MarkingReason.TooLong => "The text is too long for a code; two scans may have run together. Scan again.",
        MarkingReason.IllegalCharacter => Invariant($"The character {Shown(verdict.Character)} at index {verdict.Index} is not allowed in a code. Scan again or check the scanner's settings."),
        MarkingReason.MixedLayout => Invariant($"The code mixes Latin and Cyrillic letters, from index {verdict.Index}. Switch the keyboard to the English layout and scan again."),
        MarkingReason.BadCheckDigit => Invariant($"The check digit of the code is {verdict.Character}, it should be {verdict.Expected}. Scan again; a code typed by hand is mistyped."),
        MarkingReason.MalformedField => Invariant($"The field at index {verdict.Index} of the code is empty, cut short or has no identifier. Scan again."),
        MarkingReason.RepeatedField => Invariant($"The field at index {verdict.Index} stands twice in the code; two codes may have run together. Scan one code at a time."),
        MarkingReason.AmbiguousWithoutSeparators => "The separators of the code are lost and cannot be put back with certainty. Let the scanner pass the GS character on and scan again.",
        _ => "The text has none of the known forms of marking codes. Check that the right barcode was scanned.",
    };

    public static string Russian(MarkingVerdict verdict) => verdict.Reason switch
    {
        MarkingReason.None => "Текст является кодом.",
        MarkingReason.Empty => "В тексте нет кода. Отсканируйте ещё раз.",
        MarkingReason.TooLong => "Текст слишком длинный для кода: возможно, слились два сканирования. Отсканируйте ещё раз.",
        MarkingReason.IllegalCharacter => Invariant($"Символ {Shown(verdict.Character)} с индексом {verdict.Index} недопустим в коде. Отсканируйте ещё раз или проверьте настройки сканера."),
        MarkingReason.MixedLayout => Invariant($"В коде смешаны латинские и русские буквы, с индекса {verdict.Index}. Включите английскую раскладку и отсканируйте ещё раз."),
        MarkingReason.BadCheckDigit => Invariant($"Контрольная цифра кода — {verdict.Character}, а должна быть {verdict.Expected}. Отсканируйте ещё раз; в набранном вручную коде опечатка."),
        MarkingReason.MalformedField => Invariant($"Поле кода с индексом {verdict.Index} пустое, обрезано или без идентификатора. Отсканируйте ещё раз."),
        MarkingReason.RepeatedField => Invariant($"Поле с индексом {verdict.Index} встречается в коде дважды: возможно, слились два кода. Сканируйте по одному коду."),
        MarkingReason.AmbiguousWithoutSeparators => "Разделители кода потеряны, и восстановить их однозначно нельзя. Включите в сканере передачу символа GS и отсканируйте ещё раз.",
        _ => "Текст не похож ни на один из видов кодов маркировки. Проверьте, тот ли штрихкод отсканирован.",
    };

    public static string Code(MarkingReason reason) => reason switch
    {
        MarkingReason.None => "MARKING_OK",
        MarkingReason.Empty => "MARKING_EMPTY",
        MarkingReason.TooLong => "MARKING_TOO_LONG",
        MarkingReason.IllegalCharacter => "MARKING_ILLEGAL_CHARACTER",
        MarkingReason.MixedLayout => "MARKING_MIXED_LAYOUT",
        MarkingReason.BadCheckDigit => "MARKING_BAD_CHECK_DIGIT",
        MarkingReason.MalformedField => "MARKING_MALFORMED_FIELD",
        MarkingReason.RepeatedField => "MARKING_REPEATED_FIELD",
        MarkingReason.AmbiguousWithoutSeparators => "MARKING_AMBIGUOUS",
        _ => "MARKING_NOT_RECOGNISED",
    };

    // A control character or half of a surrogate pair would spoil the line it is shown in.
    private static string Shown(char character) =>
        char.IsLetterOrDigit(character) || char.IsPunctuation(character) || char.IsSymbol(character)
            ? Invariant($"«{character}» (U+{(int)character:X4})")
            : Invariant($"U+{(int)character:X4}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
