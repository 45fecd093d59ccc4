using System.Xml;
using System.Xml.Linq;

namespace Emulators.OneC;

/// <summary>Everything below <c>ws/</c>: WSDL by GET, calls by POST, in SOAP 1.1 and 1.2.</summary>
internal sealed class SoapEndpoint(OneCBase owner)
{
    private readonly IReadOnlyList<SoapService> services = [TerminalGate.Service, InterfaceVersion.Service, ExchangeWs.Service];

    public async Task<OneCReply> HandleAsync(OneCRequest request)
    {
        var name = request.Path["ws/".Length..];
        var service = services.FirstOrDefault(one => one.Name == name || one.Alias == name);
        if (service is null) return ExtensionErrors.Page(404);
        if (request.Verb == "GET")
        {
            return request.Query.Names.Any(one => one.Equals("wsdl", StringComparison.OrdinalIgnoreCase))
                ? OneCReply.Text(200, Wsdl.Of(service, owner.Options), "text/xml; charset=utf-8")
                : ExtensionErrors.Exception(400, "Ожидается параметр wsdl");
        }

        if (request.Verb != "POST") return ExtensionErrors.Page(405);
        var type = request.Header("Content-Type").Split(';')[0].Trim();
        if (type is not ("text/xml" or "application/soap+xml")) return ExtensionErrors.Exception(415, $"Неподдерживаемый тип содержимого {type}");
        return await AnswerAsync(service, request, type == "text/xml" ? SoapNames.Envelope11 : SoapNames.Envelope12);
    }

    private async Task<OneCReply> AnswerAsync(SoapService service, OneCRequest request, XNamespace version)
    {
        try
        {
            var (operation, body) = SoapReader.Read(service, request, version);
            var answer = await operation.Run(new SoapCall(owner, service, body));
            return SoapWriter.Reply(version, 200, SoapWriter.Response(service, operation, answer));
        }
        catch (SoapFaultException fault)
        {
            return SoapWriter.Fault(version, fault.IsCaller, fault.Message);
        }
        catch (Exception problem) when (problem is XmlException or InvalidOperationException or OneCCallException or FormatException)
        {
            return SoapWriter.Fault(version, problem is XmlException, problem.Message);
        }
    }
}
