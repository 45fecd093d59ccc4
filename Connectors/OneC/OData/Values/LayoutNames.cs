using Newtonsoft.Json;

namespace Connectors.OneC.OData;

/// <summary>Gives the reader one text for each name of a field: fifty thousand rows repeat the same few.</summary>
internal sealed class LayoutNames(IReadOnlyDictionary<string, ODataSlot> slots) : JsonNameTable
{
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> names =
        slots.Keys.ToDictionary(name => name, name => name, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public override string? Get(char[] key, int start, int length) => names.TryGetValue(key.AsSpan(start, length), out var name) ? name : null;
}
