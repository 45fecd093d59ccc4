using System.Reflection;
using System.Xml.Serialization;
using Cleverence.Warehouse;

namespace Cleverence.Connectivity.Classic;

/// <summary>The properties of a type in the order they are written: those of the base first.</summary>
internal sealed class ModelShape
{
    private readonly ModelProperty[] all;

    public ModelShape(Type type)
    {
        all = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0
                && !property.IsDefined(typeof(NotKeptAttribute)) && !property.IsDefined(typeof(XmlIgnoreAttribute)))
            .OrderBy(property => Depth(property.DeclaringType!)).ThenBy(property => property.MetadataToken)
            .Select(property => new ModelProperty(property))];
        Written = [.. all.Where(property => !property.IsAlias && (property.CanWrite || property.Kind is not (ModelPropertyKind.Simple or ModelPropertyKind.Model or ModelPropertyKind.Value)))];
    }

    public IReadOnlyList<ModelProperty> Written { get; }

    public ModelProperty? Find(string wireName) =>
        Array.Find(all, property => string.Equals(property.Name, wireName, StringComparison.OrdinalIgnoreCase));

    private static int Depth(Type type) => type.BaseType is { } parent ? 1 + Depth(parent) : 0;
}
