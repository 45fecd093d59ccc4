namespace Server.Storage;

/// <summary>A row of the table of messages.</summary>
internal sealed class MessageRow
{
    public string OperationId { get; init; } = "";

    public string Content { get; init; } = "";
}
