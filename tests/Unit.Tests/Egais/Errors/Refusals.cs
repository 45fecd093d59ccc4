using Cleverence.Connectivity;
using Emulators.Utm;
using Unit.Tests.Egais.Methods;

namespace Unit.Tests.Egais.Errors;

/// <summary>Calls that are refused before anything is sent.</summary>
internal static class Refusals
{
    private const string Unknown = "030000000777";

    public static IReadOnlyDictionary<string, Func<EgaisRig, Task<ConnectorError>>> All { get; } = new Dictionary<string, Func<EgaisRig, Task<ConnectorError>>>
    {
        ["RATE_LIMITED"] = LimitedAsync,
        ["VALIDATION"] = ValidationAsync,
        ["ACTION_NOT_ALLOWED"] = async rig => await rig.FailAsync("PrepareForTransfer", ("items", await rig.SaveWaybillAsync()), ("nextAction", "ConfirmDifferences")),
        ["DOCUMENT_NOT_FOUND"] = rig => rig.FailAsync("PrepareForTransfer", ("items", "Накладная 1")),
        ["PARAMETER_NOT_ALLOWED"] = rig => rig.FailAsync("EgaisExchange.PrepareClassifierQuery", ("fsrarId", EgaisRig.A), ("operation", "QueryProducts"), ("parameterName", "СИО"), ("parameterValue", EgaisRig.B)),
        ["NOT_SAVED"] = rig => DeleteAsync(rig, force: false),
        ["TRANSFER_IN_PROGRESS"] = InProgressAsync,
        ["BUSY"] = BusyAsync,
        ["NO_SETTINGS"] = rig => rig.FailAsync("RunExchange", ("organisations", Unknown)),
        ["OTHER_ORGANISATION"] = async rig => await rig.FailAsync("PrepareForTransfer", ("items", new List<object?> { new ConnectorRecord { ["document"] = await rig.SaveWaybillAsync(), ["organisation"] = EgaisRig.B } })),
        ["KIND_UNKNOWN"] = rig => rig.FailAsync("EgaisDocuments.Save", ("kind", "Каприз"), ("organisation", EgaisRig.A), ("payload", new ConnectorRecord())),
        ["DOCUMENT_TAKEN"] = TakenAsync,
        ["RESTS_MISSING"] = rig => rig.FailAsync("EgaisQueries.RequestMarksByF2", ("fsrarId", EgaisRig.A)),
        ["UTM_SHARED"] = rig =>
        {
            rig.Settings.Organisations[0].Exclusive = false;
            rig.NewConnector();
            return DeleteAsync(rig, force: true);
        },
    };

    private static async Task<ConnectorError> LimitedAsync(EgaisRig rig)
    {
        await rig.RecordAsync("EgaisQueries.RequestRests", ("fsrarId", EgaisRig.A));
        await rig.RunOftenAsync();
        return await rig.FailAsync("EgaisQueries.RequestRests", ("fsrarId", EgaisRig.A), ("force", true));
    }

    private static async Task<ConnectorError> ValidationAsync(EgaisRig rig)
    {
        var saved = await rig.RecordAsync("EgaisDocuments.Save", ("kind", "WriteOff"), ("organisation", EgaisRig.A), ("payload", new ConnectorRecord { ["number"] = "1", ["type"] = "Каприз" }));
        return await rig.FailAsync("PrepareForTransfer", ("items", saved["document"]));
    }

    private static async Task<ConnectorError> InProgressAsync(EgaisRig rig)
    {
        var document = await rig.SaveWaybillAsync();
        rig.System[EgaisRig.A].Faults.Add(new Fault(FaultKind.ResetAfter, "POST /opt/in/*"));
        await rig.PrepareAsync(document);
        return await rig.FailAsync("CancelTransfer", ("document", document));
    }

    private static async Task<ConnectorError> BusyAsync(EgaisRig rig)
    {
        await using var held = await rig.Records.TryLeaseAsync($"egais-run/{EgaisRig.A}", TimeSpan.FromMinutes(1), CancellationToken.None);
        return await rig.FailAsync("RunExchange", ("organisations", EgaisRig.A));
    }

    private static async Task<ConnectorError> TakenAsync(EgaisRig rig)
    {
        var document = await rig.SaveWriteOffAsync();
        await rig.PrepareAsync(document);
        return await rig.FailAsync("EgaisDocuments.Save", ("kind", "WriteOff"), ("organisation", EgaisRig.A), ("payload", new ConnectorRecord()), ("document", document));
    }

    private static async Task<ConnectorError> DeleteAsync(EgaisRig rig, bool force)
    {
        rig.System.Seed.ForeignTickets(EgaisRig.A, 1);
        var items = new List<object?> { new ConnectorRecord { { "fsrarId", EgaisRig.A }, { "url", rig.System[EgaisRig.A].OutBox[0].Path } } };
        return await rig.FailAsync("EgaisExchange.DeleteIncoming", ("documents", items), ("force", force));
    }
}
