using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace ServerJobs;

/// <summary>A set of week days or months: whole numbers 1..31, in order. Two sets with the same numbers are equal.</summary>
[CollectionBuilder(typeof(CalendarNumbers), nameof(Of))]
public readonly record struct CalendarNumbers : IReadOnlyCollection<int>
{
    private const int Largest = 31;
    private readonly uint bits;

    private CalendarNumbers(uint bits) => this.bits = bits;

    /// <summary>How many numbers are in it.</summary>
    public int Count => BitOperations.PopCount(bits);

    /// <summary>Makes a set.</summary>
    /// <param name="numbers">The numbers, 1..31, in any order.</param>
    /// <returns>The set.</returns>
    public static CalendarNumbers Of(ReadOnlySpan<int> numbers)
    {
        var bits = 0u;
        foreach (var number in numbers)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, nameof(numbers));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Largest, nameof(numbers));
            bits |= 1u << number;
        }

        return new(bits);
    }

    /// <summary>Whether the set allows a number: an empty one allows all.</summary>
    /// <param name="number">The number.</param>
    /// <returns>Whether it does.</returns>
    public bool Allows(int number) => bits == 0 || (bits >> number & 1) != 0;

    /// <summary>The numbers, the smallest first.</summary>
    /// <returns>The numbers.</returns>
    public IEnumerator<int> GetEnumerator()
    {
        for (var number = 1; number <= Largest; number++)
        {
            if ((bits >> number & 1) != 0) yield return number;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The numbers with single spaces between them.</summary>
    public override string ToString() => string.Join(' ', this.Select(number => number.ToString(CultureInfo.InvariantCulture)));
}
