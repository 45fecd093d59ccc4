using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Server.Operations;

/// <summary>Deletes documents that are over their time, a portion at a time: those finished some days ago, or those that nobody has changed for some days.</summary>
/// <param name="info">Its name and parameter.</param>
/// <param name="keep">How long they are kept where the call does not say.</param>
/// <param name="remove">Deletes a portion: before when, and how many at most.</param>
/// <param name="time">The clock.</param>
internal sealed class OldDocuments(ConnectorMethodInfo info, TimeSpan keep, Func<DateTimeOffset, int, CancellationToken, ValueTask<int>> remove, TimeProvider time) : IOwnOperation
{
    public const string Days = "days";
    public const int Portion = 500;
    private const int MostDays = 36500;

    /// <summary>Below the limit of a call: what is left then is done by the next run, and said.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromSeconds(20);

    public ConnectorMethodInfo Info => info;

    /// <summary>Documents that the handhelds finished.</summary>
    public static ConnectorMethodInfo Finished { get; } = Named("DeleteFinishedDocuments", "Удаление завершённых документов", "Deletes the documents that were finished more than so many days ago.");

    /// <summary>Documents in any state.</summary>
    public static ConnectorMethodInfo Unchanged { get; } = Named("DeleteOldDocuments", "Удаление старых документов", "Deletes the documents, finished or not, that nobody has changed for so many days.");

    public async ValueTask<InvokeResult> RunAsync(InvokeArgs args, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - AgeOf(args);
        var started = time.GetTimestamp();
        var deleted = 0L;
        var warnings = new List<object?>();
        try
        {
            for (var count = Portion; count == Portion;)
            {
                if (time.GetElapsedTime(started) >= Budget)
                {
                    warnings.Add($"Documents are left for the next run: this one used its {Budget.TotalSeconds:0} s.");
                    break;
                }

                count = await remove(before, Portion, cancellationToken);
                deleted += count;
            }
        }
        catch (Exception failure) when (deleted > 0 && failure is not OperationCanceledException)
        {
            // What is gone is gone, and is told as such; nothing at all is a failure of the operation.
            warnings.Add($"The rest could not be deleted: {failure.Message}");
        }

        var result = new ConnectorRecord { { "deleted", deleted }, { "before", ConnectorValues.FormatDateTimeOffset(before) } };
        if (warnings.Count > 0) result["warnings"] = warnings;
        return InvokeResult.Ok(result);
    }

    private static ConnectorMethodInfo Named(string name, string alias, string description) => new("", name)
    {
        Aliases = [alias],
        Description = description,
        Parameters = [new ConnectorParameterInfo(Days, ValueKind.Integer) { Optional = true }],
    };

    private TimeSpan AgeOf(InvokeArgs args)
    {
        if (args.Count == 0) return keep;
        var given = args.Parameters[0];
        if (args.Count == 1 && (given.Name.Length == 0 || given.Name.Equals(Days, StringComparison.OrdinalIgnoreCase)))
        {
            if (given.Value is null) return keep;
            if (ConnectorValues.TryConvert(given.Value, typeof(int), out var value) && value is int days and >= 1 and <= MostDays) return TimeSpan.FromDays(days);
        }

        throw new ConnectorException(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"{info.MethodName} takes one argument, {Days}: a whole number from 1 to {MostDays}, or none for {keep.TotalDays:0.#} days.")
        {
            MessageRu = $"У {info.MethodName} один аргумент, {Days}: целое число от 1 до {MostDays}; без него — {keep.TotalDays:0.#} дн.",
        });
    }
}
