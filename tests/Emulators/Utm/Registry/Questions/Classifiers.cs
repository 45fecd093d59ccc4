namespace Emulators.Utm;

/// <summary>Questions about organisations and products.</summary>
internal static class Classifiers
{
    public static void Clients(Deed deed, string type, string element)
    {
        var (inn, fsrarId) = (Questions.Find(deed, "ИНН"), Questions.Find(deed, "СИО"));
        if (inn is null && fsrarId is null) throw new RejectedException("Запрос организаций: укажите ИНН или СИО", second: false);
        var (own, client) = (new Xml(element), new Xml("ClientRef_v2"));
        var found = deed.World.Organisations.All.Where(one => one.Inn == inn || one.FsrarId == fsrarId);
        deed.Answer(type, Xml.Body(element, own.Of("Clients", found.Select(one => own.Of("Client",
            client.Of("OrgInfoV2", Directory.Organisation(deed.World, one.FsrarId)), client.Of("State", "Действующая"), client.Of("VersionWB", one.Version), client.Of("isLicense", "true"))))));
    }

    public static void Products(Deed deed, string element)
    {
        var (inn, code) = (Questions.Find(deed, "ИНН"), Questions.Find(deed, "КОД"));
        if (inn is null && code is null) throw new RejectedException("Запрос алкогольной продукции: укажите ИНН или КОД", second: false);
        var own = new Xml(element);
        var found = deed.World.Products.All.Where(one => one.AlcCode == code || (inn is not null && deed.World.Organisations.Find(one.Producer)?.Inn == inn));
        deed.Answer(element, Xml.Body(element, own.Of("Products", found.Select(one => own.Of("Product", Directory.Product(deed.World, one.AlcCode))))));
    }

    public static void Version(Deed deed)
    {
        var own = new Xml("ReplyClientVersion");
        var found = deed.World.Organisations.Find(Questions.Ask(deed, "СИО"));
        deed.Answer("ReplyClientVersion", Xml.Body("ReplyClientVersion", own.Of("VersionDate", Xml.Day(deed.World.Now)),
            found is null ? null : own.Of("Client", own.Of("ClientRegId", found.FsrarId), own.Of("VersionWB", found.Version))));
    }
}
