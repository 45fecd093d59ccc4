using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Cleverence.Connectivity.Exchange;
using Unit.Tests.House;

namespace Unit.Tests.Signing;

/// <summary>The guide's example is carried out as it stands there: OpenSSL with its GOST engine signs, and OpenSSL verifies.</summary>
[TestClass]
public sealed partial class OpenSslGostTests : IAsyncDisposable
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "guide", "signing.md"));
    private readonly SigningHome home = new();

    [TestInitialize]
    public async Task Prepare()
    {
        Shell.Need();
        if (!(await RunAsync("openssl engine gost")).Said.Contains("GOST", StringComparison.Ordinal)) Assert.Inconclusive("There is no openssl with the engine gost here: apt-get install openssl libengine-gost-openssl.");
        home.Write("openssl-gost.cnf", Block("ini"));
        (await RunAsync(Block("sh"))).Code.Should().Be(0);
        home.Write("signers.json", Block("json"));
        await home.StartAsync();
    }

    public ValueTask DisposeAsync() => home.DisposeAsync();

    [TestMethod]
    public async Task A_document_gets_a_detached_signature_that_openssl_verifies()
    {
        var document = Encoding.UTF8.GetBytes("{\"participantInn\":\"7701234567\",\"код\":\"010460\u001d21\"}");

        var outcome = await home["main"].SignAsync(document, SignatureForm.Detached, CancellationToken.None);

        home.Write("document.bin", document);
        home.Write("signature.p7s", outcome.Cms!);
        (await RunAsync(Block("sh", 1))).Code.Should().Be(0);
        home.Write("document.bin", [.. document, 32]);
        (await RunAsync(Block("sh", 1))).Code.Should().NotBe(0, "other bytes are not what was signed");
    }

    [TestMethod]
    public async Task Signing_in_gets_an_attached_signature_that_openssl_verifies_and_unpacks()
    {
        var challenge = "KLMNOPQRSTUVWXYZABCDEFGHIJABCD"u8.ToArray();

        var outcome = await home["main"].SignAsync(challenge, SignatureForm.Attached, CancellationToken.None);

        home.Write("signature.p7s", outcome.Cms!);
        (await RunAsync("openssl cms -verify -engine gost -binary -noverify -inform DER -in signature.p7s -out unpacked.bin")).Code.Should().Be(0);
        File.ReadAllBytes(Path.Combine(home.Config, "unpacked.bin")).Should().Equal(challenge);
    }

    [TestMethod]
    public async Task The_certificate_of_a_GOST_key_tells_whose_it_is_and_until_when()
    {
        var info = await home["main"].DescribeAsync(CancellationToken.None);

        info.Kind.Should().Be("command");
        info.Inn.Should().Be("7701234567");
        info.NotAfter.Should().BeCloseTo(TimeProvider.System.GetUtcNow().AddDays(365), TimeSpan.FromDays(1));
        info.Thumbprint.Should().HaveLength(40);
    }

    [TestMethod]
    public async Task Nothing_is_wrong_in_the_example()
    {
        home.Status.Problems.Should().BeEmpty();
        (await home.Status.LookAsync(CancellationToken.None)).Should().ContainSingle(signer => signer.Name == "main" && signer.Error == null && !signer.EndsSoon);
    }

    private static string Block(string language, int index = 0) => BlockPattern().Matches(Page).Where(block => block.Groups["language"].Value == language).ElementAt(index).Groups["text"].Value;

    private async Task<(int Code, string Said)> RunAsync(string script)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-e", "-c", script]) { WorkingDirectory = home.Config, RedirectStandardOutput = true, RedirectStandardError = true };
        if (File.Exists(Path.Combine(home.Config, "openssl-gost.cnf"))) start.Environment["OPENSSL_CONF"] = Path.Combine(home.Config, "openssl-gost.cnf");
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }

    [GeneratedRegex(@"^```(?<language>[a-z]+)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BlockPattern();
}
