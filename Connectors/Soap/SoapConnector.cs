using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Transport;
using Connectors.Transport.Soap;
using Microsoft.Extensions.Logging;

namespace Connectors.Soap;

/// <summary>Calls a SOAP service by its WSDL: a class is a service or a port, a method is an operation.</summary>
[Connector("Soap", Settings = typeof(SoapSettings))]
public sealed class SoapConnector : IAsyncConnector, IConnectorMethods, IConnectorCheck, IDisposable
{
    private readonly SoapRules rules;
    private readonly RestTransport transport;
    private readonly SoapClientOptions clientOptions;
    private readonly WsdlKeeper? keeper;
    private readonly SoapMethods? fixedMethods;

    /// <summary>Makes the connector of its settings. A WSDL in a file is read at once, one at an address with the first call.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="logger">The log of exchanges.</param>
    /// <param name="timeProvider">The clock of limits.</param>
    /// <exception cref="ConnectorSettingsException">The settings cannot be used; every problem is listed.</exception>
    public SoapConnector(SoapSettings settings, ILogger<SoapConnector>? logger = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var problems = new SettingsProblems();
        rules = SoapSettingsReader.Read(settings, problems);
        fixedMethods = rules.WsdlFile is { } file ? ReadFile(file, problems) : null;
        problems.ThrowIfAny();
        transport = new RestTransport(rules.Transport, logger, timeProvider);
        keeper = fixedMethods is null ? new WsdlKeeper(transport, rules, timeProvider ?? TimeProvider.System) : null;
        clientOptions = new SoapClientOptions { EmptyDateIsNull = rules.EmptyDateIsNull, SortFault = rules.SortFault };
        Methods = fixedMethods?.List ?? Unlisted();
    }

    /// <inheritdoc/>
    public IReadOnlyList<ConnectorMethodInfo> Methods { get; }

    /// <inheritdoc/>
    public async ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(args);
        var methods = fixedMethods ?? await LoadedAsync(cancellationToken).ConfigureAwait(false);
        var method = methods.Find(args.ClassName, args.MethodName) ?? throw MethodErrors.NotFound(args.ConnectorId, args.ClassName, args.MethodName, methods.List);
        var client = new SoapClient(transport, methods.Document, clientOptions);
        var result = await client.CallAsync(method.Call(args), cancellationToken).ConfigureAwait(false);
        return InvokeResult.Ok(method.Selected(result, method.Info.Safety == MethodSafety.Safe));
    }

    /// <inheritdoc/>
    public ValueTask<ConnectorCheckReport> CheckAsync(CancellationToken cancellationToken) => new SoapCheck(transport, rules, fixedMethods, keeper).RunAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        keeper?.Dispose();
        transport.Dispose();
    }

    private async ValueTask<SoapMethods> LoadedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await keeper!.GetAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (WsdlException broken)
        {
            var problem = broken.Problem;
            throw new ConnectorException(new ConnectorError(ConnectorErrorCode.Unavailable, $"{problem.Message} {problem.NextStep}")
            {
                MessageRu = $"{problem.MessageRu} {problem.NextStepRu}",
                Reason = problem.Code,
                Target = transport.Target,
                Detail = problem.Detail,
            }, broken);
        }
    }

    private SoapMethods? ReadFile(string file, SettingsProblems problems)
    {
        try
        {
            var load = WsdlDocument.LoadAsync(new WsdlFileSource(file), CancellationToken.None);
            // Files are read at once: nothing is waited for here.
            var methods = new SoapMethods(load.AsTask().GetAwaiter().GetResult(), rules);
            foreach (var problem in SoapProblems.Of(methods, rules)) problems.Add(problem);
            return methods;
        }
        catch (WsdlException broken)
        {
            problems.Add(broken.Problem);
            return null;
        }
    }

    // Names that a WSDL at an address will bring are not known yet; those of the settings carry their safety and limits.
    private List<ConnectorMethodInfo> Unlisted() =>
    [
        .. rules.Operations.Select(rule => new ConnectorMethodInfo(rule.Class, rule.Operation) { Aliases = rule.Aliases, Safety = rule.Safety, TimeLimit = rule.TimeLimit, Description = rule.Description, Parameters = [new ConnectorParameterInfo(ConnectorMethodInfo.AnyName, null) { Optional = true }], Target = rules.UseAddressOfWsdl ? null : transport.Target }),
        new ConnectorMethodInfo(ConnectorMethodInfo.AnyName, ConnectorMethodInfo.AnyName),
    ];
}
