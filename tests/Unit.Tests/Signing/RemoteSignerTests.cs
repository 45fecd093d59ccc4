using System.Security.Cryptography.X509Certificates;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Microsoft.AspNetCore.Http;
using Unit.Tests.Transport;

namespace Unit.Tests.Signing;

[TestClass]
public sealed class RemoteSignerTests : IAsyncDisposable
{
    private static readonly byte[] Document = "data"u8.ToArray();
    private readonly SigningHome home = new();
    private readonly TestSignature key = new();

    public async ValueTask DisposeAsync()
    {
        key.Dispose();
        await home.DisposeAsync();
    }

    [TestMethod]
    public async Task The_bytes_are_posted_with_the_key_and_the_form_and_the_CMS_comes_back()
    {
        await using var service = await TestServer.StartAsync(context => context.Response.Body.WriteAsync(key.Sign(Document, detached: true)).AsTask());
        home.Secrets["signing"] = "bearer-secret\n";
        await home.Configure($$"""{ "name": "service", "type": "remote", "address": "{{service.Address}}sign/{thumbprint}?form={form}", "thumbprint": "{{key.Certificate.Thumbprint}}", "key": { "secret": "signing" } }""").StartAsync();

        var outcome = await home["service"].SignAsync(Document, SignatureForm.Detached, CancellationToken.None);

        outcome.Cms.Should().NotBeNull();
        var seen = service.Seen.Should().ContainSingle().Subject;
        seen.Target.Should().Be($"/sign/{key.Certificate.Thumbprint}?form=detached");
        seen.Body.Should().Be("data");
        seen.Headers["Authorization"].Should().Be("Bearer bearer-secret");
        seen.Headers["X-Signature-Form"].Should().Be("detached");
    }

    [TestMethod]
    [DataRow(401, ConnectorErrorCode.AccessDenied, false)]
    [DataRow(403, ConnectorErrorCode.AccessDenied, false)]
    [DataRow(302, ConnectorErrorCode.Rejected, false)]
    [DataRow(422, ConnectorErrorCode.Rejected, false)]
    [DataRow(429, ConnectorErrorCode.Unavailable, true)]
    [DataRow(503, ConnectorErrorCode.Unavailable, true)]
    public async Task A_status_that_refuses_is_told_with_what_it_means(int status, ConnectorErrorCode code, bool retryable)
    {
        await using var service = await TestServer.TextAsync("no token is plugged in", "text/plain", status);
        await home.Configure(Entry(service)).StartAsync();

        var error = await home.FailureAsync("service");

        error.Code.Should().Be(code);
        error.Retryable.Should().Be(retryable);
        error.Reason.Should().Be("SIGNING_SERVICE_REFUSED");
        error.Detail.Should().Be("no token is plugged in");
    }

    [TestMethod]
    public async Task A_service_that_answers_with_something_else_is_not_believed()
    {
        await using var service = await TestServer.TextAsync("<html>Welcome</html>", "text/html");
        await home.Configure(Entry(service)).StartAsync();

        (await home.FailureAsync("service")).Reason.Should().Be("SIGNATURE_UNREADABLE");
    }

    [TestMethod]
    public async Task A_service_that_is_silent_is_left_at_the_limit()
    {
        await using var service = await TestServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await home.Configure(Entry(service, ", \"limit\": \"00:00:01\"")).StartAsync();

        (await home.FailureAsync("service")).Reason.Should().Be("SIGNER_TIMEOUT");
    }

    [TestMethod]
    public async Task A_service_that_is_not_there_is_told_with_its_address()
    {
        await home.Configure("""{ "name": "service", "type": "remote", "address": "http://127.0.0.1:1/sign" }""").StartAsync();

        var error = await home.FailureAsync("service");

        error.Reason.Should().Be("SIGNING_SERVICE_UNREACHABLE");
        error.Target.Should().Be("127.0.0.1:1");
    }

    [TestMethod]
    public async Task A_service_of_an_own_authority_is_trusted_when_told_and_shown_our_certificate()
    {
        using var certificates = new TestCertificates();
        using var theirs = certificates.Sign();
        using var ours = certificates.Sign("server");
        var certificate = certificates.Write("ours.pem", ours.ExportCertificatePem());
        var privateKey = certificates.Write("ours.key", ours.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        await using var service = await TestServer.SecureAsync(theirs, wantsCertificate: true, context => context.Response.Body.WriteAsync(key.Sign(Document, detached: true)).AsTask());
        await home.Configure(
            $$"""{ "name": "told", "type": "remote", "address": "{{service.Address}}", "tls": { "caFile": "{{certificates.CaFile}}", "certificateFile": "{{certificate}}", "keyFile": "{{privateKey}}" } }""",
            $$"""{ "name": "untold", "type": "remote", "address": "{{service.Address}}" }""").StartAsync();

        (await home["told"].SignAsync(Document, SignatureForm.Detached, CancellationToken.None)).Cms.Should().NotBeNull();

        service.Certificates.Should().Equal(ours.Thumbprint);
        (await home.FailureAsync("untold")).Reason.Should().Be("SIGNING_SERVICE_UNREACHABLE");
    }

    private static string Entry(TestServer service, string more = "") => $$"""{ "name": "service", "type": "remote", "address": "{{service.Address}}"{{more}} }""";
}
