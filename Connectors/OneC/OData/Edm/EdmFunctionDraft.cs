namespace Connectors.OneC.OData;

/// <summary>A function while the document is being read. Its first parameter of a published type is what it is bound to.</summary>
internal sealed class EdmFunctionDraft(string name, string returns)
{
    public List<(string Name, string Type)> Parameters { get; } = [];

    public EdmFunction Done(Func<string, string> plain)
    {
        var bound = Parameters.Find(parameter => !parameter.Type.StartsWith("Edm.", StringComparison.Ordinal) && parameter.Type.Contains('.', StringComparison.Ordinal));
        var row = returns.StartsWith("Collection(", StringComparison.Ordinal) ? plain(returns) : "";
        return new EdmFunction(name, bound.Type is null ? "" : plain(bound.Type), row, [.. Parameters.Where(parameter => parameter != bound).Select(parameter => parameter.Name)]);
    }
}
