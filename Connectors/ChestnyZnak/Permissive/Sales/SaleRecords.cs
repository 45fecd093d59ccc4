using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>Verdicts as records for handhelds and tills.</summary>
internal static class SaleRecords
{
    public static ConnectorRecord Of(SaleResult result)
    {
        var worst = result.Lines.Max(line => line.Decision.Verdict);
        var first = result.Lines.First(line => line.Decision.Verdict == worst);
        return new ConnectorRecord
        {
            { "verdict", worst.ToString() },
            { "reason", SaleTexts.Code(first.Decision.Reason) },
            { "text", English(first, result.Call.Operation) },
            { "textRu", Russian(first, result.Call.Operation) },
            { "store", result.Call.Store.Id },
            { "elapsedMs", (long)result.Elapsed.TotalMilliseconds },
            { "failures", result.Failures.ToList<object?>() },
            { "codes", result.Lines.Select(line => Of(line, result.Call.Operation)).ToList<object?>() },
        };
    }

    private static ConnectorRecord Of(SaleLineResult line, SaleOperation operation) => new ConnectorRecord
    {
        { "cis", line.Line.Code?.Cis },
        { "gtin", line.Line.Code?.Gtin },
        { "verdict", line.Decision.Verdict.ToString() },
        { "reason", SaleTexts.Code(line.Decision.Reason) },
        { "text", English(line, operation) },
        { "textRu", Russian(line, operation) },
        { "blockedBy", line.Facts?.BlockedBy.ToList<object?>() ?? [] },
        { "expireDate", line.Facts?.ExpireDate },
        { "maxPriceKopecks", line.Facts?.MaxPrice },
        { "minPriceKopecks", line.Facts?.MinPrice },
        { "errorCode", line.Facts?.ErrorCode is { } code ? (long)code : null },
        { "provider", line.Answer?.Provider.ToString() },
        { "offline", line.Answer?.IsOffline ?? false },
        { "reqId", line.Answer?.RequestId },
        { "reqTimestamp", line.Answer?.Timestamp },
        { "receipt", line.Decision.Verdict == SaleVerdict.DoNotSell ? null : line.Answer?.Receipt?.ToRecord() },
    };

    // A text that is no code has a better explanation than the verdict's.
    private static string English(SaleLineResult line, SaleOperation operation) => line.Line switch
    {
        { Code: null, Problem.Reason: not MarkingReason.None } => line.Line.Problem.Message,
        { Code: null } => "This is no marking code.",
        _ => SaleTexts.English(line.Decision, operation),
    };

    private static string Russian(SaleLineResult line, SaleOperation operation) => line.Line switch
    {
        { Code: null, Problem.Reason: not MarkingReason.None } => line.Line.Problem.MessageRu,
        { Code: null } => "Это не код маркировки.",
        _ => SaleTexts.Russian(line.Decision, operation),
    };
}
