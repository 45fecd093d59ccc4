using System.Collections;
using System.Runtime.CompilerServices;

namespace ServerJobs;

/// <summary>The rows of a day in the order given. Two lists with equal rows are equal.</summary>
[CollectionBuilder(typeof(CalendarRows), nameof(Of))]
public sealed class CalendarRows : IReadOnlyList<CalendarRow>, IEquatable<CalendarRows>
{
    /// <summary>No rows.</summary>
    public static readonly CalendarRows None = new([]);

    private readonly CalendarRow[] rows;

    private CalendarRows(CalendarRow[] rows) => this.rows = rows;

    /// <summary>How many rows there are.</summary>
    public int Count => rows.Length;

    /// <summary>One row.</summary>
    /// <param name="index">Its place, from 0.</param>
    public CalendarRow this[int index] => rows[index];

    /// <summary>Makes a list.</summary>
    /// <param name="rows">The rows.</param>
    /// <returns>The list.</returns>
    public static CalendarRows Of(ReadOnlySpan<CalendarRow> rows) => rows.Length == 0 ? None : new(rows.ToArray());

    /// <summary>The rows in their order.</summary>
    /// <returns>The rows.</returns>
    public IEnumerator<CalendarRow> GetEnumerator() => ((IEnumerable<CalendarRow>)rows).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => rows.GetEnumerator();

    /// <summary>Whether another list has equal rows in the same order.</summary>
    /// <param name="other">The other list.</param>
    /// <returns>Whether it has.</returns>
    public bool Equals(CalendarRows? other) => other is not null && rows.AsSpan().SequenceEqual(other.rows);

    /// <summary>Whether another list has equal rows in the same order.</summary>
    /// <param name="obj">The other list.</param>
    /// <returns>Whether it has.</returns>
    public override bool Equals(object? obj) => Equals(obj as CalendarRows);

    /// <summary>A number that is the same for equal lists.</summary>
    /// <returns>The number.</returns>
    public override int GetHashCode() => rows.Aggregate(rows.Length, HashCode.Combine);
}
