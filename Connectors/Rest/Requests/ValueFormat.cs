using System.Globalization;
using Cleverence.Connectivity;

namespace Connectors.Rest;

/// <summary>How a service wants dates, numbers and flags written. Culture never matters.</summary>
internal sealed class ValueFormat
{
    private const string Unix = "unix", UnixMilliseconds = "unixMs";
    private readonly string pattern;
    private readonly string[] words;

    private ValueFormat(string pattern)
    {
        this.pattern = pattern;
        words = pattern.Split('|');
    }

    /// <summary>Reads a format; null where it does not fit the kind of the parameter.</summary>
    public static ValueFormat? Parse(string pattern, ValueKind? kind)
    {
        var format = new ValueFormat(pattern);
        try
        {
            return format.Fits(kind) ? format : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public string Text(object? value) => value switch
    {
        DateTimeOffset moment when pattern == Unix => moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        DateTimeOffset moment when pattern == UnixMilliseconds => moment.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        bool flag when words.Length == 2 => flag ? words[0] : words[1],
        DateTime or DateTimeOffset or decimal or long => ((IFormattable)value).ToString(pattern, CultureInfo.InvariantCulture),
        _ => ConnectorValues.ToText(value),
    };

    private bool Fits(ValueKind? kind) => kind switch
    {
        ValueKind.Boolean => words.Length == 2,
        ValueKind.DateTime => pattern is not (Unix or UnixMilliseconds) && Text(DateTime.UnixEpoch).Length > 0,
        ValueKind.DateTimeOffset => Text(DateTimeOffset.UnixEpoch).Length > 0,
        ValueKind.Decimal => Text(1m).Length > 0,
        ValueKind.Integer => Text(1L).Length > 0,
        ValueKind.List or null => words.Length == 2 || Text(DateTimeOffset.UnixEpoch).Length > 0,
        _ => false,
    };
}
