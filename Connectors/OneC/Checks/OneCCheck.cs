using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.OneC.OData;
using Connectors.Transport.Soap;

namespace Connectors.OneC;

/// <summary>Tries the base without changing anything in it: publication, credentials, each service in use, sessions; and shows its clock.</summary>
internal sealed class OneCCheck(OneCPlan plan, OneCTransport transport, OneCMethods methods, TimeProvider time)
{
    /// <summary>The limit of one step.</summary>
    private static readonly TimeSpan StepLimit = TimeSpan.FromSeconds(7);

    private readonly List<ConnectorProblem> problems = [];
    private readonly List<string> answered = [];
    private readonly List<ConnectorMethodInfo> found = [];

    public async ValueTask<ConnectorCheckReport> RunAsync(CancellationToken cancellationToken)
    {
        problems.AddRange(plan.Warnings);
        var reached = true;
        foreach (var step in Steps().TakeWhile(_ => reached))
        {
            // Where the host itself does not answer, the other services say the same at length.
            reached = await TryAsync(step, cancellationToken).ConfigureAwait(false) || problems[^1].Field is "httpServices" or "soap.services" or "exchange.root";
        }

        if (reached && methods.ODataCheck is { IsUsed: true } odata) await LookAtODataAsync(odata, cancellationToken).ConfigureAwait(false);
        var local = new OneCZone(plan.Options.Zone).ToLocal(time.GetUtcNow());
        answered.Add(FormattableString.Invariant($"clock of the base by serverTimeZone: {local:yyyy-MM-dd HH:mm}"));
        return new ConnectorCheckReport([.. problems]) { Target = transport.Target, Answered = string.Join("; ", answered), Methods = found.Count == 0 ? null : found };
    }

    private IEnumerable<OneCCheckStep> Steps()
    {
        var options = plan.Options;
        var http = plan.Declared.Any(method => method.Transport == OneCTransportKind.Http) || (plan.Transport == OneCTransportKind.Http && (plan.Settings.AnyFunction || plan.Settings.Function.Enabled));
        if (http) yield return new("httpServices", $"the HTTP service {options.ServicePath}", OneCAddress.Below(options.ServicePath, "version"), $"<service rootUrl=\"{options.ServicePath[3..]}\" enable=\"true\"/> in httpServices") { Body = true };
        if (http && options.Sessions == OneCSessionMode.Explicit) yield return new("sessionMode", "sessions", OneCAddress.Below(options.ServicePath, "version"), "reuseSessions=\"use\" of the service") { Session = true };
        foreach (var service in methods.Services) yield return new("soap.services", $"the web service {service.Options.Name}", $"{service.Options.Path}?wsdl", $"<point name=\"{service.Options.Name}\" enable=\"true\"/> in ws") { Service = service };
        if (plan.Exchange is { } exchange) yield return new("exchange.root", $"the exchange service {exchange.Root}", OneCAddress.Below($"hs/{exchange.Root}", "version"), "publishExtensionsByDefault=\"true\" or a service element in httpServices") { Body = true, OwnSessions = true };
    }

    private async Task LookAtODataAsync(ODataCheck odata, CancellationToken cancellationToken)
    {
        try
        {
            var wrong = await odata.RunAsync(cancellationToken).ConfigureAwait(false);
            problems.AddRange(wrong);
            if (wrong.Count == 0) answered.Add("OData");
        }
        catch (Exception defect) when (defect is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            problems.Add(OneCCheckProblems.Broken(defect, new OneCCheckStep("odata", "OData", plan.OData.Root, "standardOdata enable=\"true\"")));
        }
    }

    private async Task<bool> TryAsync(OneCCheckStep step, CancellationToken cancellationToken)
    {
        try
        {
            if (step.Service is { } service) await DescribeAsync(service, cancellationToken).ConfigureAwait(false);
            else if (step.Session) await SessionAsync(step, cancellationToken).ConfigureAwait(false);
            else await AskAsync(step, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConnectorException failure)
        {
            problems.Add(OneCCheckProblems.Of(failure.Error, step));
            return false;
        }
        catch (Exception defect) when (defect is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // One step that breaks must not take the findings of the others with it.
            problems.Add(OneCCheckProblems.Broken(defect, step));
            return false;
        }
    }

    private async Task AskAsync(OneCCheckStep step, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(new OneCRequest("GET", step.Address) { Timeout = StepLimit, OwnSessions = step.OwnSessions }, cancellationToken).ConfigureAwait(false);
        answered.Add(step.Body ? $"{step.What}, version {OneCWords.Beginning(answer.Text)}" : step.What);
    }

    private async Task SessionAsync(OneCCheckStep step, CancellationToken cancellationToken)
    {
        if (await transport.TryStartSessionAsync(step.Address, StepLimit, cancellationToken).ConfigureAwait(false)) answered.Add("explicit sessions");
        else problems.Add(OneCCheckProblems.NoExplicitSessions());
    }

    // The description comes from the web server's memory; Ping shows that the code behind it runs.
    private async Task<bool> PingAsync(OneCWebService service, WsdlPort port, CancellationToken cancellationToken)
    {
        if (!port.Operations.Any(operation => operation is { Name: "Ping", Parameters.Count: 0 })) return false;
        var call = new OneCCall(new InvokeArgs("", service.Options.Class, "Ping"), time);
        await service.CallAsync(call, new OneCSoapCall("Ping", [], MethodSafety.Safe) { Limit = StepLimit }, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task DescribeAsync(OneCWebService service, CancellationToken cancellationToken)
    {
        var document = await service.Wsdl.RefreshAsync(cancellationToken).ConfigureAwait(false);
        var port = service.PortOf(document);
        problems.AddRange(document.Warnings);
        found.AddRange(port.Operations.Select(operation => new ConnectorMethodInfo(service.Options.Class, operation.Name) { Parameters = operation.Parameters, ResultKind = operation.ResultKind, Description = operation.Description }));
        answered.Add($"web service {service.Options.Name}, {port.Operations.Count} operations{(await PingAsync(service, port, cancellationToken).ConfigureAwait(false) ? ", Ping" : "")}");
        foreach (var method in plan.Declared.Where(method => method.Transport == OneCTransportKind.Soap && method.NameInOneC.StartsWith(service.Options.Name + ".", StringComparison.Ordinal)))
        {
            var operation = method.NameInOneC[(service.Options.Name.Length + 1)..];
            if (port.Operations.All(known => !known.Name.Equals(operation, StringComparison.OrdinalIgnoreCase))) problems.Add(OneCCheckProblems.NoOperation(method, service.Options.Name, operation));
        }
    }
}
