namespace Emulators.OneC;

/// <summary>The service <c>InterfaceVersion</c> of the standard subsystems.</summary>
internal static class InterfaceVersion
{
    private static readonly Dictionary<string, object?[]> Known = new(StringComparer.Ordinal)
    {
        ["DataExchange"] = ["2.0.1.6", "2.1.1.7", "3.0.1.1", "3.0.2.1", "3.0.2.2"],
    };

    public static SoapService Service { get; } = new("InterfaceVersion", "http://www.1c.ru/SaaS/1.0/WS", "interfaceversion.1cws", "",
        new SoapOperation("GetVersions", new SoapParameter("return", "v8:Array"), [new SoapParameter("InterfaceName", "xs:string")],
            call => Task.FromResult(new SoapAnswer(CoreValues.Array(Known.GetValueOrDefault(call.Text("InterfaceName") ?? "", []))))));
}
