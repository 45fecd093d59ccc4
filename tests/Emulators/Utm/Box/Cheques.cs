using System.Globalization;

namespace Emulators.Utm;

/// <summary>Retail cheques: answered at once, wholly or not.</summary>
internal static class Cheques
{
    public static Reply Post(UtmHost host, byte[] xml, string? fault)
    {
        if (fault is not null) return Answers.Error(fault);
        var world = host.Emulator.World;
        try
        {
            var body = Envelope.Read(xml).Body;
            if (DocumentTypes.Find(body.Name.LocalName) is not { } type || !type.Element.StartsWith("Cheque", StringComparison.Ordinal)) throw new SchemaException("Ошибка поиска модели");
            InBox.Check(host, type, xml);
            var marks = body.Descendants().Where(one => one.Name.LocalName == "Barcode").Select(one => one.Value).ToList();
            var isReturn = body.Descendants().First(one => one.Name.LocalName == "Type").Value == "Возврат";
            var wrong = marks.Where(code => world.Marks.Find(code) is not { } mark || (isReturn ? mark.FsrarId is not null : mark.FsrarId != host.FsrarId)).ToList();
            if (wrong.Count > 0) return Answers.Error($"Невалидные марки [{string.Join(", ", wrong)}]");
            foreach (var code in marks) Stock.PutMarks(world, [code], isReturn ? host.FsrarId : null, world.Marks.Find(code)!.F2);
            var date = world.Now.ToOffset(TimeSpan.FromHours(3)).ToString("ddMMyyHHmm", CultureInfo.InvariantCulture);
            world.Next($"cheques {host.FsrarId}");
            return Answers.Cheque($"http://check.egais.ru?id={Guid.NewGuid()}&dt={date}&cn={host.FsrarId}", Convert.ToHexString(Guid.NewGuid().ToByteArray()));
        }
        catch (SchemaException refused)
        {
            return Answers.Error(refused.Message);
        }
    }
}
