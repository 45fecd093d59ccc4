using System.Collections;
using System.Reflection;
using Cleverence.Warehouse;

namespace Cleverence.Connectivity.Classic;

/// <summary>A property of the object model with its name on the wire.</summary>
internal sealed class ModelProperty
{
    private readonly PropertyInfo info;

    public ModelProperty(PropertyInfo info)
    {
        this.info = info;
        Name = info.Name;
        WireName = char.ToLowerInvariant(info.Name[0]) + info.Name[1..];
        if (info.Name == "SSCC") WireName = "sscc";
        IsAlias = info.IsDefined(typeof(AliasAttribute), inherit: false);
        Kind = KindOf(info.PropertyType);
        ItemType = Kind == ModelPropertyKind.Items ? ItemTypeOf(info.PropertyType) : null;
    }

    public string Name { get; }

    public string WireName { get; }

    public bool IsAlias { get; }

    public ModelPropertyKind Kind { get; }

    public Type Type => info.PropertyType;

    public Type? ItemType { get; }

    public bool CanWrite => info.SetMethod is { IsPublic: true };

    public object? Get(object owner) => info.GetValue(owner, BindingFlags.DoNotWrapExceptions, null, null, null);

    public void Set(object owner, object? value)
    {
        if (CanWrite) info.SetValue(owner, value, BindingFlags.DoNotWrapExceptions, null, null, null);
    }

    public static bool IsSimple(Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        return target.IsPrimitive || target.IsEnum || target == typeof(string) || target == typeof(decimal) || target == typeof(DateTime)
            || target == typeof(DateTimeOffset) || target == typeof(TimeSpan) || target == typeof(Guid);
    }

    private static ModelPropertyKind KindOf(Type type) => type switch
    {
        _ when IsSimple(type) => ModelPropertyKind.Simple,
        _ when type == typeof(FieldValueCollection) => ModelPropertyKind.Fields,
        _ when type == typeof(RowCollection) => ModelPropertyKind.Rows,
        _ when type == typeof(DocumentTableCollection) => ModelPropertyKind.Tables,
        _ when type == typeof(object) || type == typeof(byte[]) || type == typeof(UEObject) => ModelPropertyKind.Value,
        _ when typeof(IList).IsAssignableFrom(type) && ItemTypeOf(type) is not null => ModelPropertyKind.Items,
        _ when type.IsClass && !typeof(Delegate).IsAssignableFrom(type) => ModelPropertyKind.Model,
        _ => ModelPropertyKind.Value,
    };

    private static Type? ItemTypeOf(Type type) => type.GetInterfaces()
        .FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IList<>))?.GetGenericArguments()[0];
}
