using System.Xml.Linq;
using Cleverence.Connectivity;
using Connectors.Egais;
using TestKit;

namespace Unit.Tests.Egais.Marks;

[TestClass]
public class MarkChecksTests
{
    private static readonly ConnectorException Offline = new(new ConnectorError(ConnectorErrorCode.Unavailable, "The UTM is off.") { MessageRu = "УТМ выключен.", Reason = "UTM_OFFLINE", Retryable = true });
    private static readonly ConnectorException NotThere = new(new ConnectorError(ConnectorErrorCode.Rejected, "404") { MessageRu = "Код состояния HTTP: 404", Reason = "UTM_HTTP" });
    private readonly ManualTimeProvider time = new();
    private readonly UtmOfMarks utm = new();

    [TestMethod]
    public async Task Checks_are_off_until_they_are_switched_on()
    {
        var act = () => CheckAsync(new MarkCheckRules(), MadeMarks.New());

        (await act.Should().ThrowAsync<ConnectorException>()).Which.Error.MessageRu.Should().Contain("queries.markCheck");
        utm.Asked.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("""{"code":"x","owner":true}""", MarkVerdict.OnMyBalance)]
    [DataRow("""{"Code":"x","OWNER":false}""", MarkVerdict.NotOnMyBalance)]
    [DataRow("""{"owner":"true"}""", MarkVerdict.OnMyBalance)]
    [DataRow("""{"code":"x"}""", MarkVerdict.Unknown)]
    [DataRow("""[true]""", MarkVerdict.Unknown)]
    [DataRow("""<html/>""", MarkVerdict.Unknown)]
    public async Task Service_tells_the_owner(string answer, object verdict)
    {
        utm.Service = (_, _, _) => new(answer);

        (await ByServiceAsync(MadeMarks.New())).Single().Verdict.Should().Be((MarkVerdict)verdict);
    }

    [TestMethod]
    public async Task Mark_is_asked_for_once_though_it_is_given_twice()
    {
        await ByServiceAsync(MadeMarks.Numbered(1), MadeMarks.Numbered(2), MadeMarks.Numbered(1));

        utm.Asked.Should().Equal(MadeMarks.Numbered(1), MadeMarks.Numbered(2));
    }

    [TestMethod]
    public async Task Service_that_comes_back_is_asked_again()
    {
        utm.Service = (_, number, _) => number < 3 ? throw Offline : new("""{"owner":true}""");

        (await ByServiceAsync(MadeMarks.New())).Single().Verdict.Should().Be(MarkVerdict.OnMyBalance);
    }

    [TestMethod]
    public async Task Service_that_is_away_is_tried_three_times_and_leaves_all_unknown()
    {
        utm.Service = (_, _, _) => throw Offline;

        var marks = await ByServiceAsync(MadeMarks.Numbered(1), MadeMarks.Numbered(2));

        marks.Should().OnlyContain(mark => mark.Verdict == MarkVerdict.Unknown && mark.Why == "УТМ выключен.");
        utm.Asked.Should().HaveCount(3);
    }

    [TestMethod]
    public async Task UTM_without_the_service_is_not_tried_again()
    {
        utm.Service = (_, _, _) => throw NotThere;

        (await ByServiceAsync(MadeMarks.New())).Single().Should().Match<CheckedMark>(mark => mark.Verdict == MarkVerdict.Unknown && mark.Why == "Код состояния HTTP: 404");
        utm.Asked.Should().HaveCount(1);
    }

    [TestMethod]
    public async Task Call_that_hangs_is_given_up_after_its_time()
    {
        var called = new SemaphoreSlim(0);
        utm.Service = async (_, _, stop) =>
        {
            called.Release();
            await Task.Delay(Timeout.Infinite, stop);
            return "";
        };

        var check = ByServiceAsync(MadeMarks.New());
        await PassAsync(called);
        await PassAsync(called);
        await PassAsync(called);

        (await check.WaitAsync(TimeSpan.FromSeconds(10))).Single().Should().Match<CheckedMark>(mark => mark.Verdict == MarkVerdict.Unknown && mark.Why!.Contains("5 с"));
    }

    [TestMethod]
    public async Task Cancelled_check_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        utm.Service = async (_, _, token) =>
        {
            await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
            return "";
        };

        var act = () => new MarkChecks(utm, new MarkCheckRules { Service = true }, _ => Organisation, time).CheckAsync(null, [MadeMarks.New()], stop.Token).AsTask();

        await act.Should().ThrowAsync<OperationCanceledException>();
        utm.Asked.Should().HaveCount(1);
    }

    [TestMethod]
    [DataRow(false, "http://fsrar.ru/WEGAIS/QueryFilter")]
    [DataRow(true, "")]
    public async Task Filter_posts_the_marks(bool bare, string markNamespace)
    {
        await CheckAsync(new MarkCheckRules { Filter = true, BareMarks = bare }, MadeMarks.Numbered(1), MadeMarks.Numbered(2));

        var document = XDocument.Parse(utm.Posted.Single());
        document.Descendants(XName.Get("bc", markNamespace)).Select(mark => mark.Value).Should().Equal(MadeMarks.Numbered(1), MadeMarks.Numbered(2));
        document.Descendants(XName.Get("FSRAR_ID", "http://fsrar.ru/WEGAIS/WB_DOC_SINGLE_01")).Single().Value.Should().Be("030000123456");
        utm.Posted.Single().Should().StartWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    }

    [TestMethod]
    [DataRow("<r:ReplyFilter xmlns:r='x'><r:Result>Проверка пройдена</r:Result></r:ReplyFilter>", "OnMyBalance OnMyBalance")]
    [DataRow("<ReplyFilter><Result>Штрихкод не найден</Result><bc>{1}</bc></ReplyFilter>", "NotOnMyBalance OnMyBalance")]
    [DataRow("<ReplyFilter><Result>Штрихкод не найден: {1}, {2}</Result></ReplyFilter>", "NotOnMyBalance NotOnMyBalance")]
    [DataRow("<ReplyFilter><Result>Штрихкод не найден</Result></ReplyFilter>", "Unknown Unknown", DisplayName = "which of the two is not told")]
    [DataRow("<A><error>Нет связи с сервером</error></A>", "Unknown Unknown")]
    [DataRow("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "Unknown Unknown")]
    [DataRow("not XML", "Unknown Unknown")]
    public async Task Filter_s_answer_is_read_by_its_sentences(string answer, string verdicts)
    {
        utm.Filter = (_, _) => new(answer.Replace("{1}", MadeMarks.Numbered(1), StringComparison.Ordinal).Replace("{2}", MadeMarks.Numbered(2), StringComparison.Ordinal));

        var marks = await CheckAsync(new MarkCheckRules { Filter = true }, MadeMarks.Numbered(1), MadeMarks.Numbered(2));

        string.Join(' ', marks.Select(mark => mark.Verdict)).Should().Be(verdicts);
    }

    [TestMethod]
    public async Task Single_mark_that_the_filter_does_not_find_is_not_ours()
    {
        utm.Filter = (_, _) => new("<ReplyFilter><Result>Штрихкод не найден</Result></ReplyFilter>");

        (await CheckAsync(new MarkCheckRules { Filter = true }, MadeMarks.New())).Single().Verdict.Should().Be(MarkVerdict.NotOnMyBalance);
    }

    [TestMethod]
    public async Task Registry_s_own_text_says_why_nothing_is_known()
    {
        utm.Filter = (_, _) => new("<A><error>Нет связи с сервером</error><ver>2</ver></A>");

        (await CheckAsync(new MarkCheckRules { Filter = true }, MadeMarks.New())).Single().Why.Should().Be("Нет связи с сервером");
    }

    [TestMethod]
    public async Task What_the_filter_leaves_open_the_service_is_asked_about()
    {
        utm.Filter = (_, _) => throw Offline;
        utm.Service = (_, _, _) => new("""{"owner":true}""");

        (await CheckAsync(new MarkCheckRules { Filter = true, Service = true }, MadeMarks.Numbered(1), MadeMarks.Numbered(2))).Should().OnlyContain(mark => mark.Verdict == MarkVerdict.OnMyBalance);
    }

    [TestMethod]
    public async Task Too_many_marks_are_refused_before_any_call()
    {
        var act = () => ByServiceAsync([.. Enumerable.Range(1, MarkChecks.Most + 1).Select(MadeMarks.Numbered)]);

        (await act.Should().ThrowAsync<ConnectorException>()).Which.Error.Message.Should().Contain("501").And.Contain("500");
        utm.Asked.Should().BeEmpty();
    }

    private static EgaisOrganisation Organisation => new("030000123456", "127.0.0.1", 8080);

    private Task<IReadOnlyList<CheckedMark>> ByServiceAsync(params string[] marks) => CheckAsync(new MarkCheckRules { Service = true }, marks);

    private Task<IReadOnlyList<CheckedMark>> CheckAsync(MarkCheckRules rules, params string[] marks) => new MarkChecks(utm, rules, _ => Organisation, time).CheckAsync(null, marks, default).AsTask();

    private async Task PassAsync(SemaphoreSlim called)
    {
        (await called.WaitAsync(TimeSpan.FromSeconds(10))).Should().BeTrue("the call is made");
        time.Advance(TimeSpan.FromSeconds(5));
    }
}
