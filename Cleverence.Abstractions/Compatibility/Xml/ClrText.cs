using System.Globalization;

namespace Cleverence.Connectivity.Classic;

/// <summary>Simple values as the field's XML writes them: <c>True</c>, a dot in numbers, dates in round-trip form, durations as <c>hh:mm:ss</c>.</summary>
internal static class ClrText
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private static readonly Type[] Known =
    [
        typeof(string), typeof(bool), typeof(int), typeof(long), typeof(decimal), typeof(double), typeof(DateTime), typeof(DateTimeOffset),
        typeof(TimeSpan), typeof(Guid), typeof(byte), typeof(short), typeof(float), typeof(uint), typeof(ulong), typeof(ushort), typeof(sbyte), typeof(char), typeof(byte[]),
    ];

    public static string Format(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "True" : "False",
        DateTime time => time.ToString("o", Invariant),
        DateTimeOffset moment => moment.ToString("o", Invariant),
        TimeSpan span => span.ToString("c", Invariant),
        double or float => ((IFormattable)value).ToString("R", Invariant),
        byte[] bytes => Convert.ToBase64String(bytes),
        IFormattable formattable => formattable.ToString(null, Invariant),
        _ => value.ToString() ?? "",
    };

    public static object Parse(string text, Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        try
        {
            return target switch
            {
                _ when target == typeof(string) => text,
                _ when target == typeof(DateTime) => DateTime.Parse(text, Invariant, DateTimeStyles.RoundtripKind),
                _ when target == typeof(DateTimeOffset) => DateTimeOffset.Parse(text, Invariant),
                _ when target == typeof(TimeSpan) => TimeSpan.Parse(text, Invariant),
                _ when target == typeof(Guid) => Guid.Parse(text),
                _ when target == typeof(byte[]) => Convert.FromBase64String(text),
                _ when target == typeof(decimal) => decimal.Parse(text, NumberStyles.Float, Invariant),
                _ when target == typeof(bool) => text.Trim() is "1" || (text.Trim() is not "0" && bool.Parse(text)),
                _ when target.IsEnum => Enum.Parse(target, text, ignoreCase: true),
                _ => Convert.ChangeType(text.Trim(), target, Invariant),
            };
        }
        catch (Exception problem) when (problem is FormatException or OverflowException or ArgumentException)
        {
            throw new FormatException($"'{text}' is not a {target.Name}.", problem);
        }
    }

    /// <summary>The simple type with a name; namespaces and assembly names do not matter.</summary>
    public static Type? Find(string name) => Array.Find(Known, type => type.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
