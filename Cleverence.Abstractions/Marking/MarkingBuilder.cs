using System.Text;

namespace Cleverence.Connectivity.Marking;

/// <summary>Writes fields one after another, with a separator behind each whose length is not fixed.</summary>
internal static class MarkingBuilder
{
    public static string Join(IReadOnlyList<MarkingElement> elements)
    {
        var isOsu = elements.Count > 0 && elements[0].Ai == "02";
        var text = new StringBuilder();
        for (var at = 0; at < elements.Count; at++)
        {
            var (identifier, value) = elements[at];
            if (identifier is null || identifier.Length == 0 || Gs1Identifiers.LengthAt(identifier) != identifier.Length)
            {
                throw new ArgumentException($"'{identifier}' is not an application identifier. Pass its two to four digits.", nameof(elements));
            }

            if (string.IsNullOrEmpty(value) || value.AsSpan().ContainsAnyExcept(MarkingCharacters.Values))
            {
                throw new ArgumentException($"The value of AI {identifier} is empty or holds a character that is not allowed in a code. Pass the value alone, without separators.", nameof(elements));
            }

            text.Append(identifier).Append(value);
            if (!isOsu && at < elements.Count - 1 && Gs1Identifiers.FixedLength(identifier) == 0) text.Append(MarkingCharacters.Separator);
        }

        return text.ToString();
    }
}
