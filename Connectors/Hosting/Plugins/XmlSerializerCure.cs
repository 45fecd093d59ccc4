using System.Collections;
using System.Xml.Serialization;

namespace Connectors.Hosting;

/// <summary>XmlSerializer keeps the serializers it generated, in tables for types of the default context and for collectible ones.</summary>
internal sealed class XmlSerializerCure : IContextCure
{
    private static readonly Type? Cache = FrameworkFields.TypeOf(typeof(XmlSerializer).Assembly, "System.Xml.Serialization.TempAssemblyCache");

    public void Clear(ContextTypes types)
    {
        var cache = FrameworkFields.Read(typeof(XmlSerializer), "s_cache");
        RemoveFast(types, FrameworkFields.Read(Cache, "_fastCache", cache));
        var table = FrameworkFields.Read(typeof(XmlSerializer), "s_xmlSerializerTable");
        if (table is null) return;
        foreach (var field in new[] { "_defaultTable", "_collectibleTable" }) types.RemoveFrom(FrameworkFields.Read(table.GetType(), field, table));
    }

    // Its keys hold the type in a field.
    private static void RemoveFast(ContextTypes types, object? cache)
    {
        if (cache is not IDictionary entries) return;
        foreach (var key in entries.Keys.Cast<object>().Where(key => FrameworkFields.Read(key.GetType(), "_type", key) is Type type && types.Has(type)).ToList()) entries.Remove(key);
    }
}
