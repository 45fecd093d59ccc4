using Cleverence.Warehouse;

namespace TsdClient;

/// <summary>Runs actions one after another, as their directions lead.</summary>
internal sealed class ActionRunner(IReadOnlyList<InvokeMethodAction> actions, TsdSession session, ServerClient server, Terminal terminal, TimeSpan? firstPoll = null)
{
    // Directions may form a circle that asks nobody; a handheld would spin until its battery is empty.
    private const int LongestRun = 1_000;
    private readonly StrangeNotices strange = new(TimeProvider.System);
    private IdleNotices? idle;

    public async Task<RunOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var history = new Stack<int>();
        var outcome = RunOutcome.Succeeded;
        var at = 0;
        for (var steps = 0; steps < LongestRun; steps++)
        {
            var action = actions[at];
            if (!await AskScanAsync(action, cancellationToken).ConfigureAwait(false)) return outcome == RunOutcome.Succeeded ? RunOutcome.Cancelled : outcome;
            var result = await CallAsync(action, cancellationToken).ConfigureAwait(false);
            outcome = result.Kind;
            var step = Directions.Follow(DirectionOf(action, outcome), at, history, actions);
            if (step.Action is not { } next) return step.Cancelled && outcome == RunOutcome.Succeeded ? RunOutcome.Cancelled : outcome;
            if (!step.IsBack) history.Push(at);
            at = next;
        }

        throw new TsdMistakeException($"The directions led through {LongestRun} actions without an end. Look for a circle.");
    }

    private static string DirectionOf(InvokeMethodAction action, RunOutcome outcome) => outcome switch
    {
        RunOutcome.Succeeded => action.NextDirection,
        RunOutcome.TimedOut => action.TimeoutDirection,
        _ => action.ErrorDirection,
    };

    private async Task<bool> AskScanAsync(InvokeMethodAction action, CancellationToken cancellationToken)
    {
        if (!action.Parameters.Any(parameter => TsdSession.Mentions(parameter.Value, "scan"))) return true;
        var code = terminal.Waits ? await WaitForScanAsync(TitleOf(action), cancellationToken).ConfigureAwait(false) : terminal.AskScan(TitleOf(action));
        if (string.IsNullOrWhiteSpace(code)) return false;
        session["scan"] = code.Trim();
        return true;
    }

    // The server may have something for the person who stands idle.
    private async Task<string?> WaitForScanAsync(string title, CancellationToken cancellationToken)
    {
        using var asked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        idle ??= new IdleNotices(server, session, terminal, strange, firstPoll);
        var watching = idle.ShowAsync(title, asked.Token);
        try
        {
            return await Task.Run(() => terminal.AskScan(title), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            await asked.CancelAsync().ConfigureAwait(false);
            await watching.ConfigureAwait(false);
        }
    }

    private async Task<CallOutcome> CallAsync(InvokeMethodAction action, CancellationToken cancellationToken)
    {
        var args = Pack(action);
        terminal.Tell($"{args.ConnectorId}:{(args.ClassName.Length == 0 ? "" : $"{args.ClassName}.")}{args.MethodName} {args.RequestId}");
        var outcome = await server.InvokeAsync(action, args, session, cancellationToken).ConfigureAwait(false);
        if (outcome.OperationId is { } operation)
        {
            terminal.Tell($"operation {operation}");
            outcome = await new OperationFollower(server, session, terminal, firstPoll, strange).FollowAsync(TitleOf(action), operation, args.RequestId!, cancellationToken).ConfigureAwait(false);
        }

        if (outcome.Kind == RunOutcome.Succeeded)
        {
            if (action.SessionVariable.Length > 0) session[action.SessionVariable] = outcome.Value;
            terminal.ShowValue(TitleOf(action), outcome.Value, action.SessionVariable);
        }
        else
        {
            terminal.ShowFailure(action, outcome);
        }

        return outcome;
    }

    private InvokeArgs Pack(InvokeMethodAction action) =>
        new(action.ConnectorId, action.ClassName, action.MethodName, [.. action.Parameters.Select(parameter =>
            new InvokeArg(parameter.Name, ArgumentTypes.Convert(session.Evaluate(parameter.Value), parameter.Name, parameter.Type)))])
        {
            RequestId = Guid.NewGuid().ToString(),
            Deadline = action.WaitingTime > 0 ? TimeSpan.FromSeconds(action.WaitingTime) : null,
        };

    private static string TitleOf(InvokeMethodAction action) => action.Name.Length > 0 ? action.Name : action.MethodName;
}
