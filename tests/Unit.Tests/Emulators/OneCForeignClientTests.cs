using System.Diagnostics;
using System.Globalization;
using Emulators.OneC;

namespace Unit.Tests.Emulators;

/// <summary>A client by somebody else reads the WSDL and calls: what it understands was not agreed upon with ourselves.</summary>
[TestClass]
public sealed class OneCForeignClientTests
{
    private const string Script = """
        [$address, $version] = [$argv[1], $argv[2] === '12' ? SOAP_1_2 : SOAP_1_1];
        $open = fn($service) => new SoapClient("$address/ws/$service?wsdl", ['login' => 'Кладовщик Петров', 'password' => 'пароль 1', 'soap_version' => $version,
            'location' => "$address/ws/$service", 'cache_wsdl' => WSDL_CACHE_NONE]);
        $gate = $open('TerminalGate');
        echo count($gate->__getFunctions()), "\n", $gate->Add(['A' => '1.5', 'B' => 2])->return, "\n";
        echo $gate->GetRemains(['Warehouse' => '000000007', 'OnDate' => '2026-03-02T00:00:00', 'Comment' => null])->return->Row[0]->Qty, "\n";
        try { $gate->Fail(['Kind' => 'script']); } catch (SoapFault $fault) { echo $fault->getMessage(), "\n"; }
        echo $gate->__soapCall('Структура', [[]])->return->Property[0]->name, "\n";
        echo count($open('InterfaceVersion')->GetVersions(['InterfaceName' => 'DataExchange'])->return->Value), "\n";
        var_export($open('Exchange_3_0_2_2')->TestConnection(['ExchangePlanName' => 'Терминалы', 'NodeCode' => '001', 'Result' => '', 'Zone' => null])->return);
        """;

    [TestMethod]
    [DataRow(11)]
    [DataRow(12)]
    public async Task Php_calls_the_web_services_by_their_wsdl(int version)
    {
        await using var oneC = await OneCBase.StartAsync();

        var (code, output) = await PhpAsync(["-r", Script, "--", oneC.Address.AbsoluteUri, version.ToString(CultureInfo.InvariantCulture)]);

        (code, output).Should().Be((0, "34\n3.5\n12.50\n{WebСервис.TerminalGate.Модуль(42)}: Склад не найден\nКод\n5\ntrue"));
    }

    private static async Task<(int Code, string Output)> PhpAsync(string[] arguments)
    {
        if (!File.Exists("/usr/bin/php")) Assert.Inconclusive("php-cli is not installed");
        var (_, modules) = await RunAsync(["-m"]);
        if (!modules.Split('\n').Contains("soap")) Assert.Inconclusive("php-soap is not installed");
        return await RunAsync(arguments);
    }

    private static async Task<(int Code, string Output)> RunAsync(string[] arguments)
    {
        using var php = Process.Start(new ProcessStartInfo("/usr/bin/php", arguments) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
        var output = await php.StandardOutput.ReadToEndAsync();
        await php.WaitForExitAsync();
        return (php.ExitCode, output);
    }
}
