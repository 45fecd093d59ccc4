using Cleverence.Connectivity;
using Connectors.Transport.Arguments;

namespace Connectors.Sql;

/// <summary>The parameters of a method in both their forms: as the database takes them, and as callers are told of them.</summary>
internal sealed class DeclaredParameters
{
    public List<SqlParameter> All { get; } = [];

    /// <summary>Those that callers give.</summary>
    public List<BoundParameter> Given { get; } = [];

    public bool HasOut => All.Exists(parameter => parameter.Direction != ParameterDirection.In);

    public bool Has(string name) => All.Exists(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether some parameter, under its name or an alias, is called so already.</summary>
    public bool Answers(string name) => Has(name) || Given.Exists(parameter => parameter.Answers(name));

    public void Add(SqlParameter parameter, ConnectorParameterInfo info, object? value)
    {
        All.Add(parameter);
        if (parameter.Direction == ParameterDirection.Out) return;
        Given.Add(new BoundParameter(info)
        {
            TakesNull = true,
            Default = value,
            Check = given => ProblemOf(parameter, given),
        });
    }

    private static ArgumentProblem? ProblemOf(SqlParameter parameter, object value)
    {
        if (StorableText.ProblemOf(value) is { } problem) return problem;
        var length = value is string text ? text.Length : value is byte[] bytes ? bytes.Length : 0;
        if (parameter.Size > 0 && length > parameter.Size) return new($"is {length} long, over its limit of {parameter.Size}", $"длина {length} больше предела {parameter.Size}");
        if (parameter.Items is not { } kind || value is not IReadOnlyList<object?> items) return null;
        var wanted = BoundParameter.TypeOf(kind);
        return items.All(item => item is null || ConnectorValues.TryConvert(item, wanted, out _))
            ? null
            : new($"has an item that is not of the kind {ConnectorValues.NameOf(kind)}", $"есть элемент не вида {ConnectorValues.NameOf(kind)}");
    }
}
