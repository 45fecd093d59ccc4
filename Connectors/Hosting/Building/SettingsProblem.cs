using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>Something wrong in a connector's settings: the path and what is wrong in English and Russian, never the value, which may be a secret.</summary>
internal sealed record SettingsProblem(string Code, string Path, string Wrong, string WrongRu)
{
    public ConnectorProblem ForCheck() => new(Code, Path, $"The setting '{Path}': {Wrong}.", "Correct it in the connector's settings; the connector is rebuilt as soon as the file is saved.")
    {
        MessageRu = $"Настройка «{Path}»: {WrongRu}.",
        NextStepRu = "Исправьте её в настройках коннектора; он пересоздаётся, как только файл сохранён.",
    };

    public override string ToString() => $"{Path}: {Wrong}";
}
