using Cleverence.Connectivity;
using Connectors.Transport.Soap;

namespace Connectors.Soap;

/// <summary>The methods of a WSDL under all names callers may use: without a class, by service, by port.</summary>
internal sealed class SoapMethods
{
    private readonly Dictionary<string, Dictionary<string, SoapMethod>> classes = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ConnectorMethodInfo> list = [];
    private readonly SoapRules rules;

    public SoapMethods(WsdlDocument document, SoapRules rules)
    {
        this.rules = rules;
        Document = document;
        Ports = [.. document.Ports.Where(port => Is(rules.Service, port.Service) && Is(rules.Port, port.Name))];
        foreach (var offered in Ports.GroupBy(port => port.PortType)) AddClass("", Preferred(offered));
        DropAmbiguous();
        foreach (var service in Ports.GroupBy(port => port.Service)) AddClass(service.Key, service.GroupBy(port => port.PortType).SelectMany(Preferred));
        foreach (var port in Ports.Where(port => !classes.ContainsKey(port.Name))) AddClass(port.Name, [port]);
        foreach (var (name, methods) in classes) list.AddRange(methods.Values.Where(method => method.Info.ClassName == name).DistinctBy(method => method.Info.MethodName).Select(method => method.Info));
    }

    public WsdlDocument Document { get; }

    /// <summary>The ports the settings leave.</summary>
    public IReadOnlyList<WsdlPort> Ports { get; }

    public IReadOnlyList<ConnectorMethodInfo> List => list;

    private readonly HashSet<string> ambiguous = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds a method; a name with dots may have lost its first part to the class.</summary>
    public SoapMethod? Find(string className, string name)
    {
        if (classes.TryGetValue(className, out var methods) && methods.TryGetValue(name, out var method)) return method;
        if (className.Length > 0) return classes.TryGetValue("", out methods) && methods.TryGetValue($"{className}.{name}", out method) ? method : null;
        var dot = name.LastIndexOf('.');
        return dot > 0 && classes.TryGetValue(name[..dot], out methods) && methods.TryGetValue(name[(dot + 1)..], out method) ? method : null;
    }

    /// <summary>Whether a name means several operations, so that a class is needed.</summary>
    public bool IsAmbiguous(string name) => ambiguous.Contains(name);

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
                    if (!methods.TryAdd(alias, method) && name.Length == 0 && methods[alias].Port.PortType != port.PortType) ambiguous.Add(alias);
                }
            }
        }
    }

    // Without a class nobody could tell which of two services is meant.
    private void DropAmbiguous()
    {
        if (!classes.TryGetValue("", out var methods)) return;
        foreach (var name in ambiguous) methods.Remove(name);
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
        return own.AbsolutePath is "" or "/" ? new Uri(own, port.Address.PathAndQuery) : own;
    }

    private static bool Is(string wanted, string name) => wanted.Length == 0 || string.Equals(wanted, name, StringComparison.OrdinalIgnoreCase);
}
