using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak;

/// <summary>Messages as the engine would hand them to the adapter.</summary>
internal static class Messages
{
    public static ConnectorRecord Withdrawal(params IReadOnlyList<MarkedCode> codes) => new()
    {
        { "action", "OWN_USE" }, { "action_date", "2026-05-30" }, { "products", codes.Select(code => (object?)new ConnectorRecord { { "cis", code.Cis } }).ToList() },
    };

    public static OutgoingMessage Of(ZnakRig rig, ConnectorRecord body, string type = "LK_RECEIPT")
    {
        var problems = new DocumentProblems();
        var built = new DocumentBuilder(rig.Server.Plan.Documents, rig.Server.Time).Build(DocumentShapes.Find(type)!, rig.Organisation, body, problems);
        problems.All.Should().BeEmpty();
        return new OutgoingMessage(rig.Owner.Inn, type, built.Single().Content) { Purpose = TrueApiAdapter.Name, ProductGroup = "milk", Format = "MANUAL", NeedsSignature = true, Document = "D1" };
    }

    public static ExchangeMessage Signed(ZnakRig rig, OutgoingMessage content, string id = "M1") => new(id, content)
    {
        Stage = ExchangeStage.Sending,
        Signature = TestCms.Sign(content.Payload, attached: false),
        SentAt = rig.Server.Time.GetUtcNow(),
        StageSince = rig.Server.Time.GetUtcNow(),
        Attempt = 1,
    };

    public static string Text(byte[] payload) => Encoding.UTF8.GetString(payload);
}
