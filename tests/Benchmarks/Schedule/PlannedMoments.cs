using System.Reflection;
using ServerJobs;

namespace Benchmarks.Schedule;

/// <summary>Looks over the store's shoulder: which moment each run was planned for. What it costs counts as ours.</summary>
#pragma warning disable CA1852 // A proxy class must be open to be derived from at run time.
internal class PlannedMoments : DispatchProxy
#pragma warning restore CA1852
{
    private IJobStore store = null!;
    private OurSchedule.TickConnector connector = null!;

    public static IJobStore Over(IJobStore store, OurSchedule.TickConnector connector)
    {
        var proxy = Create<IJobStore, PlannedMoments>();
        ((PlannedMoments)(object)proxy).store = store;
        ((PlannedMoments)(object)proxy).connector = connector;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (args is [JobRun { Outcome: null, PlannedAt: { } planned, CorrelationId: { } correlation }, ..]) connector.Planned[correlation] = planned;
        return targetMethod!.Invoke(store, args);
    }
}
