using Cleverence.Connectivity;

namespace Connectors.Soap;

/// <summary>What the settings say about an operation.</summary>
internal sealed record SoapOperationRule(int Index, string Class, string Operation)
{
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public string? Description { get; init; }

    public MethodSafety Safety { get; init; }

    public TimeSpan? TimeLimit { get; init; }

    public bool ErrorInReturn { get; init; }

    public IReadOnlyList<string> Result { get; init; } = [];

    public bool Is(string className, string operation) =>
        string.Equals(Class, className, StringComparison.OrdinalIgnoreCase) && string.Equals(Operation, operation, StringComparison.OrdinalIgnoreCase);
}
