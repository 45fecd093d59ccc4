using System.Globalization;
using Cleverence.Connectivity;

namespace Connectors.Sql;

/// <summary>Makes the errors callers are given.</summary>
internal sealed class SqlErrors(SqlSource source, IReadOnlyList<string> secrets)
{
    private const int MaxDetail = 4_000;

    /// <summary>The error of a failure; null when it is no failure of the database.</summary>
    public ConnectorException? Of(Exception failure, SqlMethod method, CallStage stage)
    {
        if (failure is ConnectorException known) return known;
        if (FaultOf(failure, stage) is not { } fault) return null;
        if (fault.Reason == Faults.ReadOnly.Reason && method.IsSafe) fault = Faults.SafeWrites with { NativeCode = fault.NativeCode };
        var inDoubt = InDoubt(fault, method, stage);
        return new ConnectorException(
            Error(fault, failure) with
            {
                InDoubt = inDoubt,
                Retryable = fault.Retryable && MayRepeat(inDoubt, method),
            },
            Loggable(failure));
    }

    /// <summary>The error of a failure outside any method, such as a check's.</summary>
    public ConnectorError? Of(Exception failure) => FaultOf(failure, CallStage.Connecting) is { } fault ? Error(fault, failure) : null;

    /// <summary>A call that its limit, or its caller's, has ended.</summary>
    /// <param name="method">The method.</param>
    /// <param name="stage">How far it came.</param>
    /// <param name="stopped">Whether the database itself told that it stopped.</param>
    /// <param name="failure">What came of it.</param>
    public ConnectorException TimeLimit(SqlMethod method, CallStage stage, bool stopped, Exception failure)
    {
        var whole = stage == CallStage.Connecting || (stage == CallStage.Running && method.FailsWhole && (stopped || method.Isolation is not null));
        var inDoubt = !method.IsSafe && !whole;
        return new(
            new ConnectorError(ConnectorErrorCode.Timeout, $"{source.Target} did not end '{method.Info.FullName}' in time{(stopped ? "; the statement was stopped" : "")}.")
            {
                MessageRu = $"{source.Target}: «{method.Info.FullName}» не уложился в срок{(stopped ? " и был прерван" : "")}.",
                Reason = "TIME_LIMIT",
                Target = source.Target,
                Detail = Masked(failure.Message),
                Retryable = MayRepeat(inDoubt, method),
                InDoubt = inDoubt,
            },
            Loggable(failure));
    }

    public ConnectorException TooLarge(SqlMethod method, string limit, string limitRu) => new(new ConnectorError(ConnectorErrorCode.TooLarge, $"The result of '{method.Info.FullName}' is over the limit of {limit}. Narrow the request.")
    {
        MessageRu = $"Результат «{method.Info.FullName}» больше предела {limitRu}. Сузьте запрос.",
        Reason = "RESULT_TOO_LARGE",
        Target = source.Target,
        InDoubt = DoneAlready(method),
    });

    public ConnectorException Unreadable(SqlMethod method, string column, long row, UnreadableValueException why) => new(
        new ConnectorError(ConnectorErrorCode.InvalidResult, $"Row {row}, column '{column}': {why.Message}.")
        {
            MessageRu = $"Строка {row}, столбец «{column}»: {why.WhyRu}.",
            Reason = "VALUE_NOT_READABLE",
            Target = source.Target,
            Detail = $"{method.Info.FullName}, row {row}, column '{column}': {why.Message}.",
            InDoubt = DoneAlready(method),
        },
        why);

    public ConnectorException NoRoutine(SqlMethod method, int found) => new(new ConnectorError(
        ConnectorErrorCode.Failed,
        found == 0 ? $"{source.Target} has no routine '{method.Routine}'. Correct its name in the settings." : $"{source.Target} has {found} routines '{method.Routine}'. Declare the parameters in the settings.")
    {
        MessageRu = found == 0 ? $"В {source.Target} нет процедуры «{method.Routine}». Исправьте имя в настройках." : $"В {source.Target} процедур «{method.Routine}» несколько ({found}). Объявите параметры в настройках.",
        Reason = found == 0 ? "ROUTINE_NOT_FOUND" : "ROUTINE_OVERLOADED",
        Target = source.Target,
    });

    private SqlFault? FaultOf(Exception failure, CallStage stage)
    {
        if (source.FaultOf(failure) is not { } fault) return null;
        return stage == CallStage.Connecting ? PostgresFaults.WhileConnecting(fault, failure) : fault;
    }

    private ConnectorError Error(SqlFault fault, Exception failure) => new(fault.Code, Sentence(fault.Message, fault))
    {
        MessageRu = Sentence(fault.MessageRu, fault),
        Reason = fault.Reason,
        Target = source.Target,
        Detail = Masked($"{fault.NativeCode} {failure.Message} {failure.InnerException?.Message}".Trim()),
        Retryable = fault.Retryable,
    };

    // What may have been done is not done again because it might succeed; a Safe or Keyed call may.
    private static bool MayRepeat(bool inDoubt, SqlMethod method) => !inDoubt || method.Info.Safety != MethodSafety.Unsafe;

    // A result that we refuse comes of a statement that the database has done; only a transaction can still take it back.
    private static bool DoneAlready(SqlMethod method) => !method.IsSafe && method.Isolation is null;

    // Told failed before COMMIT: nothing stays of a transaction, nor of a single statement. Without that word, a transaction is certain still: COMMIT was not sent.
    private static bool InDoubt(SqlFault fault, SqlMethod method, CallStage stage) => !method.IsSafe && stage switch
    {
        CallStage.Connecting => false,
        CallStage.Committing => !fault.Certain,
        _ => method.Isolation is null && !(fault.Certain && method.FailsWhole),
    };

    // The log shows causes as they are; of one whose words hold a secret it gets a masked copy.
    private Exception Loggable(Exception failure)
    {
        var text = failure.ToString();
        return secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal)) ? new InvalidOperationException(Masked(text)) : failure;
    }

    private string Sentence(string form, SqlFault fault) => Masked(string.Format(CultureInfo.InvariantCulture, form, source.Target, fault.Named.Length == 0 ? "—" : fault.Named));

    private string Masked(string text)
    {
        foreach (var secret in secrets) text = text.Replace(secret, "***", StringComparison.Ordinal);
        return text.Length <= MaxDetail ? text : text[..MaxDetail];
    }
}
