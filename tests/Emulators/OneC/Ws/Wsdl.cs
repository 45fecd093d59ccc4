namespace Emulators.OneC;

/// <summary>The WSDL of a service in 1C's style: document/literal, ports Soap and Soap12, the address the base believes it has.</summary>
internal static class Wsdl
{
    public static string Of(SoapService service, OneCOptions options)
    {
        var (name, ns) = (service.Name, service.Xmlns.NamespaceName);
        var address = $"http://{options.InternalHost}/{options.BaseName}/ws/{service.Alias}";
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap12bind="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:soapbind="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:tns="{ns}" xmlns:wsp="http://schemas.xmlsoap.org/ws/2004/09/policy" xmlns:xsd="http://www.w3.org/2001/XMLSchema" name="{name}" targetNamespace="{ns}">
              <types>
                {SoapSchemas.Core}
                {SoapSchemas.Of(service)}
              </types>
              {Join(service, Messages)}
              <portType name="{name}PortType">{Join(service, one => PortType(one))}</portType>
              {Binding(service, "Soap", "soapbind")}
              {Binding(service, "Soap12", "soap12bind")}
              <service name="{name}">
                <port name="{name}Soap" binding="tns:{name}SoapBinding"><soapbind:address location="{address}"/></port>
                <port name="{name}Soap12" binding="tns:{name}Soap12Binding"><soap12bind:address location="{address}"/></port>
              </service>
            </definitions>
            """;
    }

    private static string Join(SoapService service, Func<SoapOperation, string> write) => string.Concat(service.Operations.Select(write));

    private static string Messages(SoapOperation operation) =>
        $"<message name=\"{operation.Name}RequestMessage\"><part name=\"parameters\" element=\"tns:{operation.Name}\"/></message>" +
        $"<message name=\"{operation.Name}ResponseMessage\"><part name=\"parameters\" element=\"tns:{operation.Name}Response\"/></message>";

    private static string PortType(SoapOperation operation) =>
        $"<operation name=\"{operation.Name}\"><input name=\"{operation.Name}Request\" message=\"tns:{operation.Name}RequestMessage\"/>" +
        $"<output name=\"{operation.Name}Response\" message=\"tns:{operation.Name}ResponseMessage\"/></operation>";

    private static string Binding(SoapService service, string kind, string prefix) =>
        $"<binding name=\"{service.Name}{kind}Binding\" type=\"tns:{service.Name}PortType\">" +
        $"<{prefix}:binding style=\"document\" transport=\"http://schemas.xmlsoap.org/soap/http\"/>" +
        Join(service, operation =>
            $"<operation name=\"{operation.Name}\"><{prefix}:operation style=\"document\" soapAction=\"{service.ActionOf(operation)}\"/>" +
            $"<input><{prefix}:body use=\"literal\"/></input><output><{prefix}:body use=\"literal\"/></output></operation>") +
        "</binding>";
}
