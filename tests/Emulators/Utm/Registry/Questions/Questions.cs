namespace Emulators.Utm;

/// <summary>Questions to the registry.</summary>
internal static class Questions
{
    private static readonly Dictionary<string, Action<Deed>> All = new(StringComparer.Ordinal)
    {
        ["QueryClients"] = deed => Classifiers.Clients(deed, "ReplyPartner", "ReplyClient"),
        ["QueryClients_v2"] = deed => Classifiers.Clients(deed, "ReplyClient_v2", "ReplyClient_v2"),
        ["QueryAP_v2"] = deed => Classifiers.Products(deed, "ReplyAP_v2"),
        ["QueryAP_v3"] = deed => Classifiers.Products(deed, "ReplyAP_v3"),
        ["QueryClientVersion"] = Classifiers.Version,
        ["QueryRests_v2"] = deed => Rests.Warehouse(deed, "ReplyRests_v2"),
        ["QueryRests_v3"] = deed => Rests.Warehouse(deed, "ReplyRests_v3"),
        ["QueryRests_Mini"] = Rests.WarehouseShort,
        ["QueryRestsShop_v2"] = Rests.Shop,
        ["QueryRestsShop_Mini"] = Rests.ShopShort,
        ["QueryRestBCode"] = Rests.Marks,
        ["QueryNATTN"] = WaybillQuestions.Unanswered,
        ["QueryResendDoc"] = WaybillQuestions.Resend,
        ["QueryFormF1"] = BatchQuestions.First,
        ["QueryFormF2"] = BatchQuestions.Second,
        ["QueryForm2History"] = BatchQuestions.History,
        ["QueryParentHistForm2"] = BatchQuestions.Ancestry,
        ["QueryBarcode"] = MarkQuestions.Codes,
        ["QueryWriteOffCheque"] = Reports.Cheques,
        ["QueryHistoryRestShop"] = Reports.ShopHistory,
    };

    public static void Answer(Deed deed) => All[deed.Post.Element](deed);

    /// <summary>A parameter of the question; refuses a question without it.</summary>
    public static string Ask(Deed deed, string name) => Find(deed, name) ?? throw new RejectedException($"Не указан параметр запроса {name}", second: false);

    public static string? Find(Deed deed, string name) =>
        deed.Body.Descendants().FirstOrDefault(one => one.Name.LocalName == "Parameter" && string.Equals(one.Text("Name"), name, StringComparison.OrdinalIgnoreCase))?.Text("Value");

    /// <summary>A batch that the questioner has or had; refuses another.</summary>
    public static Batch BatchOf(Deed deed, string f2) =>
        deed.World.Batches.Find(f2) is { } batch && (batch.FsrarId == deed.Owner || deed.World.Batches.Rows.Any(one => one.Parent == f2 && one.FsrarId == deed.Owner)) ? batch : throw new RejectedException($"Справка 2 {f2} не найдена", second: false);
}
