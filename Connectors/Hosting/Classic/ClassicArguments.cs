using Cleverence.Connectivity.Classic;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>Lays out the arguments of a call as classic connectors expect them.</summary>
internal static class ClassicArguments
{
    /// <summary>One <see cref="InvokeArgs"/> for a handheld, plain values for an event, nothing for a job.</summary>
    public static object?[] Of(InvokeArgs args, Action<string> missed) => args.Caller.Origin switch
    {
        CallOrigin.Job => [],
        CallOrigin.Event => Values(args),
        // Only a handheld always passes one object; a test call or another connector may play an event.
        not CallOrigin.Device when args.Count > 0 && args.Parameters.All(parameter => parameter.Name.Length == 0) => Values(args),
        _ => [Converted(args, missed)],
    };

    private static object?[] Values(InvokeArgs args) => [.. args.Parameters.Select(parameter => ClassicValues.ToClassic(parameter.Value))];

    private static InvokeArgs Converted(InvokeArgs args, Action<string> missed) =>
        new(args.ConnectorId, args.ClassName, args.MethodName, [.. args.Parameters.Select(parameter => parameter with { Value = ClassicValues.ToClassic(parameter.Value) })])
        {
            RequestId = args.RequestId, CorrelationId = args.CorrelationId, Deadline = args.Deadline, Caller = args.Caller, Missed = missed,
        };
}
