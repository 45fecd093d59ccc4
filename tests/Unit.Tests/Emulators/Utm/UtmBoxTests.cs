using System.Text.RegularExpressions;
using Emulators.Utm;
using TestKit;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class UtmBoxTests
{
    [TestMethod]
    public async Task An_empty_out_box_tells_its_version_only()
    {
        await using var rig = await UtmRig.StartAsync();

        var answer = await rig.GetAsync(UtmRig.A, "opt/out");

        answer.Xml.Elements().Select(one => one.Name.LocalName).Should().Equal("ver");
    }

    [TestMethod]
    public async Task A_list_tells_the_request_the_time_and_the_host_that_the_UTM_takes_itself_for()
    {
        await using var rig = await UtmRig.StartAsync();
        var request = await rig.TakenAsync(UtmRig.A, "QueryRests_v2", UtmDocuments.Question(UtmRig.A, "QueryRests_v2"));

        var entry = (await rig.GetAsync(UtmRig.A, "opt/out")).Urls[1];

        entry.Value.Should().Be("http://UTMHOST:8080/opt/out/ReplyRests_v2/2");
        entry.Attribute("replyId")!.Value.Should().Be(request);
        entry.Attribute("timestamp")!.Value.Should().MatchRegex(new Regex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0300$"));
    }

    [TestMethod]
    public async Task An_old_UTM_tells_neither_request_nor_time_and_no_filter_by_type_of_document()
    {
        await using var rig = await UtmRig.StartAsync(new UtmOptions { ListReplyIds = false, ListTimestamps = false, FilterByDocType = false, OwnHost = null });
        await rig.TakenAsync(UtmRig.A, "QueryRests_v2", UtmDocuments.Question(UtmRig.A, "QueryRests_v2"));

        var answer = await rig.GetAsync(UtmRig.A, "opt/out?docType=Ticket");

        answer.Urls.Should().HaveCount(2).And.OnlyContain(one => !one.HasAttributes);
        answer.Urls[0].Value.Should().StartWith(rig.System[UtmRig.A].Address.ToString());
    }

    [TestMethod]
    public async Task Request_ids_can_have_their_owner_in_front()
    {
        await using var rig = await UtmRig.StartAsync(new UtmOptions { PrefixedRequestIds = true });

        var request = await rig.TakenAsync(UtmRig.A, "QueryRests_v2", UtmDocuments.Question(UtmRig.A, "QueryRests_v2"));
        var filtered = await rig.GetAsync(UtmRig.A, $"opt/out?replyId={request}");

        request.Should().HaveLength(49).And.StartWith($"{UtmRig.A}-");
        filtered.Urls.Should().HaveCount(2).And.OnlyContain(one => one.Attribute("replyId")!.Value == request);
    }

    [TestMethod]
    [DataRow("opt/out/Ticket", 2)]
    [DataRow("opt/out/replyrests_V2", 1)]
    [DataRow("opt/out?docType=ReplyRestsShop_v2", 1)]
    [DataRow("opt/out?replyId=00000000-0000-0000-0000-000000000000", 0)]
    [DataRow("opt/out", 4)]
    public async Task A_list_is_filtered_by_type_and_by_request(string path, int count)
    {
        await using var rig = await UtmRig.StartAsync();
        await rig.TakenAsync(UtmRig.A, "QueryRests_v2", UtmDocuments.Question(UtmRig.A, "QueryRests_v2"));
        await rig.TakenAsync(UtmRig.A, "QueryRestsShop_v2", UtmDocuments.Question(UtmRig.A, "QueryRestsShop_v2"));

        (await rig.GetAsync(UtmRig.A, path)).Urls.Should().HaveCount(count);
    }

    [TestMethod]
    public async Task What_was_removed_is_gone_for_ever_and_the_judge_knows_when()
    {
        List<string> seen = [];
        await using var rig = await UtmRig.StartAsync(new UtmOptions { Removing = entry => seen.Add(entry.Path) });
        await rig.TakenAsync(UtmRig.A, "QueryRests_v2", UtmDocuments.Question(UtmRig.A, "QueryRests_v2"));
        var path = (await rig.GetAsync(UtmRig.A, "opt/out")).Paths[0];

        var (first, second, read) = (await rig.DeleteAsync(UtmRig.A, path), await rig.DeleteAsync(UtmRig.A, path), await rig.GetAsync(UtmRig.A, path));

        (first.Status, second.Status, read.Status).Should().Be((200, 404, 404));
        rig.System.Judge.Removals(UtmRig.A).Should().ContainSingle().Which.Path.Should().Be(path);
        seen.Should().Equal(path);
    }

    [TestMethod]
    public async Task An_entry_is_not_found_under_another_type_or_at_another_UTM()
    {
        await using var rig = await UtmRig.StartAsync();
        await rig.TakenAsync(UtmRig.A, "QueryRests_v2", UtmDocuments.Question(UtmRig.A, "QueryRests_v2"));
        await rig.GetAsync(UtmRig.A, "opt/out");

        (await rig.GetAsync(UtmRig.A, "opt/out/WayBill_v4/1")).Status.Should().Be(404);
        (await rig.GetAsync(UtmRig.B, "opt/out/Ticket/1")).Status.Should().Be(404);
        (await rig.GetAsync(UtmRig.A, "opt/out/Ticket/1")).Type.Should().Be("application/xml");
    }

    [TestMethod]
    public async Task A_document_lies_in_the_in_box_until_the_registry_sees_it()
    {
        var clock = new ManualTimeProvider();
        await using var rig = await UtmRig.StartAsync(new UtmOptions { RegistryDelay = TimeSpan.FromMinutes(5), Clock = clock });
        var request = await rig.TakenAsync(UtmRig.A, "QueryRests_v2", UtmDocuments.Question(UtmRig.A, "QueryRests_v2"));

        var (waiting, before) = (await rig.GetAsync(UtmRig.A, "opt/in"), await rig.GetAsync(UtmRig.A, "opt/in/state"));
        clock.Advance(TimeSpan.FromMinutes(6));
        var (left, after) = (await rig.GetAsync(UtmRig.A, "opt/in"), await rig.GetAsync(UtmRig.A, "opt/in/state"));

        waiting.Urls.Single().Attribute("replyId")!.Value.Should().Be(request);
        left.Urls.Should().BeEmpty();
        (before.Urls.Single().Attribute("state")!.Value, after.Urls.Single().Attribute("state")!.Value).Should().Be(("10", "18"));
        rig.System[UtmRig.A].OutBox.Should().HaveCount(2);
    }

    [TestMethod]
    public async Task What_the_registry_has_not_seen_can_be_withdrawn()
    {
        await using var rig = await UtmRig.StartAsync(new UtmOptions { RegistryDelay = TimeSpan.FromHours(1) });
        var request = await rig.TakenAsync(UtmRig.A, "QueryRests_v2", UtmDocuments.Question(UtmRig.A, "QueryRests_v2"));

        (await rig.DeleteAsync(UtmRig.A, $"opt/in/{request}")).Status.Should().Be(200);

        (await rig.GetAsync(UtmRig.A, "opt/in")).Urls.Should().BeEmpty();
        (await rig.DeleteAsync(UtmRig.A, $"opt/in/{request}")).Status.Should().Be(404);
    }

    [TestMethod]
    public async Task A_database_that_is_made_anew_counts_from_one()
    {
        await using var rig = await UtmRig.StartAsync();
        rig.Seed.ForeignTickets(UtmRig.A, 3);
        var before = (await rig.GetAsync(UtmRig.A, "api/info/list")).Text;

        rig.System[UtmRig.A].MakeDatabaseAnew();
        var emptied = await rig.GetAsync(UtmRig.A, "opt/out");
        rig.Seed.ForeignTickets(UtmRig.A, 1);

        emptied.Urls.Should().BeEmpty();
        (await rig.GetAsync(UtmRig.A, "opt/out")).Paths.Should().Equal("/opt/out/Ticket/1");
        (await rig.GetAsync(UtmRig.A, "api/info/list")).Text.Should().NotBe(before);
    }

    [TestMethod]
    public async Task Thousands_of_entries_are_listed_and_each_is_there()
    {
        await using var rig = await UtmRig.StartAsync(new UtmOptions { ShuffleLists = true });
        rig.Seed.ForeignTickets(UtmRig.A, 5000);

        var (first, second) = (await rig.GetAsync(UtmRig.A, "opt/out"), await rig.GetAsync(UtmRig.A, "opt/out"));

        first.Paths.Should().HaveCount(5000).And.OnlyHaveUniqueItems().And.NotEqual(second.Paths);
        (await rig.GetAsync(UtmRig.A, first.Paths[4999])).Status.Should().Be(200);
    }
}
