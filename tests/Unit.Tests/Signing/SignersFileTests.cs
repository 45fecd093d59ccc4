using System.Security.Cryptography;
using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;

namespace Unit.Tests.Signing;

[TestClass]
public sealed class SignersFileTests : IAsyncDisposable
{
    private readonly SigningHome home = new();

    public ValueTask DisposeAsync() => home.DisposeAsync();

    [TestMethod]
    public async Task No_file_means_no_signers()
    {
        await home.StartAsync();

        home.Signers.Names.Should().BeEmpty();
        home.Signers.Find("main").Should().BeNull();
    }

    [TestMethod]
    public async Task A_new_file_counts_without_a_restart_and_so_does_each_change()
    {
        await home.StartAsync();

        home.Configure(Deferred("a"), Deferred("b"));
        await ServerJobs.Eventually.Become(() => home.Signers.Names.Count == 2, "two signers");
        var kept = home["b"];
        home.Configure(Test("a"), Deferred("b"));
        await ServerJobs.Eventually.Become(() => home["a"].DescribeAsync(CancellationToken.None).AsTask().Result.Kind == "test", "the changed signer");

        home["b"].Should().BeSameAs(kept, "its entry did not change");
    }

    [TestMethod]
    public async Task A_file_that_becomes_unreadable_leaves_the_signers_in_force()
    {
        await home.Configure(Deferred("a")).StartAsync();

        home.Write("signers.json", "{ \"signers\": [ }");
        await ServerJobs.Eventually.Become(() => home.Status.Problems.Count > 0, "a problem");

        home.Signers.Names.Should().Equal("a");
        home.Status.Problems.Should().ContainSingle().Which.Message.Should().Contain("line 1");
        home.LogLines.Should().ContainSingle(line => line.Contains("stay in force", StringComparison.Ordinal));
        home.Configure(Deferred("a"), Deferred("b"));
        await ServerJobs.Eventually.Become(() => home.Signers.Names.Count == 2, "the mended file");
        home.Status.Problems.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("[]")]
    [DataRow("{}")]
    [DataRow("{ \"signers\": {} }")]
    [DataRow("")]
    [DataRow("{ \"signers\": [ { \"name\": \"\\uD83D\" } ] }")]
    public async Task A_start_with_an_unreadable_file_is_refused_with_the_reason(string text)
    {
        home.Write("signers.json", text);

        var start = () => home.StartAsync();

        (await start.Should().ThrowAsync<SignersConfigException>()).Which.WhatIsWrong.MessageRu.Should().Contain("не читается");
    }

    [TestMethod]
    public async Task A_byte_order_mark_comments_and_trailing_commas_are_no_errors()
    {
        home.Write("signers.json", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("{ // ours\n \"signers\": [ { \"name\": \"a\", \"type\": \"Deferred\", }, ] }")]);

        await home.StartAsync();

        home.Signers.Names.Should().Equal("a");
    }

    [TestMethod]
    [DataRow("""{ "name": "a", "type": "magic" }""", "signers[0].type", "one of command, remote, deferred, test")]
    [DataRow("""{ "name": "a", "type": "1" }""", "signers[0].type", "one of command")]
    [DataRow("""{ "name": "a" }""", "signers[0].type", "one of command")]
    [DataRow("""{ "type": "deferred" }""", "signers[0].name", "is missing")]
    [DataRow("""{ "name": 5, "type": "deferred" }""", "signers[0].name", "must be a text")]
    [DataRow("""{ "name": "a", "type": "deferred", "limit": 30 }""", "signers[0].limit", "duration")]
    [DataRow("""{ "name": "a", "type": "deferred", "limit": "24:00:00" }""", "signers[0].limit", "duration")]
    [DataRow("""{ "name": "a", "type": "deferred", "thumbprint": "12 34" }""", "signers[0].thumbprint", "40 hexadecimal digits")]
    [DataRow("""{ "name": "a", "type": "deferred", "certificate": "none.cer" }""", "signers[0].certificate", "no such file")]
    [DataRow("""{ "name": "a", "type": "deferred", "comand": "x" }""", "signers[0].comand", "not known")]
    [DataRow("""{ "name": "a", "type": "command" }""", "signers[0].command", "is missing")]
    [DataRow("""{ "name": "a", "type": "command", "command": "x" }""", "signers[0].arguments", "is missing")]
    [DataRow("""{ "name": "a", "type": "command", "command": "x", "arguments": "{in}" }""", "signers[0].arguments", "list of texts")]
    [DataRow("""{ "name": "a", "type": "command", "command": "x", "arguments": ["-p", { "secret": "pin" }] }""", "signers[0].arguments", "must not stand on a command line")]
    [DataRow("""{ "name": "a", "type": "command", "command": "x", "arguments": ["{pinFile}"] }""", "signers[0].pin", "is missing")]
    [DataRow("""{ "name": "a", "type": "command", "command": "x", "arguments": [], "environment": { "A": 1 } }""", "signers[0].environment.A", "secret")]
    [DataRow("""{ "name": "a", "type": "remote" }""", "signers[0].address", "https://")]
    [DataRow("""{ "name": "a", "type": "remote", "address": "http://signing.shop.ru/" }""", "signers[0].address", "unprotected")]
    [DataRow("""{ "name": "a", "type": "remote", "address": "https://user:pass@signing/" }""", "signers[0].address", "user or password")]
    [DataRow("""{ "name": "a", "type": "remote", "address": "https://signing/", "tls": { "ca": "x" } }""", "signers[0].tls.ca", "not known")]
    [DataRow("5", "signers[0]", "must be an object")]
    public async Task A_wrong_entry_is_reported_with_its_place_and_the_others_work(string entry, string place, string wrong)
    {
        await home.Configure(entry, Deferred("good")).StartAsync();

        home.Status.Problems.Should().Contain(problem => problem.Field == place && problem.Message.Contains(wrong, StringComparison.Ordinal) && problem.NextStep.Length > 0 && problem.NextStepRu!.Length > 0);
        home.LogLines.Should().Contain(line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains(place, StringComparison.Ordinal));
        (await home["good"].SignAsync("x"u8.ToArray(), SignatureForm.Detached, CancellationToken.None)).Should().BeSameAs(SignOutcome.Deferred);
        home.Status.Problems.Should().NotContain(problem => problem.Message.Contains("pass@", StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task A_wrong_entry_answers_with_what_is_wrong_and_not_with_silence()
    {
        await home.Configure("""{ "name": "a", "type": "command", "command": "x" }""").StartAsync();

        var error = await home.FailureAsync("a");

        error.Reason.Should().Be("SIGNER_WRONG");
        error.Message.Should().Contain("signers[0].arguments");
        (await home.Status.LookAsync(CancellationToken.None)).Should().ContainSingle(state => state.Name == "a" && state.Kind == "command" && state.Error!.Reason == "SIGNER_WRONG");
    }

    [TestMethod]
    public async Task A_certificate_that_is_put_in_place_later_makes_its_signer_work()
    {
        await home.Configure("""{ "name": "a", "type": "deferred", "certificate": "own.cer" }""").StartAsync();
        home.Status.Problems.Should().ContainSingle();
        using var key = new TestSignature();

        home.Write("own.cer", key.Certificate.RawData);
        await ServerJobs.Eventually.Become(() => home.Status.Problems.Count == 0, "no problem");

        (await home["a"].DescribeAsync(CancellationToken.None)).Inn.Should().Be("7701234567");
        home.LogLines.Count(line => line.Contains("no such file", StringComparison.Ordinal)).Should().Be(1, "it is told once, however often the file is looked at");
    }

    [TestMethod]
    public async Task A_name_that_is_taken_keeps_its_first_signer()
    {
        await home.Configure(Deferred("a"), Test("A")).StartAsync();

        home.Signers.Names.Should().Equal("a");
        (await home["A"].DescribeAsync(CancellationToken.None)).Kind.Should().Be("deferred");
        home.Status.Problems.Should().ContainSingle(problem => problem.Field == "signers[1].name");
    }

    [TestMethod]
    public async Task A_secret_that_is_missing_is_a_warning_and_the_signer_stays()
    {
        await home.Configure("""{ "name": "a", "type": "remote", "address": "https://signing/", "key": { "secret": "nowhere" } }""").StartAsync();

        home.Status.Problems.Should().ContainSingle().Which.IsWarning.Should().BeTrue();
        (await home["a"].DescribeAsync(CancellationToken.None)).Kind.Should().Be("remote");
        (await home.FailureAsync("a")).Message.Should().Contain("'nowhere'");
    }

    [TestMethod]
    [DataRow(SignatureForm.Detached, "detached", "")]
    [DataRow(SignatureForm.Attached, "attached", "0LQ=")]
    public async Task A_test_signature_says_its_form_and_its_bytes_and_the_log_says_that_it_is_worth_nothing(SignatureForm form, string name, string carried)
    {
        await home.Configure(Test("fake")).StartAsync();
        var content = Encoding.UTF8.GetBytes("д");

        var outcome = await home["fake"].SignAsync(content, form, CancellationToken.None);

        Encoding.ASCII.GetString(outcome.Cms!).Should().Be($"TESTCMS1;{name};{Convert.ToHexString(SHA256.HashData(content))};{carried}");
        home.LogLines.Should().Contain(line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("worth nothing", StringComparison.Ordinal));
    }

    private static string Deferred(string name) => $$"""{ "name": "{{name}}", "type": "deferred" }""";

    private static string Test(string name) => $$"""{ "name": "{{name}}", "type": "test" }""";
}
