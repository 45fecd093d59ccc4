using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>Results of the exchange as records, under the names that accounting systems know them by.</summary>
internal static class ExchangeRecords
{
    /// <summary>The result of an exchange command. Where a part failed, <c>warnings</c> is not empty.</summary>
    public static ConnectorRecord Of(ExchangeResult result) => new()
    {
        { "changes", result.Changes.Select(Of).ToList<object?>() },
        { "signingRequired", ByOrganisation(result.SigningRequired.Where(item => item.Form == SignatureForm.Detached)) },
        { "sessionKeysRequired", ByOrganisation(result.SigningRequired.Where(item => item.Form == SignatureForm.Attached)) },
        { "heldMessages", result.HeldMessages.ToList<object?>() },
        { "continueToken", result.ContinueToken },
        { "waitSeconds", result.Wait is { } wait ? (long)Math.Ceiling(wait.TotalSeconds) : null },
        { "certificates", new List<object?>() },
        { "packageKinds", new List<object?>() },
        { "longOperation", null },
        { "organisations", result.Organisations.Select(Of).ToList<object?>() },
        { "warnings", Warnings(result).ToList<object?>() },
    };

    /// <summary>One change.</summary>
    public static ConnectorRecord Of(ExchangeChange change) => new()
    {
        { "organisation", change.Organisation },
        { "operation", change.Operation },
        { "purpose", change.Purpose },
        { "object", change.Document },
        { "baseDocument", change.BaseDocument },
        { "errorText", change.Error?.MessageRu ?? change.Error?.Message ?? "" },
        { "error", change.Error is null ? null : Of(change.Error) },
        { "prepared", change.Prepared },
        { "sent", change.Sent },
        { "accepted", change.Received },
        { "objectChanged", change.NewStatus is not null },
        { "newStatus", change.NewStatus },
        { "newStatusEn", change.NewStatus is { } status ? StatusNames.EnglishOf(status) : null },
        { "newActions", change.NewActions.ToList<object?>() },
        { "newActionsEn", change.NewActions.Select(ActionNames.EnglishOf).ToList<object?>() },
        { "message", change.MessageId },
        { "stage", change.Stage?.ToString() },
    };

    /// <summary>The state of a document.</summary>
    public static ConnectorRecord Of(DocumentState state) => new()
    {
        { "object", state.Document },
        { "kind", state.Kind },
        { "organisation", state.Organisation },
        { "operation", state.Operation },
        { "status", state.Status },
        { "statusEn", StatusNames.EnglishOf(state.Status) },
        { "actions", state.Actions.ToList<object?>() },
        { "actionsEn", state.Actions.Select(ActionNames.EnglishOf).ToList<object?>() },
        { "isError", state.IsError },
        { "error", state.Error is null ? null : Of(state.Error) },
        { "changedAt", state.ChangedAt },
    };

    public static ConnectorRecord Of(ConnectorError error) => new()
    {
        { "code", error.Code.ToString() },
        { "reason", error.Reason },
        { "message", error.Message },
        { "messageRu", error.MessageRu },
        { "inDoubt", error.InDoubt },
        { "offenders", error.Offenders.ToList<object?>() },
    };

    /// <summary>A command that worked for nobody must not end well: the first failure is thrown.</summary>
    public static ExchangeResult ThrowIfNothingWorked(this ExchangeResult result)
    {
        if (!result.NothingWorked) return result;
        var error = result.Organisations.Select(report => report.Error).OfType<ConnectorError>().FirstOrDefault() ?? result.Changes.Select(change => change.Error).OfType<ConnectorError>().FirstOrDefault()
            ?? new ConnectorError(ConnectorErrorCode.Unavailable, "The exchange worked for no organisation. The log has the causes.") { MessageRu = "Обмен не выполнен ни для одной организации. Причины — в журнале." };
        throw new ConnectorException(error with { Detail = $"{string.Join("\n", Warnings(result))}\n{error.Detail}".Trim() });
    }

    private static ConnectorRecord Of(OrganisationReport report) => new()
    {
        { "organisation", report.Organisation },
        { "sent", (long)report.Sent },
        { "finished", (long)report.Finished },
        { "rejected", (long)report.Rejected },
        { "unclear", (long)report.Unclear },
        { "received", (long)report.Received },
        { "succeeded", (long)report.Succeeded },
        { "failed", (long)report.Failed },
        { "stopped", report.Stopped },
        { "error", report.Error is null ? null : Of(report.Error) },
    };

    private static ConnectorRecord ByOrganisation(IEnumerable<SigningItem> items) =>
        new(items.GroupBy(item => item.Organisation).Select(group => KeyValuePair.Create(group.Key, (object?)group.Select(Of).ToList<object?>())));

    private static object Of(SigningItem item) => new ConnectorRecord
    {
        { "itemId", item.ItemId },
        { "form", item.Form.ToString() },
        { "base64Data", Convert.ToBase64String(item.Content) },
        { "purpose", item.Purpose },
        { "object", item.Document },
    };

    private static IEnumerable<string> Warnings(ExchangeResult result) =>
        result.Organisations.Where(report => report.Failed > 0).Select(report => $"{report.Organisation}: {report.Failed} failed: {report.Error?.MessageRu ?? report.Error?.Message}")
            .Concat(result.Changes.Where(change => change.Error is not null).Select(change => $"{change.Organisation} {change.Document ?? change.MessageId}: {change.Error!.MessageRu ?? change.Error.Message}"))
            .Distinct();
}
