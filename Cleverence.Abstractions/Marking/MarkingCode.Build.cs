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
            : throw new ArgumentException($"The fields {string.Join(", ", list.Select(element => element.Ai))} read back as others. Check their order and the lengths of their values.", nameof(elements));
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

    // What would be mended when it is read would not be the code that was meant.
    private static MarkingCode Checked(string text, string parameter)
    {
        if (!TryParse(text, null, out var code, out var verdict)) throw new ArgumentException(verdict.Message, parameter);
        return code.ToString().Equals(text, StringComparison.Ordinal)
            ? code
            : throw new ArgumentException("The parts read back as others: one holds a text that stands for a separator, or has a length no template has. Check the values.", parameter);
    }
}
