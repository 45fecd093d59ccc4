namespace Connectors.Egais;

/// <summary>Sentences for the person with the scanner.</summary>
internal static class MarkFaults
{
    public static (string Text, string TextRu)? TextOf(in ParsedMark mark) => mark.Fault switch
    {
        MarkFault.WrongLayout => ("The scanner types in the Russian keyboard layout. Switch it to English and scan again.", "Сканер работает в русской раскладке клавиатуры. Переключите раскладку и сканируйте ещё раз."),
        MarkFault.BadFormat => Format(mark),
        _ when mark.IsLetteredBox => ("The box number holds letters, which the registry does not take: it is found here, but cannot be sent.", "В номере короба есть буквы, ЕГАИС таких не принимает: здесь он найдётся, передать его нельзя."),
        _ => null,
    };

    private static (string, string) Format(in ParsedMark mark)
    {
        var length = mark.Value.Length;
        var (wanted, wantedRu) = mark.Symbology switch
        {
            MarkSymbology.DataMatrix => ("150", "150"),
            MarkSymbology.Pdf417 => ("68", "68"),
            _ => ("150 or 68", "150 / 68"),
        };
        return length switch
        {
            MarkPattern.LengthNew when mark.Symbology != MarkSymbology.Pdf417 && mark.Value.Any(char.IsAsciiLetterLower) => ("The mark holds lower case letters: the scanner changes the case. Set it right and scan again.", "В марке строчные буквы: сканер меняет регистр. Настройте его и сканируйте ещё раз."),
            MarkPattern.LengthNew when mark.Symbology != MarkSymbology.Pdf417 => ("The length of 150 is right, but the characters are not those of a mark. Scan again.", "Длина марки верна (150), но знаки не по формату. Сканируйте ещё раз."),
            MarkPattern.LengthOld when mark.Symbology != MarkSymbology.DataMatrix => ("The length of 68 is right, but the characters are not those of a mark. Scan again.", "Длина марки верна (68), но знаки не по формату. Сканируйте ещё раз."),
            _ => ($"This is no mark: the length must be {wanted}, it is {length}. Scan again.", $"Это не марка: длина должна быть {wantedRu}, фактически {length}. Сканируйте ещё раз."),
        };
    }
}
