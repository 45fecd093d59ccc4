using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>Something wrong in a configuration file: where, what stands there, what may stand there.</summary>
internal sealed record ConfigProblem(string File, string Path, string? Value, string Wrong, string WrongRu)
{
    public override string ToString() => $"{File}: {Place}{Shown}: {Wrong}";

    public string InRussian => $"{File}: {Place}{Shown}: {WrongRu}";

    public ConnectorProblem ForCheck() => new("ENTRY_WRONG", Place, $"{Path} {Wrong}.", $"Correct it in {File}; it is read again as soon as it is saved.")
    {
        MessageRu = $"{Path} {WrongRu}.",
        NextStepRu = $"Исправьте в {File}; файл перечитывается, как только сохранён.",
    };

    private string Place => Path.Length == 0 ? "(whole file)" : Path;

    private string Shown => Value is null ? "" : $" = {(Value.Length <= 60 ? Value : Value[..59] + "…")}";
}
