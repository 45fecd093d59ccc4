using System.Xml;
using System.Xml.Linq;
using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>Makes ports and operations of the documents of a WSDL.</summary>
internal sealed class WsdlModel(WsdlFiles files)
{
    private readonly List<ConnectorProblem> warnings = [.. files.Warnings];
    private string? encoded;

    public WsdlDocument Build()
    {
        var bindings = All("binding");
        var found = Services().SelectMany(service => service.Elements(WsdlNames.Wsdl + "port").Select(port => (Service: service.Text("name"), Port: port, Binding: bindings.GetValueOrDefault(port.Qualified(port.Text("binding"))))))
            .Where(one => one.Binding is not null && IsSoap(one.Binding)).ToList();
        var usable = found.Where(one => !IsEncoded(one.Binding!)).ToList();
        if (usable.Count == 0) throw new WsdlException(encoded is null ? WsdlProblems.NoPorts("WSDL") : WsdlProblems.Encoded(encoded, all: true));
        XsdTypes types;
        try
        {
            types = WsdlSchemas.Compile(files);
        }
        catch (WsdlException broken) when (warnings.Count > 0)
        {
            var told = warnings[0];
            throw new WsdlException(broken.Problem with { Detail = $"{told.Message}\n{broken.Problem.Detail}", NextStep = told.NextStep, NextStepRu = told.NextStepRu });
        }

        var operations = new WsdlOperations(types, All("message"), All("portType"), warnings);
        var ports = usable.ConvertAll(one => Port(one.Service, one.Port, one.Binding!, operations));
        return new WsdlDocument(ports, warnings, types);
    }

    private static WsdlPort Port(string service, XElement port, XElement binding, WsdlOperations operations)
    {
        var type = binding.Qualified(binding.Text("type"));
        var address = port.Elements().FirstOrDefault(element => element.Name.LocalName == "address" && IsSoapName(element))?.Text("location");
        var usable = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
        return new WsdlPort(service, port.Text("name"), type.ToString(), VersionOf(binding), usable, operations.Of(binding, type));
    }

    private IEnumerable<XElement> Services() => files.Definitions.SelectMany(document => document.Elements(WsdlNames.Wsdl + "service"));

    private Dictionary<XmlQualifiedName, XElement> All(string kind)
    {
        var all = new Dictionary<XmlQualifiedName, XElement>();
        foreach (var document in files.Definitions)
        {
            foreach (var element in document.Elements(WsdlNames.Wsdl + kind)) all.TryAdd(new XmlQualifiedName(element.Text("name"), document.Text("targetNamespace")), element);
        }

        return all;
    }

    private bool IsEncoded(XElement binding)
    {
        var found = binding.Descendants().Any(element => IsSoapName(element) && element.Name.LocalName == "body" && element.Text("use") == "encoded");
        if (!found) return false;
        if (encoded is null) warnings.Add(WsdlProblems.Encoded(binding.Text("name"), all: false));
        encoded = binding.Text("name");
        return true;
    }

    private static bool IsSoap(XElement binding) =>
        binding.Elements().FirstOrDefault(element => element.Name.LocalName == "binding" && IsSoapName(element)) is { } soap
        && (soap.Text("transport") is var transport && (transport.Length == 0 || transport.Contains("http", StringComparison.OrdinalIgnoreCase)));

    private static bool IsSoapName(XElement element) => element.Name.Namespace == WsdlNames.Soap11 || element.Name.Namespace == WsdlNames.Soap12;

    private static SoapVersion VersionOf(XElement binding) =>
        binding.Element(WsdlNames.Soap12 + "binding") is null ? SoapVersion.Soap11 : SoapVersion.Soap12;
}
