using Cleverence.Connectivity;
using Connectors.Egais;

namespace Unit.Tests.Egais.Outgoing.Support;

/// <summary>Orders to build, and the builder.</summary>
internal static class Orders
{
    public const string RegId = "TTN-0900000001";
    private const string Id = "7d2c1f64-6a0e-4b57-9a53-0f4c6f7f2a11";
    private static readonly DateTime Now = new(2026, 2, 5, 9, 30, 15);

    public static EgaisDocument Card(EgaisDocumentKind kind, ConnectorRecord payload, string? regId = RegId) =>
        new(Id, kind, Payloads.Own) { Number = "К-3", Date = new DateOnly(2026, 2, 1), RegId = regId, Payload = payload };

    public static BuildOrder Of(EgaisOperation operation, EgaisDocument? document, ConnectorRecord? extra = null, FormatVersion version = FormatVersion.V4) =>
        new(operation, new EgaisOrganisation(Payloads.Own, "127.0.0.1", 8080) { Format = version }, document, extra ?? [], null, Now);

    public static BuildOrder Ship(ConnectorRecord payload, FormatVersion version = FormatVersion.V4) => Of(EgaisOperation.WayBill, Card(EgaisDocumentKind.OutgoingWaybill, payload, null), null, version);

    public static BuildOrder Differ(FormatVersion version, params ConnectorRecord[] lines) => Differ(Payloads.Received(), version, lines);

    public static BuildOrder Differ(ConnectorRecord waybill, FormatVersion version, params ConnectorRecord[] lines) => Of(EgaisOperation.ActDifferences, Card(EgaisDocumentKind.IncomingWaybill, waybill), Lines(lines), version);

    public static ConnectorRecord Lines(params ConnectorRecord[] lines) => new() { ["actNumber"] = "А-15", ["differences"] = lines.ToList<object?>() };

    /// <summary>One position without one bottle of three, and its mark.</summary>
    public static ConnectorRecord OneBottleMissing() => new() { ["positionIdentity"] = "1", ["realQuantity"] = 2L, ["rejectedMarks"] = Payloads.MarkList(3) };

    public static BuildOrder Stock(EgaisOperation operation, ConnectorRecord payload, FormatVersion version = FormatVersion.V4) =>
        Of(operation, Card(operation.ToString().StartsWith("Charge", StringComparison.Ordinal) ? EgaisDocumentKind.ChargeOn : EgaisDocumentKind.WriteOff, payload), null, version);

    public static BuildResult Build(BuildOrder order) => new DocumentBuilder().Build(order);

    /// <summary>The problems as <c>path: rule</c>.</summary>
    public static IEnumerable<string> ProblemsOf(BuildOrder order) => Build(order).Problems.Select(problem => $"{problem.Path}: {problem.Rule}");
}
