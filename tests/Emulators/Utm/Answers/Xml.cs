using System.Globalization;
using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>Builds documents of the registry.</summary>
internal sealed class Xml(string suffix)
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(3);
    private readonly XNamespace space = Names.Of(suffix);

    /// <summary>The body: its own element in the envelope's namespace.</summary>
    public static XElement Body(string element, params object?[] content) => new(Names.Single + element, content);

    /// <summary>An element of the body; a null text leaves it out.</summary>
    public XElement? Maybe(string name, string? text) => text is null ? null : new XElement(space + name, text);

    public XElement Of(string name, params object?[] content) => new(space + name, content);

    public static string Number(decimal value) => (value / 1.000000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset time) => time.ToOffset(Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The registry's time: Moscow's, without a zone.</summary>
    public static string Time(DateTimeOffset time) => time.ToOffset(Zone).ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
}
