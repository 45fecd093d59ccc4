using System.Collections.Frozen;
using Cleverence.Warehouse;

namespace Cleverence.Connectivity.Classic;

/// <summary>The types of the classic object model by the name they carry on the wire.</summary>
internal static class ModelTypes
{
    private static readonly FrozenDictionary<Type, ModelShape> Shapes = new[]
    {
        typeof(Document), typeof(DocumentDescription), typeof(DocumentItem), typeof(DocumentState), typeof(DocumentTable),
        typeof(Product), typeof(InventoryItem), typeof(Packing), typeof(UnitOfMeasure), typeof(PackedProduct),
        typeof(Row), typeof(DeviceInfo), typeof(ServerSession), typeof(Warehouse.Environment),
    }.ToFrozenDictionary(type => type, type => new ModelShape(type));

    private static readonly FrozenDictionary<string, Type> ByName = Shapes.Keys
        .Concat([typeof(RowCollection), typeof(DocumentDescriptionCollection), typeof(DocumentItemCollection), typeof(DocumentStateCollection),
            typeof(DocumentTableCollection), typeof(PackingCollection), typeof(FieldValueCollection)])
        .ToFrozenDictionary(type => type.Name, StringComparer.OrdinalIgnoreCase);

    public static bool IsModel(Type type) => Shapes.ContainsKey(type);

    /// <summary>The shape of a type; foreign types are read anew each time, because keeping them would keep their plugin loaded.</summary>
    public static ModelShape ShapeOf(Type type) => Shapes.TryGetValue(type, out var known) ? known : new ModelShape(type);

    public static Type? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The name on the wire: platform 3's, whichever of the two names the object was made under.</summary>
    public static string NameOf(Type type) =>
        type == typeof(InventoryItem) ? nameof(Product) : type == typeof(UnitOfMeasure) ? nameof(Packing) : type.Name;

    /// <summary>A new object; products and packings are made so that they answer to both of their names.</summary>
    public static object Create(Type type) =>
        type == typeof(Product) ? new InventoryItem()
        : type == typeof(Packing) ? new UnitOfMeasure()
        : Activator.CreateInstance(type) ?? throw new InvalidOperationException($"{type.Name} cannot be made without arguments.");
}
