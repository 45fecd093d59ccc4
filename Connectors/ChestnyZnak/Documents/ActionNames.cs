namespace Connectors.ChestnyZnak;

/// <summary>The next actions of documents: Russian codes, which are stored, and their English names.</summary>
internal static class ActionNames
{
    public const string None = "НеТребуется";
    public const string Send = "ПередайтеДанные";
    public const string SendCorrected = "ПередайтеДанныеСИсправлениями";
    public const string RunExchange = "ВыполнитеОбмен";
    public const string Check = "ВыполнитеПроверку";
    public const string WaitForJob = "ОжидайтеПередачуДанныхРегламентнымЗаданием";
    public const string WaitForRemote = "ОжидайтеЗавершенияОбработкиДанныхИСМП";
    public const string CancelTransfer = "ОтменитеПередачуДанных";
    public const string CancelOperation = "ОтменитеОперацию";
    public const string CancelWithdrawal = "АннулируйтеВыводИзОборота";
    public const string CancelShipment = "АннулируйтеОтгрузку";
    public const string ConfirmReceipt = "ПодтвердитеПоступление";

    private static readonly Dictionary<string, string> English = new(StringComparer.OrdinalIgnoreCase)
    {
        [None] = "NotRequired", [Send] = "SendData", [SendCorrected] = "SendCorrectedData", ["ПередайтеОтчет"] = "SendReport", ["ПередайтеОтчетСИсправлениями"] = "SendCorrectedReport",
        [RunExchange] = "RunExchange", [Check] = "Check", ["ВыполнитеАгрегацию"] = "Aggregate", ["ВыполнитеАгрегациюСИсправлениями"] = "AggregateCorrected", ["ВыполнитеИндивидуализациюКИЗ"] = "IndividualiseTags",
        ["ВыполнитеПеремаркировку"] = "Remark", ["ВыполнитеПолучениеКодовМаркировки"] = "FetchCodes", ["ВыполнитеФормированиеАТК"] = "MakeCustomsAggregate", ["ЗапроситеКодыМаркировки"] = "RequestCodes",
        ["ЗапроситеGTINНаОстатки"] = "RequestGtinsForRemains", ["ЗапроситеВходящиеДокументы"] = "RequestIncomingDocuments", ["ЗапроситеИдентификаторСоединения"] = "RequestConnectionId", ["ЗапроситеКвитанцию"] = "RequestReceipt",
        ["ЗапроситеМестаОсуществленияДеятельности"] = "RequestPlacesOfActivity", ["ЗапроситеОтчет"] = "RequestReport", ["ЗапроситеРазрешениеНаОтгрузкуПродукции"] = "RequestShipmentPermission",
        ["ЗаблокируйтеКодыМаркировки"] = "BlockCodes", ["ЗакройтеЗаказНаЭмиссию"] = "CloseOrder", [CancelWithdrawal] = "CancelWithdrawal", [CancelShipment] = "CancelShipment", ["ОткажитесьОтНакладной"] = "RefuseWaybill",
        [CancelOperation] = "CancelOperation", [CancelTransfer] = "CancelTransfer", ["ОтменитеРазрешениеНаОтгрузкуПродукции"] = "CancelShipmentPermission", ["ОтменитеУведомлениеОбОтгрузкеНаЭкспорт"] = "CancelExportNotice",
        ["ПередайтеУведомлениеОбОтгрузкеНаЭкспорт"] = "SendExportNotice", ["ОформитеПеремещение"] = "MakeMovement", [WaitForRemote] = "WaitForProcessing", [WaitForJob] = "WaitForScheduledTransfer",
        ["ПереформируйтеЭлектронныйДокумент"] = "RebuildElectronicDocument", ["ПодтвердитеОбработкуОтклонений"] = "ConfirmRejections", [ConfirmReceipt] = "ConfirmReceipt", ["ПодтвердитеПоступлениеСИсправлениями"] = "ConfirmCorrectedReceipt",
        ["СогласиеОПредоставлениеИнформации"] = "ConsentToInformation", ["СоздайтеШтрихкодыУпаковок"] = "MakePackBarcodes",
    };

    private static readonly Dictionary<string, string> Codes = English.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>All codes.</summary>
    public static IReadOnlyCollection<string> All => English.Keys;

    /// <summary>The English name of a code; the code itself where there is none.</summary>
    public static string EnglishOf(string code) => English.GetValueOrDefault(code, code);

    /// <summary>The code of an action that is named in either language; a text that is neither is handed back.</summary>
    public static string CodeOf(string name) => Codes.GetValueOrDefault(name.Trim(), name.Trim());
}
