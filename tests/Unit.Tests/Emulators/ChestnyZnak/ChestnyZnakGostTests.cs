using System.Diagnostics;
using System.Text;
using Emulators.ChestnyZnak;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class ChestnyZnakGostTests
{
    private const string Configuration = "openssl_conf = start\n[start]\nengines = engines\n[engines]\ngost = gost\n[gost]\nengine_id = gost\ndefault_algorithms = ALL\n";
    private DirectoryInfo folder = null!;

    [TestInitialize]
    public void Begin()
    {
        folder = Directory.CreateTempSubdirectory("chz-gost-");
        File.WriteAllText(In("openssl.cnf"), Configuration);
        var made = Run("req", "-x509", "-newkey", "gost2012_256", "-pkeyopt", "paramset:A", "-nodes", "-keyout", In("key.pem"), "-out", In("own.pem"), "-subj", "/CN=test", "-days", "3");
        if (!made) Assert.Inconclusive("openssl with the GOST engine is missing: install openssl and libengine-gost-openssl");
        Run("req", "-x509", "-newkey", "gost2012_256", "-pkeyopt", "paramset:A", "-nodes", "-keyout", In("other-key.pem"), "-out", In("other.pem"), "-subj", "/CN=other", "-days", "3");
    }

    [TestCleanup]
    public void End() => folder.Delete(true);

    [TestMethod]
    [DataRow(true, "own", 200)]
    [DataRow(false, "own", 403)]
    [DataRow(true, "other", 400)]
    public async Task A_real_attached_signature_signs_in(bool attached, string who, int status)
    {
        await using var rig = await StartAsync();
        var key = (await rig.TrueAsync("v3 GET auth/key")).Json;

        var answer = await rig.TrueAsync("v3 POST auth/simpleSignIn", $$"""{"uuid":"{{key["uuid"]}}","data":"{{Sign((string)key["data"]!, attached, who)}}"}""");

        answer.Status.Should().Be(status, answer.Text);
    }

    [TestMethod]
    [DataRow(false, "", 200)]
    [DataRow(false, " ", 422)]
    [DataRow(true, "", 413)]
    public async Task A_real_detached_signature_signs_exactly_the_bytes_of_an_order(bool attached, string more, int status)
    {
        await using var rig = await StartAsync();
        rig.ClientToken = (string)(await rig.SignInAsync($"/{rig.Owner.OmsConnection}")).Json["token"]!;
        var body = ChestnyZnakOrderTests.Order(rig.Milk, 5);

        var answer = await rig.SuzAsync("v3 POST order", body + more, Sign(body, attached, "own"));

        answer.Status.Should().Be(status, answer.Text);
    }

    private Task<ChestnyZnakRig> StartAsync() =>
        ChestnyZnakRig.StartAsync(new ChestnyZnakOptions { CertificateFile = In("own.pem"), OpenSslConfiguration = In("openssl.cnf") }, signedIn: false);

    private string In(string name) => Path.Combine(folder.FullName, name);

    private string Sign(string data, bool attached, string who)
    {
        File.WriteAllBytes(In("data"), Encoding.UTF8.GetBytes(data));
        string[] form = attached ? ["-nodetach"] : [];
        var key = who == "own" ? "key.pem" : "other-key.pem";
        Run(["cms", "-sign", "-binary", "-outform", "DER", "-engine", "gost", "-signer", In($"{who}.pem"), "-inkey", In(key), "-in", In("data"), "-out", In("cms"), .. form]).Should().BeTrue();
        return Convert.ToBase64String(File.ReadAllBytes(In("cms")));
    }

    private bool Run(params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo("openssl", arguments) { RedirectStandardError = true };
            start.Environment["OPENSSL_CONF"] = In("openssl.cnf");
            using var openssl = Process.Start(start)!;
            openssl.StandardError.ReadToEnd();
            openssl.WaitForExit();
            return openssl.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
