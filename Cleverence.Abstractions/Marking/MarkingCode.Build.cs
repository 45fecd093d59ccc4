namespace Cleverence.Connectivity.Marking;

/// <content>Building.</content>
public sealed partial class MarkingCode
{
    /// <summary>Builds a code of its fields, with separators where they belong. Building of <see cref="Elements"/> gives the code back.</summary>
    /// <param name="elements">The fields in their order: 01 and 21 first, or 00, or 02 and 37.</param>
    /// <returns>The code.</returns>
    /// <exception cref="ArgumentException">The fields do not make a code; the message says which and why.</exception>
    public static MarkingCode Build(params IEnumerable<MarkingElement> elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        var list = elements.ToList();
        var code = Checked(MarkingBuilder.Join(list), nameof(elements));
        return code.Elements.SequenceEqual(list)
            ? code
            : throw new ArgumentException($"The fields {string.Join(", ", list.Select(element => element.Ai))} read back as others, because a serial or check part has a length no template has. Check the lengths.", nameof(elements));
    }

    /// <summary>Builds the code of a pack of tobacco type.</summary>
    /// <param name="gtin">The GTIN, 14 digits.</param>
    /// <param name="serial">The serial, 7 characters.</param>
    /// <param name="maxRetailPriceKopecks">The maximum retail price in kopecks; 0 for OTP and nicotine goods.</param>
    /// <param name="checkValue">The check part, 4 characters; null for the КИ alone.</param>
    /// <returns>The code.</returns>
    /// <exception cref="ArgumentException">A part is wrong; the message says which and why.</exception>
    public static MarkingCode BuildPack(string gtin, string serial, int maxRetailPriceKopecks, string? checkValue = null)
    {
        ArgumentNullException.ThrowIfNull(gtin);
        ArgumentNullException.ThrowIfNull(serial);
        if (gtin.Length != 14) throw new ArgumentException($"The GTIN has {gtin.Length} characters; pass 14 digits.", nameof(gtin));
        if (serial.Length != 7) throw new ArgumentException($"The serial has {serial.Length} characters; pass 7.", nameof(serial));
        if (checkValue is not (null or { Length: 4 })) throw new ArgumentException($"The check part has {checkValue.Length} characters; pass 4.", nameof(checkValue));
        var code = Checked(string.Concat(gtin, serial, MaxRetailPrice.Encode(maxRetailPriceKopecks), checkValue), nameof(gtin));
        return code.Kind == MarkingCodeKind.TobaccoPack ? code : throw new ArgumentException($"The parts make a code of the kind {code.Kind}, not a pack. Check the GTIN.", nameof(gtin));
    }

    // What would have to be mended was not a code.
    private static MarkingCode Checked(string text, string parameter)
    {
        const MarkingFlags mended = MarkingFlags.SeparatorTranslated | MarkingFlags.SeparatorRemoved | MarkingFlags.LayoutRepaired | MarkingFlags.BracketsRemoved | MarkingFlags.LeadingZeroRestored;
        if (!TryParse(text, null, out var code, out var verdict)) throw new ArgumentException(verdict.Message, parameter);
        return (code.Flags & mended) == 0 && text.Length == code.whole.Length
            ? code
            : throw new ArgumentException("A part holds characters that no code contains, or text that stands for a separator. Pass the values alone.", parameter);
    }
}
