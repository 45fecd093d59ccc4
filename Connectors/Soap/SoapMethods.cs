using Cleverence.Connectivity;
using Connectors.Transport.Soap;

namespace Connectors.Soap;

/// <summary>The methods of a WSDL under all names callers may use: without a class, by service, by port.</summary>
internal sealed class SoapMethods
{
    private readonly Dictionary<string, Dictionary<string, SoapMethod>> classes = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ConnectorMethodInfo> list = [];
    private readonly Dictionary<string, HashSet<string>> ambiguous = new(StringComparer.OrdinalIgnoreCase);
    private readonly SoapRules rules;

    public SoapMethods(WsdlDocument document, SoapRules rules)
    {
        this.rules = rules;
        Document = document;
        Ports = [.. document.Ports.Where(port => Is(rules.Service, port.Service) && Is(rules.Port, port.Name))];
        foreach (var offered in Ports.GroupBy(port => port.PortType)) AddClass("", Preferred(offered));
        foreach (var service in Ports.GroupBy(port => port.Service)) AddClass(service.Key, service.GroupBy(port => port.PortType).SelectMany(Preferred));
        DropAmbiguous();
        // A port cannot take the name of a service: a call would go now here, now there as the WSDL grows.
        foreach (var port in Ports.Where(port => !classes.ContainsKey(port.Name))) AddClass(port.Name, [port]);
        foreach (var (name, methods) in classes) list.AddRange(methods.Values.Where(method => method.Info.ClassName == name).DistinctBy(method => method.Info.MethodName).Select(method => method.Info));
    }

    public WsdlDocument Document { get; }

    /// <summary>The ports the settings leave.</summary>
    public IReadOnlyList<WsdlPort> Ports { get; }

    public IReadOnlyList<ConnectorMethodInfo> List => list;

    /// <summary>Finds a method; a name with dots may have lost its first part to the class.</summary>
    public SoapMethod? Find(string className, string name)
    {
        if (classes.TryGetValue(className, out var methods) && methods.TryGetValue(name, out var method)) return method;
        if (className.Length > 0) return classes.TryGetValue("", out methods) && methods.TryGetValue($"{className}.{name}", out method) ? method : null;
        var dot = name.LastIndexOf('.');
        return dot > 0 && classes.TryGetValue(name[..dot], out methods) && methods.TryGetValue(name[(dot + 1)..], out method) ? method : null;
    }

    /// <summary>Whether a name means several operations of a class, so that another class is needed.</summary>
    public bool IsAmbiguous(string className, string name) => ambiguous.TryGetValue(className, out var names) && names.Contains(name);

    private IEnumerable<WsdlPort> Preferred(IEnumerable<WsdlPort> ports)
    {
        var all = ports.ToList();
        var wanted = rules.Version ?? (all.Exists(port => port.Version == SoapVersion.Soap11) ? SoapVersion.Soap11 : SoapVersion.Soap12);
        return [all.Find(port => port.Version == wanted) ?? all[0]];
    }

    private void AddClass(string name, IEnumerable<WsdlPort> ports)
    {
        if (!classes.TryGetValue(name, out var methods)) classes.Add(name, methods = new(StringComparer.OrdinalIgnoreCase));
        foreach (var port in ports)
        {
            foreach (var operation in port.Operations)
            {
                var method = Make(name, port, operation);
                foreach (var alias in method.Info.Aliases.Prepend(operation.Name))
                {
                    if (!methods.TryAdd(alias, method) && methods[alias].Port.PortType != port.PortType) Ambiguous(name).Add(alias);
                }
            }
        }
    }

    private HashSet<string> Ambiguous(string className)
    {
        if (!ambiguous.TryGetValue(className, out var names)) ambiguous.Add(className, names = new(StringComparer.OrdinalIgnoreCase));
        return names;
    }

    // Without a class nobody could tell which of two services is meant, nor within one which of two port types.
    private void DropAmbiguous()
    {
        foreach (var (className, names) in ambiguous)
        {
            foreach (var name in names) classes[className].Remove(name);
        }
    }

    private SoapMethod Make(string className, WsdlPort port, WsdlOperation operation)
    {
        var rule = rules.RuleOf(port, operation.Name);
        var headers = rules.Headers(port.Version).Where(header => header.IsFor(operation.Name)).ToList();
        var places = headers.SelectMany(header => header.Places).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var own = places.Where(place => operation.Parameters.All(parameter => !parameter.Name.Equals(place, StringComparison.OrdinalIgnoreCase))).ToList();
        var address = EndpointOf(port);
        var info = new ConnectorMethodInfo(className, operation.Name)
        {
            Aliases = rule?.Aliases ?? [],
            Parameters = [.. operation.Parameters, .. own.Select(place => new ConnectorParameterInfo(place, ValueKind.String) { Optional = true, Description = "For a SOAP header." })],
            Safety = rule?.Safety ?? MethodSafety.Unsafe,
            TimeLimit = rule?.TimeLimit,
            ResultKind = rule?.Result.Count > 0 ? null : operation.ResultKind,
            Target = address.Authority,
            Description = rule?.Description ?? operation.Description,
        };
        return new SoapMethod(info, port, operation) { Address = address.AbsoluteUri, Rule = rule, Headers = headers, HeaderArguments = own };
    }

    // The address in a WSDL may be that of a machine behind a proxy: scheme, host and port are those of the settings.
    private Uri EndpointOf(WsdlPort port)
    {
        var own = rules.Transport.BaseAddress;
        if (port.Address is null) return own;
        if (rules.UseAddressOfWsdl) return port.Address;
        return own.AbsolutePath is "" or "/" ? new Uri(own.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) + port.Address.PathAndQuery) : own;
    }

    private static bool Is(string wanted, string name) => wanted.Length == 0 || string.Equals(wanted, name, StringComparison.OrdinalIgnoreCase);
}
