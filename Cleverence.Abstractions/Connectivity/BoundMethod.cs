using System.Reflection;
using System.Runtime.ExceptionServices;
using Cleverence.Warehouse;

namespace Cleverence.Connectivity;

/// <summary>One marked method: binds the arguments of a call, calls it, awaits it and shapes its result.</summary>
internal sealed class BoundMethod
{
    private readonly MethodInvoker invoker;
    private readonly ParameterSlot[] slots;
    private readonly int arguments;
    private readonly bool takesArgs;
    private readonly Func<object?, ValueTask<object?>> awaiting;
    private readonly ValueShaper shaper;

    public BoundMethod(MethodInfo method, ConnectorMethodInfo info, ValueShaper shaper)
    {
        Info = info;
        this.shaper = shaper;
        invoker = MethodInvoker.Create(method);
        awaiting = Awaiting.For(method.ReturnType);
        slots = [.. method.GetParameters().Select(parameter => new ParameterSlot(parameter))];
        arguments = slots.Count(slot => slot.IsArgument);
        takesArgs = Array.Exists(slots, slot => slot.TakesArgs);
    }

    public ConnectorMethodInfo Info { get; }

    public ValueTask<InvokeResult> InvokeAsync(object connector, InvokeArgs args, CancellationToken cancellationToken)
    {
        var values = Bind(args, cancellationToken);
        object? returned;
        try
        {
            returned = invoker.Invoke(connector, values.AsSpan());
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }

        var result = awaiting(returned);
        return result.IsCompletedSuccessfully ? new(Shaped(result.Result)) : AwaitAsync(result);
    }

    private async ValueTask<InvokeResult> AwaitAsync(ValueTask<object?> result) => Shaped(await result.ConfigureAwait(false));

    private InvokeResult Shaped(object? value) => value as InvokeResult ?? InvokeResult.Ok(shaper.Shape(value));

    private object?[] Bind(InvokeArgs args, CancellationToken cancellationToken)
    {
        var values = new object?[slots.Length];
        List<string>? offenders = null;
        var used = 0;
        var position = 0;
        for (var i = 0; i < slots.Length; i++)
        {
            var slot = slots[i];
            if (!slot.IsArgument)
            {
                values[i] = slot.TakesArgs ? args : slot.TakesFeedback ? args.Feedback : cancellationToken;
                continue;
            }

            var given = slot.Find(args, position++, ref used, ref offenders);
            if (given is { } argument)
            {
                if (!ConnectorValues.TryConvert(argument.Value, slot.Type, out values[i])) (offenders ??= []).Add(ArgumentErrors.WrongType(slot.Name, argument.Value, slot.Type));
            }
            else if (slot.Optional)
            {
                values[i] = slot.Default;
            }
            else
            {
                (offenders ??= []).Add($"{slot.Name}: missing");
            }
        }

        if (used < args.Count && !takesArgs) AddUnknown(args, ref offenders);
        return offenders is null ? values : throw ArgumentErrors.Invalid(Info.FullName, offenders, [.. Info.Parameters.Select(parameter => parameter.Name)]);
    }

    private void AddUnknown(InvokeArgs args, ref List<string>? offenders)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var name = args.Parameters[i].Name;
            if (name.Length == 0 ? i < arguments : Array.Exists(slots, slot => slot.Answers(name))) continue;
            (offenders ??= []).Add(name.Length == 0 ? $"argument {i + 1}: unknown" : $"{name}: unknown");
        }
    }
}
