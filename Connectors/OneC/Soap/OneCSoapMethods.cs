using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.OneC;

/// <summary>Methods that go over web services: those of the settings, functions by name, and every operation under the class of its service.</summary>
internal sealed class OneCSoapMethods
{
    private readonly OneCPlan plan;
    private readonly OneCWriter writer;
    private readonly OneCSoapValues values;
    private readonly OneCFunction function;

    public OneCSoapMethods(OneCPlan plan, OneCTransport transport, OneCWriter writer, TimeProvider time)
    {
        this.plan = plan;
        this.writer = writer;
        values = new OneCSoapValues(new OneCZone(plan.Options.Zone));
        function = new OneCFunction(plan.Settings.Function.Name, writer);
        Services = [.. plan.Services.Select(service => new OneCWebService(service, transport, values, time))];
    }

    public IReadOnlyList<OneCWebService> Services { get; }

    /// <summary>A method of the settings.</summary>
    public OneCMethod Declared(OneCDeclared method)
    {
        var binding = new OneCBinding(method.Info.FullName, method.Parameters, writer);
        var (service, operation) = Find(method.Through ?? method.NameInOneC);
        return new OneCMethod(method.Info, async (call, cancellationToken) =>
        {
            var given = binding.Values(call.Args);
            var type = method.ResultType;
            var args = given.Select(pair => new InvokeArg(pair.Parameter.NameInOneC, values.Write(pair.Value, pair.Parameter.Type))).ToList();
            if (method.Through is not null)
            {
                var hint = args.Find(arg => arg.Name == OneCFunctionNames.ResultType).Value as string;
                if (OneCFunctionNames.TypeOf(hint) is var wanted && wanted != OneCType.Any) type = wanted;
                args = OneCFunction.Formal(method.NameInOneC, args);
            }

            var asked = new OneCSoapCall(operation, args, method.Info.Safety) { Limit = method.Limit, ErrorInReturn = method.ErrorInReturn };
            var answer = await service.CallAsync(call, asked, cancellationToken).ConfigureAwait(false);
            return OneCDone.After(asked.Safety, () => OneCResults.Shape(answer, type));
        });
    }

    /// <summary>The function that calls others by name, and any function nobody declared.</summary>
    public IEnumerable<OneCMethod> Functions()
    {
        if (!plan.Settings.Function.Enabled && !plan.Settings.AnyFunction) yield break;
        var (service, operation) = Find(plan.Settings.Function.Name);
        if (plan.Settings.Function.Enabled)
        {
            var info = Info("", operation, "Calls a function of 1C by its name.") with { Parameters = [.. OneCFunction.OwnParameters.Select(parameter => parameter.Info)] };
            yield return new OneCMethod(info, (call, token) => CallAsync(service, operation, call, function.OwnValues(call), token));
        }

        if (plan.Settings.AnyFunction)
        {
            yield return new OneCMethod(Info("", ConnectorMethodInfo.AnyName, $"Any function of 1C, called through {operation}."), (call, token) => CallAsync(service, operation, call, function.AnyValues(call), token));
        }
    }

    /// <summary>Every operation of every service, under its class.</summary>
    public IEnumerable<OneCMethod> Dynamic() => Services.Select(service => new OneCMethod(
        new ConnectorMethodInfo(service.Options.Class, ConnectorMethodInfo.AnyName) { Description = $"Any operation of the web service {service.Options.Name}.", Target = plan.Options.Http.BaseAddress.Authority, TimeLimit = plan.Options.Http.Timeout + OneCOptions.Grace },
        (call, token) => service.CallAsync(call, new OneCSoapCall(call.Args.MethodName, call.Args.Parameters, MethodSafety.Unsafe), token)));

    private async Task<object?> CallAsync(OneCWebService service, string operation, OneCCall call, (List<InvokeArg> Args, OneCType Type) asked, CancellationToken cancellationToken)
    {
        var answer = await service.CallAsync(call, new OneCSoapCall(operation, asked.Args, plan.FunctionSafety), cancellationToken).ConfigureAwait(false);
        return OneCDone.After(plan.FunctionSafety, () => OneCResults.Shape(answer, asked.Type));
    }

    // The settings were checked by the same reading of the name.
    private (OneCWebService Service, string Operation) Find(string name) =>
        OneCOperationName.Read(name) is var (service, operation) && Services.FirstOrDefault(known => known.Options.Name == service) is { } found
            ? (found, operation)
            : throw new InvalidOperationException($"'{name}' names no operation of a web service.");

    private ConnectorMethodInfo Info(string className, string name, string description) => new(className, name)
    {
        Description = description,
        Safety = plan.FunctionSafety,
        TimeLimit = plan.Options.Http.Timeout + OneCOptions.Grace,
        Target = plan.Options.Http.BaseAddress.Authority,
    };
}
