using Connectors.Transport;

namespace Connectors.ChestnyZnak;

/// <summary>How incoming documents are loaded; read and checked.</summary>
internal sealed record ZnakIncomingRules
{
    private static readonly string[] Usual = ["UNIVERSAL_TRANSFER_DOCUMENT", "UNIVERSAL_TRANSFER_DOCUMENT_FIX", "UNIVERSAL_CORRECTION_DOCUMENT", "UNIVERSAL_CORRECTION_DOCUMENT_FIX", "UNIVERSAL_CANCEL_DOCUMENT"];

    public TimeSpan Overlap { get; init; } = TimeSpan.FromDays(3);

    public TimeSpan First { get; init; } = TimeSpan.FromDays(31);

    public TimeSpan Window { get; init; } = TimeSpan.FromDays(31);

    public int PageSize { get; init; } = 1000;

    public int CodePageSize { get; init; } = 36_000;

    public IReadOnlyList<string> DocumentTypes { get; init; } = Usual;

    public static ZnakIncomingRules Read(ZnakIncomingSettings settings, SettingsProblems problems) => new()
    {
        Overlap = TimeSpan.FromDays(problems.Number("incoming.overlapDays", settings.OverlapDays, 0, 30)),
        First = TimeSpan.FromDays(problems.Number("incoming.firstDays", settings.FirstDays, 1, 366)),
        Window = TimeSpan.FromDays(problems.Number("incoming.windowDays", settings.WindowDays, 1, 31)),
        PageSize = (int)problems.Number("incoming.pageSize", settings.PageSize, 1, 1000),
        CodePageSize = (int)problems.Number("incoming.codePageSize", settings.CodePageSize, 1, 36_000),
        DocumentTypes = settings.DocumentTypes.Count == 0 ? Usual : [.. settings.DocumentTypes],
    };
}
