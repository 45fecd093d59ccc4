using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>Collects what is wrong with one entry, under its place in the file.</summary>
internal sealed class EntryProblems(string file, string place)
{
    private readonly List<ConfigProblem> list = [];

    public IReadOnlyList<ConfigProblem> List => list;

    public void Add(string name, string? value, string wrong, string wrongRu) =>
        list.Add(new ConfigProblem(file, name.Length == 0 ? place : $"{place}.{name}", value, wrong, wrongRu));

    /// <summary>The fault of the connector whose entry this is, or null when nothing is wrong.</summary>
    public ConnectorError? FaultOf(string id)
    {
        if (list.Count == 0) return null;
        var all = string.Join(" ", list.Select(problem => $"{problem}."));
        return new ConnectorError(ConnectorErrorCode.Unavailable, $"Connector '{id}' is not configured rightly: {Short(list[0].Path, list[0].Wrong)}.")
        {
            MessageRu = $"Коннектор «{id}» настроен неверно: {Short(list[0].Path, list[0].WrongRu)}.",
            Detail = all,
            Offenders = [.. list.Select(problem => problem.ToString())],
            Problems = [.. list.Select(problem => problem.ForCheck())],
        };
    }

    private string Short(string path, string wrong) => list.Count == 1 ? $"{path} {wrong}" : $"{path} {wrong} (+{list.Count - 1})";
}
