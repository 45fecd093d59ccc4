using Microsoft.AspNetCore.Http;
using Server.Api;
using ServerJobs;

namespace Unit.Tests.Host;

[TestClass]
public sealed class RunFilterTests
{
    [TestMethod]
    public void Every_filter_is_read()
    {
        var query = Read("?job=%D0%B0&outcome=timedout&from=2026-05-31&to=2026-05-31T14:00:00%2B03:00&text=%D0%BE%D1%88&before=r-1&limit=7");

        query.Should().Be(new JobRunQuery(7)
        {
            JobId = "а",
            Outcome = JobOutcome.TimedOut,
            From = new DateTimeOffset(2026, 5, 31, 0, 0, 0, TimeSpan.Zero),
            To = new DateTimeOffset(2026, 5, 31, 11, 0, 0, TimeSpan.Zero),
            Text = "ош",
            Before = "r-1",
        });
    }

    [TestMethod]
    public void Empty_fields_of_a_form_filter_nothing() =>
        Read("?job=&outcome=&from=&to=&text=&before=").Should().Be(new JobRunQuery(50));

    [TestMethod]
    public void A_plus_sign_that_nobody_escaped_is_one() =>
        Read("?to=2026-05-31T14:00:00+03:00").To.Should().Be(new DateTimeOffset(2026, 5, 31, 11, 0, 0, TimeSpan.Zero));

    [TestMethod]
    public void An_export_has_no_limit_of_its_own() => RunFilter.Read(Request("?format=csv"), forExport: true).Limit.Should().Be(int.MaxValue);

    [TestMethod]
    [DataRow("?outcome=3", "outcome")]
    [DataRow("?outcome=Failed,Lost", "outcome")]
    [DataRow("?from=1", "from")]
    [DataRow("?from=now", "from")]
    [DataRow("?running=yes", "running")]
    [DataRow("?limit=0", "limit")]
    [DataRow("?format=csv", "format")]
    [DataRow("?state=Failed", "state")]
    public void What_means_nothing_is_refused_and_named(string query, string name) =>
        FluentActions.Invoking(() => Read(query)).Should().Throw<ApiException>().Which.Error.Error.Message.Should().Contain(name);

    private static JobRunQuery Read(string query) => RunFilter.Read(Request(query));

    private static HttpRequest Request(string query) => new DefaultHttpContext { Request = { QueryString = new QueryString(query) } }.Request;
}
