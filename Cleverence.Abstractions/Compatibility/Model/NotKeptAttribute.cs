namespace Cleverence.Warehouse;

/// <summary>Marks a property that is found through another one and is neither written nor read.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotKeptAttribute : Attribute;
