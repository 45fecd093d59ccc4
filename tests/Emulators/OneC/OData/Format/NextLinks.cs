using System.Globalization;

namespace Emulators.OneC;

/// <summary>Links to the next page: the same query from another place.</summary>
internal static class NextLinks
{
    public static string Make(ODataReading reading, int skip, int? top)
    {
        var query = reading.Request.Query.Pairs.Where(pair => pair.Name is not ("$skip" or "$top")).ToList();
        query.Add(("$skip", skip.ToString(CultureInfo.InvariantCulture)));
        if (top is { } left) query.Add(("$top", left.ToString(CultureInfo.InvariantCulture)));
        var text = string.Join('&', query.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));
        var path = reading.Request.Path["odata/standard.odata/".Length..];
        var relative = $"{Uri.EscapeDataString(path)}?{text}";
        var options = reading.Owner.Options;
        return options.NextLink switch
        {
            NextLinkForm.Relative => relative,
            NextLinkForm.InternalHost => $"http://{options.InternalHost}/{options.BaseName}/odata/standard.odata/{relative}",
            _ => $"{reading.Root}/{relative}",
        };
    }
}
