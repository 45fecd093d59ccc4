using System.Collections.Concurrent;
using System.Globalization;

namespace Emulators.Rest;

/// <summary>The goods of the emulator: 250 that are always the same, and those made by requests.</summary>
internal sealed class Goods
{
    private readonly ConcurrentDictionary<string, Good> all = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Good> made = new(StringComparer.Ordinal);

    public Goods()
    {
        for (var number = 1; number <= 250; number++)
        {
            var good = Make(number);
            all[good.Code] = good;
        }
    }

    public IReadOnlyList<Good> Sorted => [.. all.Values.OrderBy(good => good.Code, StringComparer.Ordinal)];

    public static Good Make(int number) => new(number.ToString("00000", CultureInfo.InvariantCulture), $"Товар {number}", number + 0.50m, number % 7, number % 2 == 0, number % 10 == 0 ? null : "2026-12-31");

    public Good? Find(string code) => all.GetValueOrDefault(code);

    public bool Remove(string code) => all.TryRemove(code, out _);

    public void Put(Good good) => all[good.Code] = good;

    /// <summary>Makes a good once for a key: a repeat gets the first one.</summary>
    public (Good Good, bool IsNew) Add(Good good, string? key)
    {
        var kept = key is null ? good : made.GetOrAdd(key, good);
        return (kept, all.TryAdd(kept.Code, kept));
    }
}
