namespace Emulators.OneC;

/// <summary>Short words to describe objects with.</summary>
internal static class Fields
{
    public static ODataField Text(string name) => new(name, FieldKind.Text);

    public static ODataField Date(string name) => new(name, FieldKind.Date);

    public static ODataField Fraction(string name) => new(name, FieldKind.Fraction);

    public static ODataField Int32(string name) => new(name, FieldKind.Int32);

    public static ODataField Int64(string name) => new(name, FieldKind.Int64);

    public static ODataField Flag(string name) => new(name, FieldKind.Flag);

    public static ODataField Reference(string name, string target) => new(name, FieldKind.Reference, target);

    public static ODataField Enum(string name, string target) => new(name, FieldKind.Enum, target);

    public static ODataField Composite(string name) => new(name, FieldKind.Composite);

    public static ODataField Storage(string name) => new(name, FieldKind.Storage);

    public static IReadOnlyList<ODataField> Object { get; } =
        [new("Ref_Key", FieldKind.Uuid), new("DataVersion", FieldKind.Text) { ReadOnly = true }, Flag("DeletionMark")];

    public static IReadOnlyList<ODataField> CatalogObject { get; } = [.. Object, Text("Code"), new("Description", FieldKind.Text) { Required = true }];

    public static IReadOnlyList<ODataField> DocumentObject { get; } = [.. Object, Text("Number"), new("Date", FieldKind.Date) { Required = true }, new("Posted", FieldKind.Flag) { ReadOnly = true }];

    public static ODataField Line { get; } = new("LineNumber", FieldKind.Int64);
}
