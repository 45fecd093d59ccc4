using System.Globalization;
using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>What is told of UTMs, as records of the contract.</summary>
internal static class UtmRecords
{
    public static ConnectorRecord Of(UtmHealth health, TimeSpan? chequeAge) => new()
    {
        ["fsrarId"] = health.Organisation.FsrarId,
        ["utm"] = UtmClient.TargetOf(health.Organisation),
        ["verdict"] = health.Verdict.ToString(),
        ["errorCode"] = health.Error?.Reason,
        ["errorText"] = health.Error?.MessageRu ?? health.Error?.Message,
        ["owner"] = health.Owner,
        ["version"] = health.Info?.Version,
        ["contour"] = health.Info?.Contour,
        ["license"] = health.Info?.License,
        ["databaseCreated"] = health.Info?.DatabaseCreated,
        ["rsaCertificate"] = Of(health.Info?.Rsa),
        ["gostCertificate"] = Of(health.Info?.Gost),
        ["chequesUnsentSince"] = health.ChequesSince,
        ["chequesUnsentHours"] = chequeAge is { } age ? (long)age.TotalHours : null,
        ["outBox"] = health.OutBox is { } types ? new ConnectorRecord(types.Select(type => KeyValuePair.Create<string, object?>(type.Key, (long)type.Value))) : null,
        ["outBoxCount"] = health.OutBox is { } counted ? (long)counted.Values.Sum() : null,
        ["businessCount"] = health.OutBox is { } all ? (long)all.Where(type => IsBusiness(type.Key)).Sum(type => type.Value) : null,
        ["inBoxCount"] = health.InBox is { } waiting ? (long)waiting : null,
        ["exclusive"] = health.Organisation.Exclusive,
        ["warnings"] = health.Warnings.Select(warning => (object?)(warning.MessageRu ?? warning.Message)).ToList(),
    };

    /// <summary>Whether a document is somebody's, and no ticket and no answer to a question.</summary>
    public static bool IsBusiness(string type) => !type.Equals("Ticket", StringComparison.OrdinalIgnoreCase) && !type.StartsWith("Reply", StringComparison.OrdinalIgnoreCase);

    private static ConnectorRecord? Of(UtmCertificate? certificate) => certificate is null ? null : new ConnectorRecord
    {
        ["kind"] = certificate.Kind,
        ["from"] = Day(certificate.From),
        ["to"] = Day(certificate.To),
        ["valid"] = certificate.IsValid,
        ["issuer"] = certificate.Issuer,
    };

    private static string? Day(DateTimeOffset? moment) => moment?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
