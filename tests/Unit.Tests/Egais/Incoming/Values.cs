using System.Collections;
using System.Globalization;
using System.Reflection;
using Cleverence.Connectivity;
using Connectors.Egais;

namespace Unit.Tests.Egais.Incoming;

/// <summary>Looks into what was read.</summary>
internal static class Values
{
    /// <summary>The value behind names of fields and places in lists.</summary>
    public static object? At(object? value, params object[] path) => path.Aggregate(value, (at, step) => step is int index ? ((IList)at!)[index] : ((ConnectorRecord)at!)[(string)step]);

    /// <summary>A value as a row of data can hold it: a decimal has an m behind it.</summary>
    public static object? Plain(object? value) => value is decimal number ? string.Create(CultureInfo.InvariantCulture, $"{number}m") : value;

    /// <summary>Everything in one text; the order of a record's fields does not count, that of lists does.</summary>
    public static string Text(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        ConnectorRecord record => $"{{{string.Join(", ", record.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}: {Text(field.Value)}"))}}}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Text))}]",
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        _ when value.GetType().Assembly == typeof(IncomingDocument).Assembly => $"{{{string.Join(", ", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => $"{property.Name}: {Text(property.GetValue(value))}"))}}}",
        _ => value.ToString()!,
    };
}
