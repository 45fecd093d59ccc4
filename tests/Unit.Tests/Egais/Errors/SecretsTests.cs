using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Emulators.Utm;
using Unit.Tests.Egais.Methods;
using Unit.Tests.Egais.Receiving;

namespace Unit.Tests.Egais.Errors;

/// <summary>What the log, the errors and the journal of whole dialogues never show.</summary>
[TestClass]
public sealed class SecretsTests
{
    private const string PersonsInn = "771234567890";
    private const string PartOfAnXml = "http://fsrar.ru";

    [TestMethod]
    public async Task No_mark_no_persons_INN_and_no_XML_is_logged_or_listed()
    {
        var log = new HeldLogs();
        await using var rig = await EgaisRig.StartAsync(logs: log);
        var shown = new StringBuilder();
        var marks = await TalkAsync(rig, shown);
        await JournalAsync(rig, shown);
        foreach (var (_, record) in log.Held.Records) shown.AppendLine(record);

        var text = shown.ToString();
        log.Held.Records.Should().NotBeEmpty();
        marks.Should().HaveCountGreaterThan(5).And.OnlyContain(mark => mark.Length == 150);
        marks.Where(mark => text.Contains(mark[..21], StringComparison.Ordinal)).Should().BeEmpty();
        text.Should().NotContain(PersonsInn).And.NotContain(PartOfAnXml).And.NotContain("<?xml");
    }

    // A waybill with marks, an act of differences after a refusal, a write-off that is refused and sent again, a question about a person, and documents that cannot be read.
    private static async Task<IReadOnlyList<string>> TalkAsync(EgaisRig rig, StringBuilder shown)
    {
        var (_, received) = await rig.ShipAsync(3);
        var marks = rig.LastMarks.ToList();
        await rig.CallAsync("EgaisMarks.Scan", ("document", received), ("code", marks[0]));
        Note(shown, await rig.FailAsync("EgaisMarks.Scan", ("document", Guid.NewGuid().ToString()), ("code", marks[1])));
        var differences = await rig.RecordAsync("EgaisMarks.Differences", ("document", received));
        rig.System[EgaisRig.B].Faults.Add(new Fault(FaultKind.ResetAfter, "POST /opt/in/*"), new Fault(FaultKind.HalfBody, "GET /opt/out/*"));
        Note(shown, await rig.PrepareAsync(received, "ConfirmReceiptDifferences", new ConnectorRecord { ["differences"] = differences["differences"] }));
        await rig.RunLongAsync();
        var writeOff = await rig.SaveWriteOffAsync();
        marks.AddRange(rig.LastMarks);
        rig.System[EgaisRig.A].Faults.Add(new Fault(FaultKind.Status, "POST /opt/in/*") { Status = 403 });
        Note(shown, await rig.PrepareAsync(writeOff));
        Note(shown, await rig.PrepareAsync(writeOff, "TransferData"));
        // Who asked is told his own question again; nobody else is.
        await rig.RecordAsync("EgaisExchange.PrepareClassifierQuery", ("fsrarId", EgaisRig.A), ("operation", "QueryOrganisation"), ("parameterName", "ИНН"), ("parameterValue", PersonsInn));
        Note(shown, await rig.FailAsync("EgaisExchange.PrepareClassifierQuery", ("fsrarId", EgaisRig.A), ("operation", "QueryOrganisation"), ("parameterName", "КОД"), ("parameterValue", PersonsInn)));
        rig.System.Seed.Entry(EgaisRig.B, "WayBill_v4", Troubles.Text(UtmXml.Waybill("Н-1", "030000000009", EgaisRig.B, "wbl-1", ("1", [marks[0], marks[0]]))));
        rig.System.Seed.Entry(EgaisRig.B, "FORM2REGINFO", Troubles.Text(UtmXml.Registration("Н-1", "030000000009", EgaisRig.B, "TTN-0900000001", "wbl-1", "1")));
        rig.System.Seed.Entry(EgaisRig.B, "WayBill_v4", $"<?xml version=\"1.0\"?><Documents xmlns=\"http://fsrar.ru/WEGAIS\"><INN>{PersonsInn}</INN><amc>{marks[0]}</amc>");
        Note(shown, await rig.RunAsync());
        await rig.RunLongAsync();
        return [.. marks.Distinct()];
    }

    // What the panel shows: states, messages and the protocol without the payloads.
    private static async Task JournalAsync(EgaisRig rig, StringBuilder shown)
    {
        foreach (var message in rig.Store.Messages)
        {
            Note(shown, message.LastError);
            foreach (var entry in await rig.Engine.ListProtocolAsync(message.Id, CancellationToken.None)) shown.AppendJoin(' ', entry.Description, entry.Format, entry.Operation, entry.RequestId, entry.User).AppendLine();
        }

        foreach (var organisation in new[] { EgaisRig.A, EgaisRig.B })
        {
            foreach (var item in await rig.Engine.ListIncomingAsync(organisation, Enum.GetValues<IncomingStage>(), null, 100, CancellationToken.None)) Note(shown, item.LastError);
            foreach (var card in await rig.ListAsync(organisation))
            {
                Note(shown, await rig.CallAsync("EgaisExchange.GetProtocol", ("document", card["document"])));
                Note(shown, card);
            }
        }
    }

    private static void Note(StringBuilder shown, ConnectorError? error) => shown.AppendJoin(' ', [error?.Message, error?.MessageRu, .. error?.Offenders ?? [], error?.Detail]).AppendLine();

    private static void Note(StringBuilder shown, object? value)
    {
        switch (value)
        {
            case ConnectorRecord record:
                foreach (var field in record.Where(field => field.Key is not ("positions" or "payload" or "outgoingXml"))) Note(shown, field.Value);
                break;
            case string text:
                shown.AppendLine(text);
                break;
            case IEnumerable<object?> list:
                foreach (var one in list) Note(shown, one);
                break;
        }
    }
}
