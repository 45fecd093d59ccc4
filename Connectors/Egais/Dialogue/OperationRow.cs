namespace Connectors.Egais;

/// <summary>The statuses of one operation on a kind of document: a row of the tables.</summary>
/// <param name="ToSend">Prepared.</param>
/// <param name="Sent">The UTM has it.</param>
/// <param name="Processing">The registry has spoken, but not about everything.</param>
/// <param name="Error">It was refused.</param>
/// <param name="Done">Every receipt is there.</param>
/// <param name="Repeat">The action that begins the operation again.</param>
internal sealed record OperationRow(string ToSend, string Sent, string Processing, string Error, string Done, string Repeat)
{
    /// <summary>Refused by the second ticket; <see cref="Error"/> where it makes no difference.</summary>
    public string? ConductError { get; init; }

    /// <summary>Un-conducted.</summary>
    public string Reversed { get; init; } = EgaisStatus.Cancelled;

    /// <summary>The memory of a partner's word that ends the operation well, whatever the tickets.</summary>
    public string? Agreed { get; init; }

    /// <summary>The memory of a partner's word that ends the operation badly.</summary>
    public string? Refused { get; init; }

    /// <summary>The status after a partner's refusal.</summary>
    public string RefusedStatus { get; init; } = "";

    /// <summary>What is waited for where the answer to a question is missing.</summary>
    public string WaitForReply { get; init; } = NextAction.WaitReport;

    /// <summary>The four statuses under the name of an answer.</summary>
    public static OperationRow Group(string name, string done, string repeat) =>
        new($"{name}.{EgaisStatus.ToSend}", $"{name}.{EgaisStatus.SentToUtm}", $"{name}.{EgaisStatus.Processing}", $"{name}.{EgaisStatus.Error}", done, repeat);

    /// <summary>The statuses of a document's own transfer.</summary>
    public static OperationRow Own(string done, string repeat = NextAction.TransferData) =>
        new(EgaisStatus.ToSend, EgaisStatus.SentToUtm, EgaisStatus.Processing, EgaisStatus.TransferError, done, repeat);
}
