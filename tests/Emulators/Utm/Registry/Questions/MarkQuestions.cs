using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>Questions about marks.</summary>
internal static class MarkQuestions
{
    /// <summary>Marks by their printed numbers.</summary>
    public static void Codes(Deed deed)
    {
        var own = new Xml("ReplyBarcode");
        var asked = deed.Body.Descendants().Where(one => one.Name.LocalName == "Mark");
        deed.Answer("ReplyBarcode", Xml.Body("ReplyBarcode", own.Of("QueryNumber", deed.Body.Text("QueryNumber")), own.Of("Date", Xml.Time(deed.World.Now)), own.Of("Marks", asked.Select(one => own.Of("Mark",
            own.Of("Identity", one.Text("Identity")), own.Of("Type", one.Text("Type")), own.Of("Rank", one.Text("Rank")), own.Of("Number", one.Text("Number")), own.Of("Barcode", Find(deed.World, one)))))));
    }

    /// <summary>The check of marks that the UTM answers at once.</summary>
    public static XElement Check(UtmWorld world, string owner, XElement body)
    {
        var own = new Xml("ReplyFilter");
        var missing = body.Elements().Select(one => one.Value).Where(code => world.Marks.Find(code)?.FsrarId != owner).ToList();
        return Xml.Body("ReplyFilter", own.Of("result", missing.Count == 0 ? "Проверка пройдена" : "Штрихкод не найден"), missing.Select(code => own.Of("bc", code)));
    }

    private static string Find(UtmWorld world, XElement asked)
    {
        var start = asked.Text("Type") + asked.Text("Rank") + asked.Text("Number")!.PadLeft(8, '0');
        return world.Marks.Rows.FirstOrDefault(one => one.Code.StartsWith(start, StringComparison.Ordinal))?.Code ?? "";
    }
}
