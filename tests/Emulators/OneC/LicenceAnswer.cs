namespace Emulators.OneC;

/// <summary>What a caller reads when there is no licence left.</summary>
public enum LicenceAnswer
{
    /// <summary>500 with plain text «Не обнаружено свободной лицензии!».</summary>
    NotFoundFree,

    /// <summary>500 with plain text «Не найдена лицензия».</summary>
    NotFound,

    /// <summary>500 with plain text "There are no free licenses".</summary>
    English,

    /// <summary>406 with the web extension's XML that carries the Russian phrase.</summary>
    Exception,

    /// <summary>200 with an HTML page that carries the Russian phrase.</summary>
    Page,
}
