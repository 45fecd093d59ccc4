using Emulators.Utm;
using Unit.Tests.Egais.Methods;
using Unit.Tests.Egais.Receiving;
using Unit.Tests.Hosting;

namespace Unit.Tests.Egais.Errors;

/// <summary>What can happen to a document on its way to the registry and back; what passes by itself has passed when it returns.</summary>
internal static class Troubles
{
    public const string TooFewLicences = "Нет действующей лицензии у организации [0017]";
    public const string NotEnough = "Ошибка: остаток по справке FB-000000900000002 недостаточен [0004]";
    public const string ActedAlready = "Акт для данной накладной уже зарегистрирован";
    public const string KeyText = "Ошибка чтения ключа: CKR_TOKEN_NOT_PRESENT";
    private const string Post = "POST /opt/in/*";
    private const string List = "GET /opt/out";
    private const string Partner = "030000000009";

    public static IReadOnlyDictionary<string, Func<EgaisRig, Task<Told>>> All { get; } = new Dictionary<string, Func<EgaisRig, Task<Told>>>
    {
        ["The UTM is off while a waybill is prepared"] = OfflineAsync,
        ["The list of the out-box never ends"] = TimeoutAsync,
        ["The answer to a post is lost after it arrived"] = rig => PostedAsync(rig, new Fault(FaultKind.ResetAfter, Post)),
        ["The connection breaks before a post arrived"] = rig => PostedAsync(rig, new Fault(FaultKind.ResetBefore, Post)),
        ["The answer to a post is a page"] = rig => PostedAsync(rig, new Fault(FaultKind.Html, Post)),
        ["The UTM forbids a post"] = rig => PostedAsync(rig, new Fault(FaultKind.Status, Post) { Status = 403 }),
        ["The UTM has too much to do for a post"] = rig => PostedAsync(rig, new Fault(FaultKind.Status, Post) { Status = 429 }),
        ["The out-box cannot be listed for a moment"] = rig => ReceivedAsync(rig, new Fault(FaultKind.Status, List) { Status = 503 }),
        ["The UTM refuses a document"] = rig => PostedAsync(rig, new Fault(FaultKind.Error, Post) { Text = TooFewLicences, Status = 500 }),
        ["The UTM refuses a document with status 200"] = rig => PostedAsync(rig, new Fault(FaultKind.Error, Post) { Text = TooFewLicences, Status = 200 }),
        ["The UTM does not know the type"] = rig => ConditionAsync(rig, state => state.UnknownTypes = "WayBill_v4"),
        ["The database is of another place"] = rig => ConditionAsync(rig, state => state.DatabaseOwner = Partner),
        ["The key is of another place"] = rig => ConditionAsync(rig, state => state.KeyOwner = Partner),
        ["An old UTM is of another place"] = rig => ConditionAsync(rig, state => (state.HasInfoList, state.DiagnosisOwner) = (false, Partner)),
        ["The key cannot be read"] = rig => ConditionAsync(rig, state => state.RsaError = KeyText),
        ["A page comes in place of the list"] = rig => ReceivedAsync(rig, new Fault(FaultKind.Html, List)),
        ["A page comes in place of a document"] = rig => ReceivedAsync(rig, new Fault(FaultKind.Html, "GET /opt/out/WayBill_v4/*")),
        ["A document is broken off in the middle"] = BrokenAsync,
        ["The registry does not take a document"] = rig => RegistryAsync(rig, twists => twists.RejectText = NotEnough),
        ["The registry does not conduct a document"] = rig => RegistryAsync(rig, twists => twists.RefuseText = NotEnough),
        ["There is an act already"] = ActedAsync,
        ["Two waybills fit one registration"] = AmbiguousAsync,
        ["A registration knows not every position"] = WithoutF2Async,
    };

    private static async Task<Told> OfflineAsync(EgaisRig rig)
    {
        var document = await rig.SaveWaybillAsync();
        await rig.System[EgaisRig.A].GoOfflineAsync();
        var prepared = await rig.PrepareAsync(document);
        await rig.System[EgaisRig.A].ComeOnlineAsync();
        return Told.OfCall(prepared, document);
    }

    private static async Task<Told> TimeoutAsync(EgaisRig rig)
    {
        Ship(rig);
        rig.System[EgaisRig.B].Faults.Add(new Fault(FaultKind.Hang, List));
        var run = Told.OfRunAsync(rig, EgaisRig.B);
        await Eventually.BeTrueAsync(() => rig.System.Judge.Requests(EgaisRig.B, List) > 0, "the out-box is asked for");
        // A list may take twice as long as a document.
        rig.Clock.Advance(TimeSpan.FromSeconds(121));
        return await run;
    }

    private static async Task<Told> PostedAsync(EgaisRig rig, Fault fault)
    {
        var document = await rig.SaveWaybillAsync();
        rig.System[EgaisRig.A].Faults.Add(fault);
        var prepared = await rig.PrepareAsync(document);
        return Told.OfCall(prepared, document);
    }

    private static async Task<Told> ConditionAsync(EgaisRig rig, Action<UtmConditions> change)
    {
        var document = await rig.SaveWaybillAsync();
        change(rig.System[EgaisRig.A].Conditions);
        var prepared = await rig.PrepareAsync(document);
        return Told.OfCall(prepared, document);
    }

    private static async Task<Told> ReceivedAsync(EgaisRig rig, Fault fault)
    {
        Ship(rig);
        rig.System[EgaisRig.B].Faults.Add(fault);
        return await Told.OfRunAsync(rig, EgaisRig.B);
    }

    private static async Task<Told> BrokenAsync(EgaisRig rig)
    {
        rig.System.Seed.Entry(EgaisRig.B, "WayBill_v4", "<?xml version=\"1.0\"?><Documents><Owner>");
        return await Told.OfRunAsync(rig, EgaisRig.B);
    }

    private static async Task<Told> RegistryAsync(EgaisRig rig, Action<UtmTwists> change)
    {
        var document = await rig.SaveWriteOffAsync();
        change(rig.System[EgaisRig.A].Twists);
        await rig.PrepareAsync(document);
        await rig.RunOftenAsync();
        return await Told.OfDocumentAsync(rig, document);
    }

    // The first act arrived after all: its ticket comes only when the second one was refused.
    private static async Task<Told> ActedAsync(EgaisRig rig)
    {
        var (_, received) = await rig.ShipAsync();
        rig.System[EgaisRig.B].Twists.RejectText = ActedAlready;
        await rig.PrepareAsync(received, "ConfirmReceipt");
        await rig.RunAsync();
        var told = await Told.OfDocumentAsync(rig, received);
        var act = rig.System.Judge.Posts(EgaisRig.B).Single();
        rig.System.Seed.Entry(EgaisRig.B, "Ticket", Text(UtmXml.Conducted(act.Identity, docType: "WayBillAct_v4", regId: act.About)));
        return told;
    }

    private static async Task<Told> AmbiguousAsync(EgaisRig rig)
    {
        rig.System.Seed.Entry(EgaisRig.B, "WayBill_v4", Text(UtmXml.Waybill("Н-1", Partner, EgaisRig.B, "wbl-1", ("1", []))));
        rig.System.Seed.Entry(EgaisRig.B, "WayBill_v4", Text(UtmXml.Waybill("Н-1", Partner, EgaisRig.B, "wbl-2", ("1", []))));
        rig.System.Seed.Entry(EgaisRig.B, "FORM2REGINFO", Text(UtmXml.Registration("Н-1", Partner, EgaisRig.B, "TTN-0900000001", null, "1")));
        return await Told.OfRunAsync(rig, EgaisRig.B);
    }

    private static async Task<Told> WithoutF2Async(EgaisRig rig)
    {
        rig.System.Seed.Entry(EgaisRig.B, "WayBill_v4", Text(UtmXml.Waybill("Н-1", Partner, EgaisRig.B, "wbl-1", ("1", []), ("2", []))));
        rig.System.Seed.Entry(EgaisRig.B, "FORM2REGINFO", Text(UtmXml.Registration("Н-1", Partner, EgaisRig.B, "TTN-0900000001", "wbl-1", "1")));
        await rig.RunAsync();
        var received = await rig.IncomingAsync();
        return await Told.OfDocumentAsync(rig, received);
    }

    private static void Ship(EgaisRig rig) => rig.System.Seed.Waybill(EgaisRig.A, EgaisRig.B, [(rig.System.Seed.Stock(EgaisRig.A, rig.Vodka, 3), 3)]);

    public static string Text(byte[] xml) => System.Text.Encoding.UTF8.GetString(xml);
}
