using Microsoft.Extensions.Logging;

namespace Connectors.Hosting;

/// <summary>Builds instances on threads of their own with a limit: constructors and <c>Initialize</c> are foreign code and may hang.</summary>
internal sealed class ConnectorBuilder(TimeSpan limit, TimeProvider time, ILogger<ConnectorBuilder> log)
{
    /// <summary>Runs the build; the hold stays with the instance, and is let go when there is none.</summary>
    public async Task<BuildResult> BuildAsync(string id, Func<ConnectorInstance> build, GenerationHold? hold)
    {
        try
        {
            var instance = await ForeignThread.RunAsync(
                $"building {id}", build, limit, time, late => _ = RetireAsync(id, new BuiltConnector(late, hold)), () => hold?.Dispose()).ConfigureAwait(false);
            return new(new BuiltConnector(instance, hold), null);
        }
        catch (TooSlowException)
        {
            var slow = BuildErrors.TooSlow(id, limit).Error;
            log.LogError("{Error}", slow.Message);
            return new(null, slow);
        }
        catch (Exception failure)
        {
            hold?.Dispose();
            var fault = BuildErrors.FaultOf(id, failure);
            log.LogError(failure, "Connector '{Id}' could not be started: {Reason}", id, fault.Message);
            return new(null, fault);
        }
    }

    /// <summary>Lets an instance end its running calls, disposes it and lets its plugin go.</summary>
    public async Task RetireAsync(string id, BuiltConnector built)
    {
        try
        {
            await built.Instance.RetireAsync().ConfigureAwait(false);
            var failure = await DisposeAsync(id, built).ConfigureAwait(false);
            if (failure is not null) log.LogWarning(failure, "Connector '{Id}' failed while it was disposed.", id);
        }
        finally
        {
            built.Hold?.Dispose();
        }
    }

    private static async Task<Exception?> DisposeAsync(string id, BuiltConnector built)
    {
        var disposing = await ForeignThread.RunAsync(
            $"disposing {id}", () => built.Instance.DisposeConnectorAsync().AsTask(), Timeout.InfiniteTimeSpan, TimeProvider.System).ConfigureAwait(false);
        return await disposing.ConfigureAwait(false);
    }
}
