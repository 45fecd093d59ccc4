using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Transport.Arguments;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC;

/// <summary>Binds the arguments of a call to the parameters of a method and writes them under their names in 1C.</summary>
internal sealed class OneCBinding
{
    private readonly IReadOnlyList<OneCParameter> parameters;
    private readonly OneCWriter writer;
    private readonly ParameterBinder binder;

    public OneCBinding(string method, IReadOnlyList<OneCParameter> parameters, OneCWriter writer)
    {
        this.parameters = parameters;
        this.writer = writer;
        binder = new ParameterBinder(method, [.. parameters.Select(parameter => parameter.Binding(writer))]);
    }

    /// <summary>The converted values, each under its name in 1C; an optional one left out is not there.</summary>
    public IReadOnlyList<(OneCParameter Parameter, object? Value)> Values(InvokeArgs args)
    {
        var bound = binder.Bind(args);
        return [.. parameters.Select((parameter, at) => (Parameter: parameter, At: at)).Where(pair => bound.IsGiven(pair.At)).Select(pair => (pair.Parameter, bound[pair.At]))];
    }

    /// <summary>The values as JSON.</summary>
    public JObject Json(InvokeArgs args)
    {
        var json = new JObject();
        foreach (var (parameter, value) in Values(args))
        {
            json[parameter.NameInOneC] = writer.TryJson(value, parameter.Type, out var written)
                ? written
                : throw binder.Wrong([new($"{parameter.Info.Name}: is not a value of 1C", $"{parameter.Info.Name}: не значение 1С")]);
        }

        return json;
    }
}
