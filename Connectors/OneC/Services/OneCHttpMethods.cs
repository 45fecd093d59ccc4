using Cleverence.Connectivity;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC;

/// <summary>Methods that go over our HTTP service.</summary>
internal sealed class OneCHttpMethods(OneCService service, OneCValues values, OneCWriter writer, OneCPlan plan)
{
    private readonly OneCFunction function = new(plan.Settings.Function.Name, writer);

    /// <summary>A method of the settings.</summary>
    public OneCMethod Declared(OneCDeclared method)
    {
        var binding = new OneCBinding(method.Info.FullName, method.Parameters, writer);
        return new OneCMethod(method.Info, async (call, cancellationToken) =>
        {
            var args = binding.Json(call.Args);
            var (sent, type) = method.Through is null ? (args, method.ResultType) : OneCFunction.OfDeclared(method, args);
            var asked = new OneCServiceCall(method.Through ?? method.NameInOneC, sent, method.Info.Safety) { Limit = method.Long ? null : method.Limit };
            var answer = await service.CallAsync(call, asked, cancellationToken).ConfigureAwait(false);
            return OneCDone.After(asked.Safety, () => values.FromJson(answer, type));
        });
    }

    /// <summary>The function that calls others by name, and any function nobody declared.</summary>
    public IEnumerable<OneCMethod> Functions()
    {
        var name = plan.Settings.Function.Name;
        if (plan.Settings.Function.Enabled)
        {
            var info = Info(name, "Calls a function of 1C by its name.") with { Parameters = [.. OneCFunction.OwnParameters.Select(parameter => parameter.Info)] };
            yield return new OneCMethod(info, (call, cancellationToken) => CallAsync(call, function.OfOwn(call), cancellationToken));
        }

        if (plan.Settings.AnyFunction)
        {
            yield return new OneCMethod(Info(ConnectorMethodInfo.AnyName, $"Any function of 1C, called through {name}."), (call, cancellationToken) => CallAsync(call, function.OfAny(call), cancellationToken));
        }
    }

    private async Task<object?> CallAsync(OneCCall call, (JObject Args, OneCType Type) asked, CancellationToken cancellationToken)
    {
        var answer = await service.CallAsync(call, new OneCServiceCall(plan.Settings.Function.Name, asked.Args, plan.FunctionSafety), cancellationToken).ConfigureAwait(false);
        return OneCDone.After(plan.FunctionSafety, () => values.FromJson(answer, asked.Type));
    }

    private ConnectorMethodInfo Info(string name, string description) => new("", name)
    {
        Description = description,
        Safety = plan.FunctionSafety,
        TimeLimit = plan.Options.Http.Timeout + OneCOptions.Grace,
        Target = plan.Options.Http.BaseAddress.Authority,
    };
}
