using System.Globalization;
using Connectors.Transport;

namespace Connectors.ChestnyZnak;

/// <summary>How outgoing documents are checked, split and looked for; read and checked.</summary>
internal sealed record ZnakDocumentRules
{
    public int MaxCodes { get; init; } = 30_000;

    public long MaxBytes { get; init; } = 30L * 1024 * 1024;

    public TimeSpan SearchWindow { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan LastSearchWindow { get; init; } = TimeSpan.FromDays(1);

    public TimeSpan SearchLimit { get; init; } = TimeSpan.FromDays(1);

    public int SearchDocuments { get; init; } = 100;

    /// <summary>How long an accepted document may be invisible.</summary>
    public TimeSpan Visible { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The field of a withdrawal's cancellation that names the withdrawal.</summary>
    public string WithdrawalField { get; init; } = "lk_receipt_id";

    /// <summary>How long one run of the exchange goes on.</summary>
    public TimeSpan RunTime { get; init; } = TimeSpan.FromMinutes(1);

    public static ZnakDocumentRules Read(ZnakDocumentSettings settings, SettingsProblems problems) => new()
    {
        MaxCodes = (int)problems.Number("documents.maxCodes", settings.MaxCodes, 1, 30_000),
        MaxBytes = problems.Number("documents.maxBytes", settings.MaxBytes, 1024, 30L * 1024 * 1024),
        SearchWindow = problems.Duration("documents.searchWindow", settings.SearchWindow, TimeSpan.FromMinutes(15)),
        LastSearchWindow = Days("documents.lastSearchWindow", settings.LastSearchWindow, problems),
        SearchLimit = Days("documents.searchLimit", settings.SearchLimit, problems),
        SearchDocuments = (int)problems.Number("documents.searchDocuments", settings.SearchDocuments, 1, 10_000),
        Visible = problems.Duration("documents.visible", settings.Visible, TimeSpan.FromHours(1)),
        WithdrawalField = problems.Given("documents.withdrawalField", settings.WithdrawalField, "FIELD_MISSING") ? settings.WithdrawalField.Trim() : "lk_receipt_id",
        RunTime = problems.Duration("documents.runTime", settings.RunTime, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(4)),
    };

    // A day is this limit's default and does not fit hh:mm:ss, which ends at 23:59:59.
    private static TimeSpan Days(string field, string text, SettingsProblems problems) =>
        TimeSpan.TryParseExact(text, @"d\.hh\:mm\:ss", CultureInfo.InvariantCulture, out var days) && days > TimeSpan.Zero && days <= TimeSpan.FromDays(30) ? days : problems.Duration(field, text, TimeSpan.FromDays(1));
}
