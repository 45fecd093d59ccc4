using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Unit.Tests.Signing;

[TestClass]
public sealed class CommandSignerTests : IAsyncDisposable
{
    private static readonly byte[] Document = Encoding.UTF8.GetBytes("{\"документ\": 1}");
    private readonly SigningHome home = new();
    private readonly TestSignature key = new();

    [TestInitialize]
    public void Prepare()
    {
        Shell.Need();
        home.Secrets["pin"] = "4711-secret";
        home.Write("detached.der", key.Sign(Document, detached: true));
        home.Write("attached.der", key.Sign(Document, detached: false));
    }

    public async ValueTask DisposeAsync()
    {
        key.Dispose();
        await home.DisposeAsync();
    }

    [TestMethod]
    [DataRow("cp \"$CONFIG/detached.der\" \"$2\"", DisplayName = "DER")]
    [DataRow("base64 \"$CONFIG/detached.der\" > \"$2\"", DisplayName = "base64 with breaks")]
    [DataRow("base64 -w 0 \"$CONFIG/detached.der\" > \"$2\"", DisplayName = "base64 in one line")]
    [DataRow("{ echo '-----BEGIN CMS-----'; base64 \"$CONFIG/detached.der\"; echo '-----END CMS-----'; } > \"$2\"", DisplayName = "PEM")]
    public async Task Whatever_form_a_tool_writes_becomes_the_same_DER(string script)
    {
        await home.Configure(Shell.Entry(script, Config)).StartAsync();

        var outcome = await home["MAIN"].SignAsync(Document, SignatureForm.Detached, CancellationToken.None);

        outcome.Cms.Should().Equal(File.ReadAllBytes(Path.Combine(home.Config, "detached.der")));
    }

    [TestMethod]
    [DataRow("cp \"$CONFIG/attached.der\" \"$2\"", "detached", DisplayName = "attached in place of detached")]
    [DataRow("echo hello > \"$2\"", "neither DER nor PEM nor base64", DisplayName = "a text")]
    [DataRow("head -c 200 \"$CONFIG/detached.der\" > \"$2\"", "cut or damaged", DisplayName = "half a signature")]
    [DataRow("cat \"$CONFIG/detached.der\" \"$CONFIG/detached.der\" > \"$2\"", "cut or damaged", DisplayName = "two signatures")]
    [DataRow("printf '\\060\\003\\006\\001\\052' > \"$2\"", "no CMS SignedData", DisplayName = "some other ASN.1")]
    [DataRow("printf '\\377\\000\\001' > \"$2\"", "neither DER nor PEM nor base64", DisplayName = "bytes")]
    [DataRow("printf -- '-----BEGIN CMS-----\\nA' > \"$2\"", "PEM is broken", DisplayName = "half a PEM")]
    public async Task What_is_not_the_signature_asked_for_is_refused_and_said_why(string script, string why)
    {
        await home.Configure(Shell.Entry(script, Config)).StartAsync();

        var error = await home.FailureAsync("main");

        error.Reason.Should().Be("SIGNATURE_UNREADABLE");
        error.Message.Should().Contain(why);
        error.MessageRu.Should().NotBeNullOrEmpty();
        error.InDoubt.Should().BeFalse();
    }

    [TestMethod]
    public async Task An_attached_signature_of_other_bytes_is_refused()
    {
        await home.Configure(Shell.Entry("cp \"$CONFIG/attached.der\" \"$2\"", Config)).StartAsync();

        (await home.FailureAsync("main", SignatureForm.Attached)).Message.Should().Contain("other bytes");
    }

    [TestMethod]
    public async Task A_signature_without_its_certificate_is_refused()
    {
        home.Write("detached.der", key.Sign("data"u8.ToArray(), detached: true, withCertificate: false));
        await home.Configure(Shell.Entry("cp \"$CONFIG/detached.der\" \"$2\"", Config)).StartAsync();

        (await home.FailureAsync("main")).Message.Should().Contain("certificate is not in it");
    }

    [TestMethod]
    public async Task A_signature_by_another_certificate_than_the_configured_one_is_refused()
    {
        using var other = new TestSignature();
        home.Write("own.cer", other.Certificate.RawData);
        await home.Configure(Shell.Entry("cp \"$CONFIG/detached.der\" \"$2\"", $"{Config}, \"certificate\": \"own.cer\"")).StartAsync();

        (await home.FailureAsync("main")).Message.Should().Contain("another certificate");
    }

    [TestMethod]
    public async Task The_exit_code_is_told_and_what_the_tool_said_only_in_the_detail_without_the_pin()
    {
        await home.Configure(Shell.Entry("cp \"$CONFIG/detached.der\" \"$2\"; echo \"bad PIN $(cat \"$3\")\" >&2; exit 3", Config)).StartAsync();

        var error = await home.FailureAsync("main");

        error.Reason.Should().Be("SIGNER_EXIT_CODE");
        error.Message.Should().Contain("code 3");
        error.Detail.Should().Be("bad PIN ***");
        home.LogLines.Should().NotContain(line => line.Contains("4711", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("true", DisplayName = "no file")]
    [DataRow(": > \"$2\"", DisplayName = "an empty file")]
    public async Task A_tool_that_ends_well_without_a_signature_has_failed(string script)
    {
        await home.Configure(Shell.Entry(script)).StartAsync();

        (await home.FailureAsync("main")).Reason.Should().Be("SIGNATURE_MISSING");
    }

    [TestMethod]
    public async Task A_tool_that_hangs_is_killed_with_its_children_at_the_limit()
    {
        await home.Configure(Shell.Entry("sleep 600 & echo $! > \"$CONFIG/child\"; wait", $"{Config}, \"limit\": \"00:00:01\"")).StartAsync();

        var error = await home.FailureAsync("main");

        error.Reason.Should().Be("SIGNER_TIMEOUT");
        error.Retryable.Should().BeTrue();
        var child = File.ReadAllText(Path.Combine(home.Config, "child")).Trim();
        await ServerJobs.Eventually.Become(() => Processes.IsGone(child), "the end of the tool's child");
    }

    [TestMethod]
    public async Task A_tool_that_writes_without_end_is_ended_long_before_its_limit()
    {
        await home.Configure("""{ "name": "main", "type": "command", "command": "/bin/sh", "arguments": ["-c", "exec cat /dev/zero"], "limit": "00:10:00" }""").StartAsync();

        (await home.FailureAsync("main")).Message.Should().Contain("over 64 MB");
    }

    [TestMethod]
    public async Task A_program_that_is_not_there_is_named()
    {
        await home.Configure("""{ "name": "main", "type": "command", "command": "/nowhere/cryptcp", "arguments": ["{in}"] }""").StartAsync();

        var error = await home.FailureAsync("main");

        error.Reason.Should().Be("SIGNER_NOT_STARTED");
        error.Message.Should().Contain("cryptcp");
    }

    [TestMethod]
    public async Task A_secret_that_is_not_there_is_named_and_counts_as_soon_as_it_is()
    {
        home.Secrets.Clear();
        await home.Configure(Shell.Entry("cp \"$CONFIG/detached.der\" \"$2\"", Config)).StartAsync();

        (await home.FailureAsync("main")).Reason.Should().Be("SECRET_MISSING");
        home.Secrets["pin"] = "1";

        (await home["main"].SignAsync(Document, SignatureForm.Detached, CancellationToken.None)).Cms.Should().NotBeNull();
    }

    [TestMethod]
    public async Task The_bytes_reach_the_tool_exactly_in_a_private_folder_that_is_gone_afterwards()
    {
        await home.Configure(Shell.Entry("cp \"$1\" \"$CONFIG/seen\"; cp \"$3\" \"$CONFIG/pin\"; stat -c %a . \"$1\" \"$3\" > \"$CONFIG/rights\"; pwd > \"$CONFIG/folder\"; cp \"$CONFIG/detached.der\" \"$2\"", Config)).StartAsync();
        byte[] content = [0, 255, 29, 13, 10, 34];

        await home["main"].SignAsync(content, SignatureForm.Detached, CancellationToken.None);

        File.ReadAllBytes(Path.Combine(home.Config, "seen")).Should().Equal(content);
        File.ReadAllText(Path.Combine(home.Config, "pin")).Should().Be("4711-secret");
        File.ReadAllLines(Path.Combine(home.Config, "rights")).Should().Equal("700", "600", "600");
        Directory.Exists(File.ReadAllText(Path.Combine(home.Config, "folder")).Trim()).Should().BeFalse();
        Directory.EnumerateFileSystemEntries(home.Work).Should().BeEmpty();
    }

    [TestMethod]
    public async Task Without_in_and_out_the_bytes_come_and_go_by_the_standard_streams()
    {
        await home.Configure($$"""{ "name": "main", "type": "command", "command": "/bin/sh", "arguments": ["-c", "cat > \"$CONFIG/seen\"; cat \"$CONFIG/detached.der\""], "environment": { "CONFIG": "{config}" } }""").StartAsync();

        var outcome = await home["main"].SignAsync(Document, SignatureForm.Detached, CancellationToken.None);

        outcome.Cms.Should().NotBeNull();
        File.ReadAllBytes(Path.Combine(home.Config, "seen")).Should().Equal(Document);
    }

    [TestMethod]
    public async Task An_argument_is_one_argument_whatever_stands_in_it()
    {
        await home.Configure("""{ "name": "main", "type": "command", "command": "/bin/sh", "arguments": ["-c", "printf '%s|' \"$@\" > \"$0/seen\"", "{config}", "a b", "$(touch x); \"`'", "{detached}", "x{detached}"], "detachedFlag": "-d" }""").StartAsync();

        await home.FailureAsync("main");

        File.ReadAllText(Path.Combine(home.Config, "seen")).Should().Be("a b|$(touch x); \"`'|-d|x-d|");
    }

    [TestMethod]
    public async Task An_empty_flag_leaves_its_argument_out()
    {
        await home.Configure("""{ "name": "main", "type": "command", "command": "/bin/sh", "arguments": ["-c", "printf '%s|' \"$@\" > \"$0/seen\"", "{config}", "a", "{detached}", "b"], "detachedFlag": "" }""").StartAsync();

        await home.FailureAsync("main");

        File.ReadAllText(Path.Combine(home.Config, "seen")).Should().Be("a|b|");
    }

    [TestMethod]
    public async Task One_key_signs_one_at_a_time_also_under_two_names()
    {
        var more = $"{Config}, \"thumbprint\": \"{key.Certificate.Thumbprint}\"";
        const string script = "mkdir \"$CONFIG/busy\" || exit 9; sleep 0.05; rmdir \"$CONFIG/busy\"; cp \"$CONFIG/detached.der\" \"$2\"";
        await home.Configure(Shell.Entry(script, more), Shell.Entry(script, more, "second")).StartAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => home[number % 2 == 0 ? "main" : "second"].SignAsync(Document, SignatureForm.Detached, CancellationToken.None).AsTask()));

        outcomes.Should().OnlyContain(outcome => outcome.Cms != null);
    }

    [TestMethod]
    public async Task After_a_signature_its_certificate_is_known_without_a_file()
    {
        await home.Configure(Shell.Entry("cp \"$CONFIG/detached.der\" \"$2\"", Config)).StartAsync();

        await home["main"].SignAsync(Document, SignatureForm.Detached, CancellationToken.None);
        var info = await home["main"].DescribeAsync(CancellationToken.None);

        info.Thumbprint.Should().Be(key.Certificate.Thumbprint);
        info.Inn.Should().Be("7701234567");
    }

    [TestMethod]
    public async Task Cancelling_ends_the_tool()
    {
        await home.Configure(Shell.Entry("sleep 600 & echo $! > \"$CONFIG/child.tmp\"; mv \"$CONFIG/child.tmp\" \"$CONFIG/child\"; wait", Config)).StartAsync();
        using var cancel = new CancellationTokenSource();
        var signing = home["main"].SignAsync(Document, SignatureForm.Detached, cancel.Token).AsTask();
        await ServerJobs.Eventually.Become(() => File.Exists(Path.Combine(home.Config, "child")), "the start of the tool");

        await cancel.CancelAsync();

        await FluentActions.Awaiting(() => signing).Should().ThrowAsync<OperationCanceledException>();
        await ServerJobs.Eventually.Become(() => Processes.IsGone(File.ReadAllText(Path.Combine(home.Config, "child")).Trim()), "the end of the tool's child");
    }

    private static string Config => ", \"environment\": { \"CONFIG\": \"{config}\" }";
}
