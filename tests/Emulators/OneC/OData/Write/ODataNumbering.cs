using System.Globalization;

namespace Emulators.OneC;

/// <summary>Codes and numbers given by the base itself.</summary>
internal static class ODataNumbering
{
    public static void Give(ODataStore store, ODataSet set, ODataRow row)
    {
        var count = store.Rows(set.Name).Count + 1;
        if (set.FieldOf("Code") is not null && row.GetValueOrDefault("Code") is null or "") row["Code"] = count.ToString("D9", CultureInfo.InvariantCulture);
        // Numbers of documents have a fixed length: a blank stays at the end.
        if (set.FieldOf("Number") is not null && row.GetValueOrDefault("Number") is null or "") row["Number"] = string.Create(CultureInfo.InvariantCulture, $"ЦБ-{count + 100:D6} ");
        if (set.FieldOf("Posted") is not null) row.TryAdd("Posted", false);
    }
}
