using Connectors.Transport;
using Connectors.Transport.Soap;

namespace Connectors.OneC;

/// <summary>A web service of the settings, ready for use.</summary>
/// <param name="Name">Its name in the WSDL.</param>
/// <param name="Class">The class callers name.</param>
/// <param name="Path">Its address below the base, escaped.</param>
internal sealed record OneCWebServiceOptions(string Name, string Class, string Path)
{
    public string? WsdlFile { get; init; }

    public SoapVersion Version { get; init; }

    public static IReadOnlyList<OneCWebServiceOptions> Read(OneCSoapSettings settings, SettingsProblems problems)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. settings.Services.Select((service, at) => One(service, $"soap.services[{at}]", names, problems))];
    }

    private static OneCWebServiceOptions One(OneCWebServiceSettings service, string field, HashSet<string> names, SettingsProblems problems)
    {
        var name = service.Name.Trim();
        var called = service.Class.Trim().Length > 0 ? service.Class.Trim() : name;
        if (name.Length == 0)
        {
            problems.Add("SOAP_SERVICE_NAME_MISSING", $"{field}.name", "The web service has no name.", "У веб-сервиса нет имени.", "Write its name as in the configuration of 1C.", "Укажите его имя как в конфигурации 1С.");
        }
        else if (!names.Add(called))
        {
            problems.Add("SOAP_SERVICE_TWICE", $"{field}.name", $"Two web services are called '{OneCSettingsReader.Shown(called)}'.", $"Два веб-сервиса называются «{OneCSettingsReader.Shown(called)}».", "Give one of them another class.", "Дайте одному из них другой class.");
        }

        if (service.Wsdl.Trim().Length > 0) problems.File($"{field}.wsdl", service.Wsdl.Trim());
        var path = service.Address.Trim().Length > 0 ? OneCSettingsReader.Segment($"{field}.address", service.Address, $"ws/{name}", problems) : $"ws/{name}";
        return new OneCWebServiceOptions(name, called, OneCAddress.Path(path.Split('/')))
        {
            WsdlFile = service.Wsdl.Trim().Length > 0 ? service.Wsdl.Trim() : null,
            Version = problems.Choice($"{field}.soap", service.Soap, ("1.1", SoapVersion.Soap11), ("1.2", SoapVersion.Soap12)),
        };
    }
}
