using Emulators.Utm;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class UtmControlTests
{
    [TestMethod]
    public async Task A_world_is_seeded_and_told_from_outside()
    {
        await using var rig = await UtmRig.StartAsync();

        var seeded = await rig.ControlAsync("seed", $$"""{"stock":[{"fsrarId":"{{UtmRig.A}}","quantity":3}],"waybills":[{"shipper":"010000000009","consignee":"{{UtmRig.B}}","quantity":12,"positions":2}],"tickets":[{"fsrarId":"{{UtmRig.A}}","count":4}]}""");

        seeded.Status.Should().Be(200, seeded.Text);
        (await rig.ControlAsync("box")).Lines.Count(line => line.StartsWith(UtmRig.B, StringComparison.Ordinal)).Should().Be(3);
        (await rig.ControlAsync("waybills")).Lines.Should().ContainSingle().Which.Should().EndWith("Shipped");
        (await rig.ControlAsync("stock")).Lines.Should().Contain(line => line.StartsWith($"{UtmRig.A}\tFB-", StringComparison.Ordinal) && line.EndsWith("\t3\t3", StringComparison.Ordinal));
        rig.System[UtmRig.A].OutBox.Should().HaveCount(4);
    }

    [TestMethod]
    public async Task A_seeded_waybill_has_its_marks_in_boxes_on_a_pallet()
    {
        await using var rig = await UtmRig.StartAsync();
        rig.Seed.Organisation("010000000009");

        rig.Seed.Waybill("010000000009", UtmRig.B, [(rig.Stock(12, "010000000009"), 12)]);

        var body = (await rig.BodiesAsync(UtmRig.B, "WayBill_v4")).Single();
        body.Descendants().Count(one => one.Name.LocalName == "boxpos").Should().Be(2);
        body.Descendants().Count(one => one.Name.LocalName == "amc").Should().Be(12);
        body.Descendants().Count(one => one.Name.LocalName == "bl").Should().Be(2);
    }

    [TestMethod]
    public async Task Faults_twists_conditions_and_options_are_set_at_the_UTM_that_is_asked()
    {
        await using var rig = await UtmRig.StartAsync();

        (await rig.ControlAsync("faults", """{"kind":"Status","endpoint":"GET /opt/out","status":503,"times":-1}""", UtmRig.B)).Status.Should().Be(204);
        (await rig.ControlAsync("twists", """{"hold":"Ticket/*"}""")).Status.Should().Be(204);
        (await rig.ControlAsync("conditions", """{"rsaError":"нет ключа","gostExpires":"2027-01-01T00:00:00Z"}""")).Status.Should().Be(204);
        (await rig.ControlAsync("options", """{"registryDelay":"00:10:00"}""")).Status.Should().Be(204);
        var unknown = await rig.ControlAsync("twists", """{"nothing":true}""");

        (await rig.GetAsync(UtmRig.B, "opt/out")).Status.Should().Be(503);
        (await rig.GetAsync(UtmRig.A, "opt/out")).Status.Should().Be(200);
        rig.System[UtmRig.A].Twists.Hold.Should().Be("Ticket/*");
        rig.System[UtmRig.A].Conditions.RsaError.Should().Be("нет ключа");
        rig.System.Options.RegistryDelay.Should().Be(TimeSpan.FromMinutes(10));
        (unknown.Status, unknown.Text).Should().Be((400, "UtmTwists has no nothing.\n"));
    }

    [TestMethod]
    public async Task The_judge_tells_posts_removals_and_doubles_as_lines()
    {
        await using var rig = await UtmRig.StartAsync();
        var xml = UtmDocuments.WriteOff(UtmRig.A, rig.Stock().F2, 1);
        await rig.TakenAsync(UtmRig.A, "ActWriteOff_v4", xml);
        await rig.TakenAsync(UtmRig.A, "ActWriteOff_v4", xml);
        await rig.EmptyAsync(UtmRig.A);

        (await rig.ControlAsync("posts")).Lines.Should().HaveCount(2).And.OnlyContain(line => line.Contains("\twro-1\t", StringComparison.Ordinal));
        (await rig.ControlAsync("removals")).Lines.Should().HaveCount(4);
        (await rig.ControlAsync("doubles")).Lines.Should().Equal($"{UtmRig.A}\tActWriteOff_v4\tIdentity wro-1\t2");
        rig.System.Judge.Requests(UtmRig.A, "POST /opt/in/*").Should().Be(2);
        rig.System.Judge.Requests(UtmRig.A, "DELETE /opt/out/*").Should().Be(4);
    }

    [TestMethod]
    public async Task A_UTM_goes_offline_for_a_time_when_it_is_told()
    {
        await using var rig = await UtmRig.StartAsync();

        var told = await rig.ControlAsync("offline?milliseconds=100", "");

        told.Text.Should().Be("100 ms\n");
        SpinWait.SpinUntil(() => rig.System[UtmRig.A].Refusals == 1, TimeSpan.FromSeconds(30)).Should().BeTrue();
        (await rig.GetAsync(UtmRig.A, "opt/out")).Status.Should().Be(200);
    }

    [TestMethod]
    public async Task Any_entry_can_be_put_also_that_of_another_owner()
    {
        await using var rig = await UtmRig.StartAsync(new UtmOptions { PrefixedRequestIds = true });
        const string reply = "030000000009-5b8e0f7a-1111-4222-8333-444455556666";

        await rig.ControlAsync("seed", $$"""{"entries":[{"fsrarId":"{{UtmRig.A}}","type":"CryptoTicket","document":"<not a document","replyId":"{{reply}}"}]}""");

        var entry = (await rig.GetAsync(UtmRig.A, "opt/out")).Urls.Single();
        entry.Attribute("replyId")!.Value.Should().Be(reply);
        (await rig.GetAsync(UtmRig.A, "opt/out/CryptoTicket/1")).Text.Should().Be("<not a document");
    }

    [TestMethod]
    public async Task A_partner_without_a_UTM_answers_when_it_is_told()
    {
        await using var rig = await UtmRig.StartAsync();
        rig.Seed.Organisation("010000000009");
        var waybill = rig.Seed.Waybill("010000000009", UtmRig.B, [(rig.Stock(12, "010000000009"), 12)]);
        await rig.TakenAsync(UtmRig.B, "WayBillAct_v4", UtmDocuments.Act(UtmRig.B, waybill.RegId, "Differences", UtmDocuments.Difference(waybill.Positions[0], 11, [waybill.Positions[0].Marks[0]])));

        var answer = await rig.ControlAsync("partner", UtmDocuments.ConfirmTicket("010000000009", waybill.RegId, "Accepted"));

        answer.Status.Should().Be(200, answer.Text);
        rig.World.Waybills.Find(waybill.RegId)!.State.Should().Be(WaybillState.AcceptedWithDifferences);
        (await rig.VerdictsAsync(UtmRig.B)).Should().Equal("Accepted", $"Confirm Accepted {waybill.RegId}");
    }

    [TestMethod]
    public async Task Answers_vary_and_say_the_same()
    {
        await using var rig = await UtmRig.StartAsync();
        rig.Seed.ForeignTickets(UtmRig.A, 20);

        var texts = (await Task.WhenAll((await rig.GetAsync(UtmRig.A, "opt/out")).Paths.Select(path => rig.GetAsync(UtmRig.A, path)))).Select(one => one.Text).ToList();

        texts.Should().OnlyContain(text => UtmDocuments.Verdict(UtmDocuments.BodyOf(text)).StartsWith("Confirm Accepted TTN-"));
        texts.Count(text => text.Contains("Version=", StringComparison.Ordinal)).Should().BeInRange(5, 19);
        texts.Select(text => string.Join(' ', UtmDocuments.BodyOf(text).Elements().Select(one => one.Name.LocalName))).Distinct().Should().HaveCountGreaterThan(5);
    }
}
