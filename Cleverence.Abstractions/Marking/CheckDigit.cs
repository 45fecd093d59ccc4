namespace Cleverence.Connectivity.Marking;

/// <summary>The check digit of GTIN, EAN, UPC and SSCC: weights 3 and 1 from the right.</summary>
public static class CheckDigit
{
    /// <summary>Computes the digit that belongs after others.</summary>
    /// <param name="digits">The digits without the check digit.</param>
    /// <returns>The check digit, <c>0</c> to <c>9</c>.</returns>
    /// <exception cref="ArgumentException">There is something else than digits.</exception>
    public static char Of(ReadOnlySpan<char> digits) =>
        digits.ContainsAnyExceptInRange('0', '9')
            ? throw new ArgumentException($"'{digits}' holds something else than digits. Pass the digits before the check digit.", nameof(digits))
            : Compute(digits);

    /// <summary>Whether a number consists of digits and ends with the right check digit.</summary>
    /// <param name="number">The number with its check digit.</param>
    /// <returns>Whether it is right; false for an empty text.</returns>
    public static bool IsValid(ReadOnlySpan<char> number)
    {
        if (number.IsEmpty) return false;
        uint odd = 0, even = 0;
        var position = number.Length - 1;
        for (; position > 0; position -= 2)
        {
            var (right, left) = ((uint)number[position] - '0', (uint)number[position - 1] - '0');
            if (right > 9 || left > 9) return false;
            odd += right;
            even += left;
        }

        if (position == 0)
        {
            var first = (uint)number[0] - '0';
            if (first > 9) return false;
            odd += first;
        }

        return (odd + (3 * even)) % 10 == 0;
    }

    internal static char Compute(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var position = digits.Length - 1; position >= 0; position--) sum += (digits[position] - '0') * ((digits.Length - position) % 2 == 1 ? 3 : 1);
        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
