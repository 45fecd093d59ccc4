using System.Collections;
using System.Globalization;

namespace Emulators.OneC;

/// <summary>A catalogue whose objects are made when they are looked at, so that many of them take no memory.</summary>
internal sealed class BigCatalog(Func<int> count, Func<Guid> supplier) : IReadOnlyList<ODataRow>
{
    public int Count => count();

    public ODataRow this[int index] => new()
    {
        ["Ref_Key"] = KeyOf(index),
        ["DataVersion"] = "AAAAAAAAAAE=",
        ["DeletionMark"] = index % 1000 == 999,
        ["Code"] = (index + 1).ToString("D11", CultureInfo.InvariantCulture),
        ["Description"] = string.Create(CultureInfo.InvariantCulture, $"Товар № {index + 1} из большого справочника"),
        ["Цена"] = index % 10_000 / 100m,
        ["Остаток"] = (long)index * 3,
        ["ДатаПоступления"] = index % 7 == 0 ? DateTime.MinValue : new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(index),
        ["Поставщик_Key"] = index % 5 == 0 ? Guid.Empty : supplier(),
    };

    /// <summary>The objects from a place on, without making those before it.</summary>
    public IEnumerable<ODataRow> From(int skip) => Enumerable.Range(skip, Math.Max(0, Count - skip)).Select(index => this[index]);

    /// <summary>The objects stand in the order of their keys and codes: asking for it needs no sorting.</summary>
    public static bool IsSorted(IReadOnlyList<(IReadOnlyList<string> Path, bool Descending)> order) => order is [] || order is [{ Path: ["Ref_Key" or "Code"], Descending: false }, ..];

    public static Guid KeyOf(int index) => new(index + 1, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0);

    public IEnumerator<ODataRow> GetEnumerator() => From(0).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
