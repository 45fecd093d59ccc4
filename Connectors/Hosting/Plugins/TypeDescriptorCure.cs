using System.Collections;
using System.ComponentModel;

namespace Connectors.Hosting;

/// <summary>TypeDescriptor and its reflecting provider keep every type anybody asked a converter or the properties of; Newtonsoft.Json asks for all of them.</summary>
internal sealed class TypeDescriptorCure : IContextCure
{
    private static readonly string[] ByType = ["s_providerTypeTable", "s_defaultProviderInitialized", "s_providerTable", "s_associationTable"];
    private static readonly string[] ByReflection = ["s_editorTables", "s_propertyCache", "s_eventCache", "s_attributeCache", "s_extendedPropertyCache"];

    private static readonly Type? Reflecting = FrameworkFields.TypeOf(typeof(TypeDescriptor).Assembly, "System.ComponentModel.ReflectTypeDescriptionProvider");

    public void Clear(ContextTypes types)
    {
        foreach (var field in ByReflection) types.RemoveFrom(FrameworkFields.Read(Reflecting, field));
        ClearProviders(types);
        foreach (var field in ByType) types.RemoveFrom(FrameworkFields.Read(typeof(TypeDescriptor), field));
    }

    // Each provider remembers the data of the types it was asked about; the one of System.Object is asked about nearly all.
    private static void ClearProviders(ContextTypes types)
    {
        foreach (var table in new[] { "s_providerTable", "s_providerTypeTable" })
        {
            if (FrameworkFields.Read(typeof(TypeDescriptor), table) is not IDictionary nodes) continue;
            foreach (var node in nodes.Values.Cast<object?>().ToList()) ClearChain(types, node);
        }
    }

    private static void ClearChain(ContextTypes types, object? node)
    {
        for (; node is not null; node = FrameworkFields.Read(node.GetType(), "Next", node))
        {
            var provider = FrameworkFields.Read(node.GetType(), "Provider", node);
            if (provider?.GetType() == Reflecting) types.RemoveFrom(FrameworkFields.Read(Reflecting, "_typeData", provider));
        }
    }
}
