namespace Cleverence.Warehouse;

/// <summary>Marks the other platform generation's name of a property: read under both names, written under the first.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AliasAttribute : Attribute;
