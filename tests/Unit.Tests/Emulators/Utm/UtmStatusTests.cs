using System.Text.Json.Nodes;
using Emulators.Utm;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class UtmStatusTests
{
    [TestMethod]
    public async Task A_healthy_UTM_tells_its_owner_everywhere()
    {
        await using var rig = await UtmRig.StartAsync();

        var information = JsonNode.Parse((await rig.GetAsync(UtmRig.A, "api/info/list")).Text)!;

        ((string?)information["ownerId"], (string?)information["db"]!["ownerId"], information["rsaError"]).Should().Be((UtmRig.A, UtmRig.A, null));
        ((string?)information["gost"]!["isValid"]).Should().Be("valid");
        (await rig.GetAsync(UtmRig.A, "diagnosis")).Xml.Element("CN")!.Value.Should().Be(UtmRig.A);
        (await rig.GetAsync(UtmRig.A, "home")).Text.Should().Contain("Отсутствуют неотправленные чеки");
        (await rig.GetAsync(UtmRig.A, "info/version")).Text.Should().StartWith("4.");
        (await rig.GetAsync(UtmRig.A, "info/certificate/RSA")).Status.Should().Be(302);
        (await rig.GetAsync(UtmRig.A, "api/rsa")).Text.Should().Contain($"\"Owner_ID\":\"{UtmRig.A}\"");
        (await rig.GetAsync(UtmRig.A, "api/gost/orginfo")).Text.Should().Contain($"\"cn\":\"{UtmRig.A}\"");
        (await rig.GetAsync(UtmRig.A, "nothing")).Status.Should().Be(404);
    }

    [TestMethod]
    public async Task A_sick_UTM_tells_what_ails_it()
    {
        await using var rig = await UtmRig.StartAsync();
        var state = rig.System[UtmRig.A].Conditions;
        state.KeyOwner = UtmRig.B;
        state.RsaError = "Не найден аппаратный ключ";
        state.GostExpires = new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.Zero);
        state.UnsentChequesSince = new DateTimeOffset(2026, 2, 3, 7, 0, 0, TimeSpan.Zero);
        state.DiagnosisOwner = UtmRig.B;

        var information = JsonNode.Parse((await rig.GetAsync(UtmRig.A, "api/info/list")).Text)!;

        ((string?)information["ownerId"], (string?)information["rsaError"]).Should().Be((UtmRig.B, "Не найден аппаратный ключ"));
        ((string?)information["gost"]!["expireDate"]).Should().Be("2020-01-02 06:04:05 +0300");
        ((string?)information["gost"]!["isValid"]).Should().NotBe("valid");
        (await rig.GetAsync(UtmRig.A, "home")).Text.Should().Contain("Чеки не отправлялись с 2026-02-03 10:00:00");
        (await rig.GetAsync(UtmRig.A, "diagnosis")).Text.Should().Contain(UtmRig.B);
    }

    [TestMethod]
    public async Task An_old_UTM_tells_nothing_of_itself()
    {
        await using var rig = await UtmRig.StartAsync();
        var state = rig.System[UtmRig.A].Conditions;
        (state.HasInfoList, state.HasDiagnosis, state.TokenUnreadable) = (false, false, true);

        (await rig.GetAsync(UtmRig.A, "api/info/list")).Status.Should().Be(404);
        (await rig.GetAsync(UtmRig.A, "diagnosis")).Status.Should().Be(404);
        (await rig.GetAsync(UtmRig.A, "api/rsa/orginfo")).Text.Should().Be("{\"success\":false}");
    }

    [TestMethod]
    public async Task A_cheque_is_answered_at_once_and_refused_wholly()
    {
        await using var rig = await UtmRig.StartAsync();
        var mark = rig.Seed.MarksOf(rig.Stock(1).F2)[0];

        var sold = await ChequeAsync(rig, "Продажа", mark);
        var again = await ChequeAsync(rig, "Продажа", mark);
        var returned = await ChequeAsync(rig, "Возврат", mark);

        sold.Url.Should().StartWith("http://check.egais.ru?id=").And.EndWith($"&cn={UtmRig.A}");
        again.Error.Should().Be($"Невалидные марки [{mark}]");
        returned.Status.Should().Be(200);
        rig.World.Marks.Find(mark)!.FsrarId.Should().Be(UtmRig.A);
    }

    private static async Task<UtmAnswer> ChequeAsync(UtmRig rig, string type, string mark)
    {
        using var form = UtmRig.Form(System.Text.Encoding.UTF8.GetBytes(UtmDocuments.Envelope(UtmRig.A, "ChequeV3", $"<ns:ChequeV3><b:Header><b:Date>2026-02-03T10:00:00</b:Date><b:Kassa>1</b:Kassa><b:Shift>1</b:Shift><b:Number>1</b:Number><b:Type>{type}</b:Type></b:Header><b:Content><b:Bottle><b:Barcode>{mark}</b:Barcode><b:EAN>4600000000008</b:EAN><b:Price>500.00</b:Price></b:Bottle></b:Content></ns:ChequeV3>")));
        return await rig.PostAsync(UtmRig.A, "xml?type=ChequeV3", form);
    }
}
