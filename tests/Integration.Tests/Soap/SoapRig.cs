using System.Text.Json;

namespace Integration.Tests.Soap;

/// <summary>One built server with SOAP connectors to somebody else's servers and to the emulator.</summary>
internal sealed class SoapRig : IAsyncDisposable
{
    private static readonly string[] Paths =
    [
        "gate", "fault11", "fault12", "fault200", "fault400", "fault-must", "fault-version", "fault-access", "fault-empty", "html200", "html500", "text", "empty", "empty500", "broken", "dtd", "deep",
        "exception", "windows-1251", "declared-1251", "utf-16", "in-return", "headers", "401", "403", "404", "429", "503", "503-first",
    ];

    private SoapRig(ForeignServer php, ForeignServer npm, SoapEmulator emulator, ServerProcess server)
    {
        Php = php;
        Npm = npm;
        Emulator = emulator;
        Server = server;
    }

    public ForeignServer Php { get; }

    public ForeignServer Npm { get; }

    public SoapEmulator Emulator { get; }

    public ServerProcess Server { get; }

    public static async Task<SoapRig> StartAsync()
    {
        var php = await ForeignServer.PhpAsync();
        var npm = await ForeignServer.NpmAsync();
        var emulator = new SoapEmulator();
        var connectors = Connectors($"http://127.0.0.1:{php.Port}", $"http://127.0.0.1:{npm.Port}", $"http://127.0.0.1:{emulator.Port}");
        var server = await ServerProcess.StartAsync(JsonSerializer.Serialize(new { connectors }), """{ "jobs": [] }""");
        return new SoapRig(php, npm, emulator, server);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Emulator.Dispose();
        Npm.Dispose();
        Php.Dispose();
    }

    public static string Wsdl(string name) => Path.Combine(Built.Root, "tests", "Unit.Tests", "Soap", "Wsdl", name);

    private static object Soap(string id, object settings) => new { id, type = "Soap", breaker = new { failures = 1000 }, settings };

    private static List<object> Connectors(string php, string npm, string emulator)
    {
        var gate = Wsdl("terminal-gate.wsdl");
        List<object> list =
        [
            Soap("shop", new { baseAddress = $"{php}/shop.php", operations = new object[] { new { operation = "Echo", safety = "Safe", aliases = new[] { "Эхо" } }, new { operation = "List", result = "items" } } }),
            Soap("shop12", new { baseAddress = $"{php}/shop.php", wsdl = $"{php}/shop.php?wsdl", version = "1.2", useAddressOfWsdl = false }),
            Soap("shopAuth", new { baseAddress = $"{php}/shop.php", auth = new { type = "basic", user = "anna", password = "secret" } }),
            Soap("calc", new { baseAddress = $"{php}/calc.php" }),
            Soap("stock", new { baseAddress = $"{npm}/stock" }),
            Soap("attached", new { baseAddress = $"{emulator}/mtom", wsdl = Wsdl("attachments.wsdl") }),
            Soap("attachedSwa", new { baseAddress = $"{emulator}/swa", wsdl = Wsdl("attachments.wsdl") }),
            Soap("attachedCut", new { baseAddress = $"{emulator}/mtom-cut", wsdl = Wsdl("attachments.wsdl") }),
            Soap("attachedLost", new { baseAddress = $"{emulator}/mtom-lost", wsdl = Wsdl("attachments.wsdl") }),
            Soap("notify", new { baseAddress = $"{emulator}/one-way", wsdl = Wsdl("one-way.wsdl") }),
            Soap("basic", new { baseAddress = $"{emulator}/basic", wsdl = gate, auth = new { type = "basic", user = "Иван", password = "пароль" } }),
            Soap("gate12", new { baseAddress = $"{emulator}/gate", wsdl = gate, version = "1.2" }),
            Soap("safe503", new { baseAddress = $"{emulator}/503-once", wsdl = gate, operations = new[] { new { operation = "Ping", safety = "Safe" } } }),
            Soap("ruled", new { baseAddress = $"{emulator}/in-return", wsdl = gate, operations = new[] { new { operation = "Записать", errorInReturn = true } } }),
            Soap("mapped", new { baseAddress = $"{emulator}/fault12", wsdl = gate, faults = new[] { new { fault = "NoStock", code = "Conflict", reason = "NO_STOCK", message = "Not enough stock.", messageRu = "Не хватает товара.", retryable = true } } }),
            Soap("headed", new { baseAddress = $"{emulator}/headers", wsdl = gate, soapHeaders = new object[] { new { name = "Token", @namespace = "urn:auth", value = "{token}", mustUnderstand = true }, new { xml = "<a:Site xmlns:a='urn:a'>north</a:Site>" } } }),
            Soap("away", new { baseAddress = "http://127.0.0.1:1/ws" }),
            Soap("keyed", new { baseAddress = $"{emulator}/keyed", wsdl = gate, operations = new[] { new { operation = "Ping", safety = "Keyed" } } }),
            Soap("pageWsdl", new { baseAddress = $"{emulator}/html200" }),
            Soap("deniedWsdl", new { baseAddress = $"{emulator}/401" }),
            Soap("wrongOperation", new { baseAddress = $"{npm}/stock", operations = new[] { new { operation = "GetStok" } } }),
            Soap("wrongSettings", new { baseAddress = $"{emulator}/gate", wsdl = gate, version = "1.3", operations = new[] { new { operation = "Pong" } } }),
            Soap("wrongWsdl", new { baseAddress = $"{emulator}/gate", wsdl = Wsdl("rpc-encoded.wsdl") }),
            Soap("noWsdl", new { baseAddress = $"{emulator}/404" }),
        ];
        foreach (var path in Paths) list.Add(Soap(path, new { baseAddress = $"{emulator}/{path}", wsdl = gate }));
        return list;
    }
}
