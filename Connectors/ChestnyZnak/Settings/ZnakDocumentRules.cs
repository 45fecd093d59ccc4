using System.Globalization;
using Connectors.Transport;

namespace Connectors.ChestnyZnak;

/// <summary>How outgoing documents are checked, split and looked for; read and checked.</summary>
internal sealed record ZnakDocumentRules
{
    public int MaxCodes { get; init; } = 30_000;

    public long MaxBytes { get; init; } = 30L * 1024 * 1024;

    public TimeSpan SearchWindow { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan SearchLimit { get; init; } = TimeSpan.FromDays(1);

    public int SearchDocuments { get; init; } = 100;

    public static ZnakDocumentRules Read(ZnakDocumentSettings settings, SettingsProblems problems) => new()
    {
        MaxCodes = (int)problems.Number("documents.maxCodes", settings.MaxCodes, 1, 30_000),
        MaxBytes = problems.Number("documents.maxBytes", settings.MaxBytes, 1024, 30L * 1024 * 1024),
        SearchWindow = problems.Duration("documents.searchWindow", settings.SearchWindow, TimeSpan.FromMinutes(15)),
        SearchLimit = Days("documents.searchLimit", settings.SearchLimit, problems),
        SearchDocuments = (int)problems.Number("documents.searchDocuments", settings.SearchDocuments, 1, 10_000),
    };

    // A day is this limit's default and does not fit hh:mm:ss, which ends at 23:59:59.
    private static TimeSpan Days(string field, string text, SettingsProblems problems) =>
        TimeSpan.TryParseExact(text, @"d\.hh\:mm\:ss", CultureInfo.InvariantCulture, out var days) && days > TimeSpan.Zero && days <= TimeSpan.FromDays(30) ? days : problems.Duration(field, text, TimeSpan.FromDays(1));
}
