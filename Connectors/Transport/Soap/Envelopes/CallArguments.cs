using Cleverence.Connectivity;
using Connectors.Transport.Arguments;

namespace Connectors.Transport.Soap;

/// <summary>The arguments of a call under the names of its parameters.</summary>
internal sealed class CallArguments
{
    private readonly SoapCall call;

    public CallArguments(SoapCall call)
    {
        this.call = call;
        for (var at = 0; at < call.Args.Count; at++)
        {
            var (name, value) = call.Args.Parameters[at];
            if (call.OtherArguments.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            var parameter = name.Length > 0 ? Named(name) : at < call.Operation.Parameters.Count ? call.Operation.Parameters[at] : null;
            if (parameter is null) Add(name.Length == 0 ? $"argument {at + 1}: unknown" : $"{name}: unknown");
            else if (!taken.Add(parameter.Name)) Add($"{parameter.Name}: given twice");
            else Values.Add(parameter.Name, value);
        }
    }

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public ConnectorRecord Values { get; } = [];

    public List<ArgumentProblem> Problems { get; } = [];

    /// <summary>The error of all wrong arguments, with the names that are known.</summary>
    public ConnectorException Wrong(IReadOnlyList<ArgumentProblem> problems) =>
        new ParameterBinder(call.Name ?? call.Operation.Name, [.. call.Operation.Parameters.Select(parameter => new BoundParameter(parameter))]).Wrong(problems);

    private ConnectorParameterInfo? Named(string name)
    {
        var list = call.Operation.Parameters;
        for (var at = 0; at < list.Count; at++)
        {
            if (string.Equals(list[at].Name, name, StringComparison.OrdinalIgnoreCase)) return list[at];
        }

        return list.FirstOrDefault(parameter => parameter.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase));
    }

    private void Add(string line) => Problems.Add(new(line, line));
}
