using Connectors.Transport;

namespace Connectors.OneC.OData;

/// <summary>Checks the settings of the OData interface and makes options of them.</summary>
internal static class ODataSettingsReader
{
    public static ODataOptions Read(OneCODataSettings settings, OneCOptions options, SettingsProblems problems)
    {
        var names = new HashSet<(string, string)>(OneCNames.Comparer);
        var methods = settings.Methods.Select((method, at) => new NamedMethodReader(method, $"odata.methods[{at}]", options, problems).Read()).ToList();
        for (var at = 0; at < methods.Count; at++) CheckNames(methods[at], $"odata.methods[{at}].method", names, problems);
        return new ODataOptions
        {
            IsOffered = settings.Enabled,
            Root = OneCSettingsReader.Segment("odata.path", settings.Path, "odata/standard.odata", problems),
            PageSize = problems.Number("odata.pageSize", settings.PageSize, 10, 100_000),
            AllowDelete = settings.AllowDelete,
            TrimTexts = settings.TrimTexts,
            MetadataAge = problems.Duration("odata.metadataAge", settings.MetadataAge, TimeSpan.FromHours(12)),
            Methods = methods,
        };
    }

    private static void CheckNames(NamedMethod method, string field, HashSet<(string, string)> names, SettingsProblems problems)
    {
        foreach (var name in method.Info.Aliases.Prepend(method.Info.MethodName).Where(name => name.Length > 0 && !names.Add((method.Info.ClassName, name))))
        {
            problems.Add("METHOD_TWICE", field, $"The name '{OneCSettingsReader.Shown(name)}' is taken by another method; letter case does not matter.", $"Имя «{OneCSettingsReader.Shown(name)}» занято другим методом; регистр не важен.",
                "Give one of them another name or class.", "Дайте одному из них другое имя или класс.");
        }
    }
}
