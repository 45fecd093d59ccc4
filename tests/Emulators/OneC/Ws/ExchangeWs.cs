namespace Emulators.OneC;

/// <summary>The service <c>Exchange_3_0_2_2</c> of the standard subsystems, its core operations. An empty return is success, otherwise it is the error.</summary>
internal static class ExchangeWs
{
    private static readonly SoapParameter Zone = new("Zone", "xs:decimal", Nillable: true), Error = new("return", "xs:string");
    private static readonly SoapParameter[] Node = [new("ExchangePlanName", "xs:string"), new("NodeCode", "xs:string")];

    private static readonly SoapParameter[] Continuous =
        [new("ContinuousOperation", "xs:boolean", SoapDirection.InOut), new("Operation", "xs:string", SoapDirection.InOut, true), new("ContinuousOperationAllowed", "xs:boolean"), Zone];

    public static SoapService Service { get; } = new("Exchange_3_0_2_2", "http://www.1c.ru/SSL/Exchange_3_0_2_2", "exchange_3_0_2_2.1cws", "",
        Operation("Ping", Error, [], _ => new SoapAnswer("")),
        Operation("TestConnection", new SoapParameter("return", "xs:boolean"), [.. Node, InOut("Result", "xs:string"), Zone],
            call => new SoapAnswer(IsKnown(call), ("Result", IsKnown(call) ? "" : $"План обмена {call.Text("ExchangePlanName")} не найден"))),
        Operation("Upload", Error, [.. Node, InOut("ExchangeMessageStorage", "v8:ValueStorage"), Zone],
            call => new SoapAnswer(Refusal(call), ("ExchangeMessageStorage", new byte[] { 1, 1, 0, 42 }))),
        Operation("Download", Error, [.. Node, new("ExchangeMessageStorage", "v8:ValueStorage"), Zone], call => Effect(call, "Download")),
        Operation("UploadData", Error, [.. Node, InOut("FileID", "xs:string"), .. Continuous], call => Long(call, SampleFileOf(call))),
        Operation("DownloadData", Error, [.. Node, new("FileID", "xs:string"), .. Continuous], call => Long(call, null)),
        Operation("GetContinuousOperationStatus", Error, [new("Operation", "xs:string"), InOut("ResultMessage", "xs:string"), Zone], Status),
        Operation("PrepareGetFile", Error, [new("FileId", "xs:string"), new("BlockSize", "xs:decimal"), InOut("TransferId", "xs:string"), InOut("PartQuantity", "xs:decimal"), Zone], Prepare),
        Operation("GetFilePart", Error, [new("TransferId", "xs:string"), new("PartNumber", "xs:decimal"), InOut("PartData", "xs:base64Binary"), Zone],
            call => new SoapAnswer("", ("PartData", call.Base.Files.Part(call.Text("TransferId")!, (int)call.Decimal("PartNumber"))))),
        Operation("PutFilePart", Error, [new("TransferId", "xs:string"), new("PartNumber", "xs:decimal"), new("PartData", "xs:base64Binary"), Zone], Put),
        Operation("SaveFileFromParts", Error, [new("TransferId", "xs:string"), new("PartQuantity", "xs:decimal"), InOut("FileId", "xs:string"), Zone],
            call => new SoapAnswer("", ("FileId", call.Base.Files.Assemble(call.Text("TransferId")!, (int)call.Decimal("PartQuantity"))))),
        Operation("ReleaseFile", Error, [new("TransferId", "xs:string"), Zone], Release));

    private static SoapParameter InOut(string name, string type) => new(name, type, SoapDirection.InOut, true);

    private static SoapOperation Operation(string name, SoapParameter given, SoapParameter[] parameters, Func<SoapCall, SoapAnswer> run) =>
        new(name, given, parameters, call => Task.FromResult(run(call)));

    private static bool IsKnown(SoapCall call) => call.Text("ExchangePlanName") == "Терминалы";

    private static string Refusal(SoapCall call) => IsKnown(call) ? "" : $"План обмена {call.Text("ExchangePlanName")} не найден";

    private static SoapAnswer Effect(SoapCall call, string what)
    {
        if (IsKnown(call)) call.Base.Effects.Add(what);
        return new SoapAnswer(Refusal(call));
    }

    private static string SampleFileOf(SoapCall call) => call.Base.Files.Add(SampleFile.Zip("Message.xml", "<Message/>"));

    private static SoapAnswer Long(SoapCall call, string? file)
    {
        var isLong = call.Flag("ContinuousOperationAllowed") && IsKnown(call);
        var id = isLong ? call.Base.Operations.Start(call.Base.Options.ExchangePolls).Id : "";
        return new SoapAnswer(Refusal(call), ("FileID", file ?? ""), ("ContinuousOperation", isLong), ("Operation", id));
    }

    private static SoapAnswer Status(SoapCall call)
    {
        var (state, message) = call.Base.Operations.Poll(call.Text("Operation")!);
        return new SoapAnswer(state, ("ResultMessage", message));
    }

    private static SoapAnswer Prepare(SoapCall call)
    {
        var (transfer, parts) = call.Base.Files.Prepare(call.Text("FileId")!, (int)call.Decimal("BlockSize"));
        return new SoapAnswer("", ("TransferId", transfer), ("PartQuantity", parts));
    }

    private static SoapAnswer Put(SoapCall call)
    {
        call.Base.Files.Put(call.Text("TransferId")!, (int)call.Decimal("PartNumber"), Convert.FromBase64String(call.Text("PartData")!));
        return new SoapAnswer("");
    }

    private static SoapAnswer Release(SoapCall call)
    {
        call.Base.Files.Release(call.Text("TransferId")!);
        return new SoapAnswer("");
    }
}
