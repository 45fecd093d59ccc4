using System.Security.Cryptography.X509Certificates;
using Cleverence.Connectivity;
using Connectors.Transport;
using Microsoft.AspNetCore.Http;

namespace Unit.Tests.Transport;

[TestClass]
public sealed class TlsTests : IDisposable
{
    private readonly TestCertificates certificates = new();

    public TestContext TestContext { get; set; } = null!;

    public void Dispose() => certificates.Dispose();

    [TestMethod]
    public async Task A_certificate_of_the_settings_authority_is_trusted()
    {
        await using var server = await TestServer.SecureAsync(certificates.Sign());
        using var transport = Transport(server.Address);

        (await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken)).Status.Should().Be(200);
    }

    [TestMethod]
    [DataRow("localhost", -10, -1, false, "CERTIFICATE_EXPIRED", "просрочен")]
    [DataRow("localhost", 1, 10, false, "CERTIFICATE_NOT_YET_VALID", "ещё не действует")]
    [DataRow("localhost", -10, 10, true, "CERTIFICATE_SELF_SIGNED", "подписан сам собой")]
    [DataRow("other.test", -10, 10, false, "CERTIFICATE_WRONG_NAME", "на другое имя")]
    public async Task What_is_wrong_with_a_certificate_is_told_apart(string name, int from, int to, bool selfSigned, string reason, string said)
    {
        await using var server = await TestServer.SecureAsync(certificates.Sign(name, from, to, selfSigned));
        using var transport = Transport(server.Address);

        var error = await ErrorAsync(transport, new("POST", "/") { Body = TransportBody.Text("{}") });

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Unavailable, Reason = reason, InDoubt = false, Retryable = false, Target = server.Authority });
        error.MessageRu.Should().Contain(said);
        server.Seen.Should().BeEmpty();
    }

    [TestMethod]
    public async Task An_authority_unknown_here_is_told()
    {
        await using var server = await TestServer.SecureAsync(certificates.Sign());
        using var transport = new RestTransport(new(server.Address));

        var error = await ErrorAsync(transport, new("GET", "/"));

        error.Reason.Should().Be("CERTIFICATE_UNTRUSTED");
        error.Message.Should().Contain("tls.caFile");
    }

    [TestMethod]
    [DataRow("other.test", null)]
    [DataRow("third.test", "CERTIFICATE_WRONG_NAME")]
    public async Task The_name_of_the_settings_is_looked_for_in_place_of_the_host(string expected, string? reason)
    {
        await using var server = await TestServer.SecureAsync(certificates.Sign("other.test"));
        using var transport = new RestTransport(new(server.Address) { Tls = new TlsOptions { Authorities = [certificates.Authority], Host = expected } });

        var reasonSeen = await ReasonAsync(transport);

        reasonSeen.Should().Be(reason);
    }

    [TestMethod]
    public async Task The_name_of_the_settings_is_for_the_base_address_and_other_hosts_show_their_own()
    {
        await using var login = await TestServer.SecureAsync(certificates.Sign(), answer: context => context.Response.WriteAsync("""{"access_token":"t0ken"}"""));
        await using var server = await TestServer.SecureAsync(certificates.Sign("erp.example"));
        using var transport = Named("erp.example", server, login);

        await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);

        login.Seen.Should().ContainSingle();
        server.Seen.Should().ContainSingle().Which.Headers["Authorization"].Should().Be("Bearer t0ken");
    }

    [TestMethod]
    public async Task Another_host_that_shows_the_certificate_of_the_base_address_is_refused()
    {
        await using var login = await TestServer.SecureAsync(certificates.Sign("erp.example"));
        await using var server = await TestServer.SecureAsync(certificates.Sign("erp.example"));
        using var transport = Named("erp.example", server, login);

        var error = await ErrorAsync(transport, new("GET", "/"));

        error.Should().BeEquivalentTo(new { Reason = "CERTIFICATE_WRONG_NAME", Target = login.Authority });
        login.Seen.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Our_certificate_is_not_shown_to_another_port_of_the_same_host()
    {
        using var ours = certificates.Sign("handhelds");
        await using var other = await TestServer.SecureAsync(certificates.Sign(), wantsCertificate: true);
        await using var server = await TestServer.SecureAsync(certificates.Sign(), wantsCertificate: true);
        using var transport = new RestTransport(new(server.Address) { AllowedHosts = [other.Authority], Tls = new TlsOptions { Authorities = [certificates.Authority], Client = ours } });

        await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);
        await transport.SendAsync(new("GET", other.Address.ToString()), TestContext.CancellationToken);

        server.Certificates.Should().Equal(ours.Thumbprint);
        other.Seen.Should().ContainSingle();
        other.Certificates.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("pem")]
    [DataRow("encrypted pem")]
    [DataRow("pfx")]
    public async Task Our_certificate_is_shown_to_the_base_address(string form)
    {
        using var ours = certificates.Sign("handhelds");
        await using var server = await TestServer.SecureAsync(certificates.Sign(), wantsCertificate: true);
        var settings = new HttpSettings { BaseAddress = server.Address.ToString(), Tls = Settings(form, ours) };
        var problems = new SettingsProblems();
        var options = HttpSettingsReader.Read(settings, problems);
        using var transport = new RestTransport(options);

        await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);

        problems.All.Should().BeEmpty();
        server.Seen.Should().ContainSingle();
        server.Certificates.Should().Equal(ours.Thumbprint);
    }

    [TestMethod]
    public async Task Plain_http_where_tls_is_expected_is_told()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = Transport(new Uri($"https://{server.Authority}"));

        (await ErrorAsync(transport, new("GET", "/"))).Reason.Should().Be("TLS_FAILED");
    }

    private RestTransport Transport(Uri address) => new(new(address) { Tls = new TlsOptions { Authorities = [certificates.Authority] } });

    private RestTransport Named(string name, TestServer server, TestServer login) => new(new(server.Address)
    {
        AllowedHosts = [login.Authority],
        Tls = new TlsOptions { Authorities = [certificates.Authority], Host = name },
        Auth = new AuthOptions(AuthKind.OAuth2) { Name = "id", Secret = "secret", TokenAddress = login.Address },
    });

    private TlsSettings Settings(string form, X509Certificate2 ours)
    {
        var tls = new TlsSettings { CaFile = certificates.CaFile };
        if (form == "pfx")
        {
            tls.CertificateFile = certificates.Write("own.pfx", ours.Export(X509ContentType.Pfx, "pass-word"));
            tls.Password = "pass-word";
            return tls;
        }

        using var key = ours.GetRSAPrivateKey()!;
        tls.CertificateFile = certificates.Write("own.pem", ours.ExportCertificatePem());
        var encrypted = form == "encrypted pem";
        tls.Password = encrypted ? "pass-word" : "";
        tls.KeyFile = certificates.Write("own.key", encrypted
            ? key.ExportEncryptedPkcs8PrivateKeyPem("pass-word", new System.Security.Cryptography.PbeParameters(System.Security.Cryptography.PbeEncryptionAlgorithm.Aes256Cbc, System.Security.Cryptography.HashAlgorithmName.SHA256, 1000))
            : key.ExportPkcs8PrivateKeyPem());
        return tls;
    }

    private async Task<string?> ReasonAsync(RestTransport transport)
    {
        try
        {
            await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);
            return null;
        }
        catch (ConnectorException failure)
        {
            return failure.Error.Reason;
        }
    }

    private async Task<ConnectorError> ErrorAsync(RestTransport transport, TransportRequest request)
    {
        var call = () => transport.SendAsync(request, TestContext.CancellationToken);
        return (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }
}
