using System.Text;
using Cleverence.Connectivity;
using Connectors.Egais;
using Microsoft.AspNetCore.Http;
using Unit.Tests.Transport;

namespace Unit.Tests.Egais.Utm;

[TestClass]
public sealed class UtmFormTests
{
    [TestMethod]
    public async Task The_form_is_written_byte_by_byte_as_UTMs_read_it()
    {
        await using var server = await TestServer.TextAsync("<A><url>5b8e0f7a-1111-4222-8333-444455556666</url></A>", "application/xml");
        using var utm = Client(server, out var organisation);

        await utm.PostAsync(organisation, "WayBill_v4", Encoding.UTF8.GetBytes("\uFEFF<?xml version=\"1.0\"?><а/>"), CancellationToken.None);

        var seen = server.Seen.Should().ContainSingle().Subject;
        var boundary = seen.Headers["Content-Type"].Split("boundary=")[1];
        seen.Headers["Content-Type"].Should().StartWith("multipart/form-data; boundary=");
        seen.Body.Should().Be($"--{boundary}\r\nContent-Disposition: form-data; name=\"xml_file\"; filename=\"data.xml\"\r\nContent-Type: text/xml; charset=utf-8\r\n\r\n<?xml version=\"1.0\"?><а/>\r\n--{boundary}--\r\n");
        (seen.Verb, seen.Target).Should().Be(("POST", "/opt/in/WayBill_v4"));
    }

    [TestMethod]
    [DataRow("xml", "/xml")]
    [DataRow("xml?type=ChequeV3", "/xml?type=ChequeV3")]
    [DataRow("QueryRests_v2", "/opt/in/QueryRests_v2")]
    public void Cheques_have_an_address_of_their_own(string urlType, string path) => UtmClient.PathOf(urlType).Should().Be(path);

    [TestMethod]
    public async Task A_redirect_is_not_followed()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        using var utm = Client(server, out var organisation);

        var answer = await utm.PostAsync(organisation, "WayBill_v4", "<a/>"u8.ToArray(), CancellationToken.None);

        answer.Status.Should().Be(302);
        server.Seen.Should().ContainSingle();
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_document_whose_connection_is_reset_was_sent_exactly_once(bool onKeptConnection)
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            if (context.Request.Method == "POST") context.Abort();
            return context.Response.WriteAsync("<A/>");
        });
        using var utm = Client(server, out var organisation);
        await (onKeptConnection ? utm.InboxAsync(organisation, CancellationToken.None).AsTask() : Task.CompletedTask);

        var post = () => utm.PostAsync(organisation, "WayBill_v4", "<a/>"u8.ToArray(), CancellationToken.None).AsTask();

        (await post.Should().ThrowAsync<ConnectorException>()).Which.Error.Should().Match<ConnectorError>(error => error.InDoubt && error.Reason == "UTM_OUTCOME_UNKNOWN");
        server.Seen.Count(request => request.Verb == "POST").Should().Be(1);
    }

    [TestMethod]
    public async Task One_document_at_a_time_goes_to_a_UTM_and_three_reads()
    {
        var gauge = new Gauge();
        await using var server = await TestServer.StartAsync(async context =>
        {
            await gauge.StayAsync(context.Request.Method);
            await context.Response.WriteAsync("<A/>");
        });
        using var utm = Client(server, out var organisation);

        var posts = Enumerable.Range(0, 4).Select(_ => utm.PostAsync(organisation, "WayBill_v4", "<a/>"u8.ToArray(), CancellationToken.None).AsTask());
        var reads = Enumerable.Range(0, 9).Select(number => utm.FetchAsync(organisation, $"/opt/out/Ticket/{number}", CancellationToken.None).AsTask());
        await Task.WhenAll(posts.Cast<Task>().Concat(reads));

        gauge.MostOf("POST").Should().Be(1);
        gauge.MostOf("GET").Should().BeInRange(2, 3);
    }

    internal static UtmClient Client(TestServer server, out EgaisOrganisation organisation, Action<EgaisSettings>? change = null)
    {
        var settings = new EgaisSettings();
        settings.Organisations.Add(new EgaisOrganisationSettings { FsrarId = "030000000001", Port = server.Address.Port, Timeout = "00:00:20" });
        change?.Invoke(settings);
        var plan = EgaisPlan.Read(settings);
        organisation = plan.Organisations[0];
        return new UtmClient(plan, null, TimeProvider.System);
    }

    private sealed class Gauge
    {
        private readonly Lock sync = new();
        private readonly Dictionary<string, int> now = [];
        private readonly Dictionary<string, int> most = [];

        public int MostOf(string verb) => most.GetValueOrDefault(verb);

        public async Task StayAsync(string verb)
        {
            lock (sync)
            {
                now[verb] = now.GetValueOrDefault(verb) + 1;
                most[verb] = Math.Max(most.GetValueOrDefault(verb), now[verb]);
            }

            await Task.Delay(30);
            lock (sync) now[verb]--;
        }
    }
}
