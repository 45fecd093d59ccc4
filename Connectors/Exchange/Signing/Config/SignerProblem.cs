using Cleverence.Connectivity;

namespace Connectors.Exchange;

/// <summary>Something wrong in <c>signers.json</c>: where, what stands there, what is wrong, what to do. A secret's value is never among it.</summary>
internal sealed record SignerProblem(string File, string Path, string? Value, string Wrong, string WrongRu, string Next, string NextRu)
{
    public bool IsWarning { get; init; }

    public override string ToString() => $"{File}: {Path}{Shown}: {Wrong}. {Next}";

    public ConnectorProblem ForPeople() => new("SIGNER_WRONG", Path, $"{File}: {Path}{Shown}: {Wrong}.", Next)
    {
        MessageRu = $"{File}: {Path}{Shown}: {WrongRu}.",
        NextStepRu = NextRu,
        IsWarning = IsWarning,
    };

    private string Shown => Value is null ? "" : $" = {(Value.Length <= 60 ? Value : Value[..59] + "…")}";
}
