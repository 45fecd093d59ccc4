using Cleverence.Connectivity.Classic;

namespace Cleverence.DataCollection.Xml;

/// <summary>The types an <see cref="XmlSerializer"/> knows by name. Those of the classic object model are known from the start.</summary>
public sealed class TypeProvider
{
    private readonly List<Type> added = [];

    internal TypeProvider()
    {
    }

    /// <summary>Adds a type, so that elements with its name can be read.</summary>
    /// <param name="type">The type.</param>
    public void Add(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (!added.Contains(type)) added.Add(type);
    }

    /// <summary>Finds a type by its name, with or without namespace and assembly.</summary>
    /// <param name="name">The name, compared without case.</param>
    /// <returns>The type, or null.</returns>
    public Type? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var plain = name.Split(',')[0].Trim();
        plain = plain[(plain.LastIndexOf('.') + 1)..];
        return added.Find(type => type.Name.Equals(plain, StringComparison.OrdinalIgnoreCase)) ?? ModelTypes.Find(plain) ?? ClrText.Find(plain);
    }
}
