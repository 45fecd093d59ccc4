using Cleverence.Connectivity;
using Connectors.OneC.OData;

namespace Connectors.OneC;

/// <summary>The methods of the standard OData interface: those of the class OData and the named ones of the settings.</summary>
internal sealed class OneCODataMethods
{
    public OneCODataMethods(ODataOptions options, OneCTransport transport, TimeProvider time)
    {
        var zone = new OneCZone(transport.Options.Zone);
        var client = new ODataClient(transport, options.Root);
        var catalog = new ODataCatalog(client, options.MetadataAge, time);
        var reader = new ODataReader(client, catalog, options, zone);
        var writer = new ODataWriter(client, catalog, options, zone);
        Methods =
        [
            .. options.Methods.Select(method => new OneCMethod(method.Info, new ODataRunner(method, reader, writer, zone, time).RunAsync)),
            .. options.IsOffered ? General(new ODataMethods(reader, writer, catalog, time), transport.Target) : [],
        ];
        Check = new ODataCheck(catalog, client, options);
    }

    /// <summary>What callers may call; empty when the interface is not used.</summary>
    public IReadOnlyList<OneCMethod> Methods { get; }

    /// <summary>Looks whether the base publishes what the settings name.</summary>
    public ODataCheck Check { get; }

    private static IEnumerable<OneCMethod> General(ODataMethods methods, string target) => methods.Methods.Select(info => new OneCMethod(info with { Target = target }, async (call, cancellationToken) =>
    {
        Refuse(call.Args, info);
        var result = await methods.InvokeAsync(call.Args, cancellationToken).ConfigureAwait(false);
        return result.IsOk ? result.Value : throw new ConnectorException(result.Error);
    }));

    // The methods take the call beside its arguments, and then nobody else looks for names they do not have.
    private static void Refuse(Cleverence.Warehouse.InvokeArgs args, ConnectorMethodInfo info)
    {
        var unknown = args.Parameters
            .Where((argument, at) => argument.Name.Length == 0 ? at >= info.Parameters.Count : !info.Parameters.Any(parameter => Answers(parameter, argument.Name)))
            .Select(argument => argument.Name.Length == 0 ? "an argument too many: unknown" : $"{argument.Name}: unknown")
            .ToList();
        if (unknown.Count > 0) throw ArgumentErrors.Invalid(info.FullName, unknown, [.. info.Parameters.Select(parameter => parameter.Name)]);
    }

    private static bool Answers(ConnectorParameterInfo parameter, string name) =>
        parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || parameter.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);
}
