using System.Globalization;

namespace Unit.Tests.Compatibility;

/// <summary>Runs the rest of a test under a culture; the test's own flow only.</summary>
internal static class Culture
{
    public static void Use(string name)
    {
        var culture = CultureInfo.GetCultureInfo(name);
        if (culture.NumberFormat.NumberDecimalSeparator != "," || culture.DateTimeFormat.ShortDatePattern.StartsWith('M')) Assert.Inconclusive($"The machine has no data of the culture {name}.");
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
    }
}
