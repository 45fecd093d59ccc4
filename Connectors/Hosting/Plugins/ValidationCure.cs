using System.ComponentModel.DataAnnotations;

namespace Connectors.Hosting;

/// <summary>The store of validation attributes keeps every type that was ever validated.</summary>
internal sealed class ValidationCure : IContextCure
{
    private static readonly Type? Store = FrameworkFields.TypeOf(typeof(Validator).Assembly, "System.ComponentModel.DataAnnotations.ValidationAttributeStore");

    public void Clear(ContextTypes types) =>
        types.RemoveFrom(FrameworkFields.Read(Store, "_typeStoreItems", FrameworkFields.Read(Store, "<Instance>k__BackingField")));
}
