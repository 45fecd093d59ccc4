using System.Globalization;

namespace Emulators.OneC;

/// <summary>Empty values of 1C, and values as text.</summary>
internal static class ODataDefaults
{
    public static object Of(ODataField field, string property) => property.EndsWith("_Type", StringComparison.Ordinal) && field.Kind == FieldKind.Composite ? "StandardODATA.Undefined" : field.Kind switch
    {
        FieldKind.Date => DateTime.MinValue,
        FieldKind.Flag => false,
        FieldKind.Fraction => 0m,
        FieldKind.Int16 or FieldKind.Int32 or FieldKind.Int64 => 0L,
        FieldKind.Uuid or FieldKind.Reference => Guid.Empty,
        _ => "",
    };

    public static string Text(object value) => value switch
    {
        DateTime date => date.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        Guid key => key.ToString("D"),
        bool flag => flag ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
