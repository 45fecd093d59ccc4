using System.Net;
using System.Net.Sockets;
using Connectors.Transport;

namespace Unit.Tests.Transport;

[TestClass]
public sealed class ProbeTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow(200, "application/json", null)]
    [DataRow(404, "application/json", null)]
    [DataRow(405, "text/plain", null)]
    [DataRow(200, "text/html", "HTML_PAGE")]
    [DataRow(404, "text/html", "HTML_PAGE")]
    [DataRow(401, "application/json", "HTTP_401")]
    [DataRow(403, "text/html", "HTTP_403")]
    [DataRow(302, "text/html", "HTTP_302")]
    [DataRow(500, "text/html", "HTTP_500")]
    [DataRow(503, "text/html", "HTTP_503")]
    [DataRow(429, "text/html", "HTTP_429")]
    public async Task What_answers_is_told_apart(int status, string type, string? code)
    {
        await using var server = await TestServer.TextAsync("<p>x</p>", type, status);
        using var transport = new RestTransport(new(server.Address));

        var report = await transport.CheckAsync(null, TestContext.CancellationToken);

        report.Target.Should().Be(server.Authority);
        report.Problems.Select(problem => problem.Code).Should().Equal(code is null ? [] : [code]);
        report.Problems.Should().NotContain(problem => problem.Field.Length == 0 || !problem.NextStep.EndsWith('.') || !problem.NextStepRu!.EndsWith('.') || problem.MessageRu!.Length == 0);
        (report.Answered is null).Should().Be(code is not (null or "HTML_PAGE"));
    }

    [TestMethod]
    [DataRow("http://no-such-host.invalid", "NAME_NOT_RESOLVED", "baseAddress")]
    [DataRow("http://127.0.0.1:{0}", "NOT_CONNECTED", "baseAddress")]
    public async Task What_does_not_answer_is_told_apart(string address, string code, string field)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var transport = new RestTransport(new(new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, port))));

        var problem = await transport.ProbeAsync(null, TestContext.CancellationToken);

        problem.Should().BeEquivalentTo(new { Code = code, Field = field, IsWarning = false });
        problem!.NextStepRu.Should().NotBeNullOrEmpty();
    }

    [TestMethod]
    public async Task A_certificate_is_told_with_the_field_that_cures_it()
    {
        using var certificates = new TestCertificates();
        await using var server = await TestServer.SecureAsync(certificates.Sign(selfSigned: true));
        using var transport = new RestTransport(new(server.Address));

        var problem = await transport.ProbeAsync(null, TestContext.CancellationToken);

        problem.Should().BeEquivalentTo(new { Code = "CERTIFICATE_SELF_SIGNED", Field = "tls.caFile" });
    }
}
