namespace Emulators.ChestnyZnak;

/// <summary>A document of True API.</summary>
public sealed record TrueDocument
{
    /// <summary>Its number: a UUID, or the file name of a document of the electronic flow.</summary>
    public required string Number { get; init; }

    /// <summary>Its type, such as LK_RECEIPT.</summary>
    public required string Type { get; init; }

    /// <summary>Group by its alias.</summary>
    public required string ProductGroup { get; init; }

    /// <summary>MANUAL, XML, CSV or UPD.</summary>
    public string Format { get; init; } = "MANUAL";

    /// <summary>Who sent it.</summary>
    public required string SenderInn { get; init; }

    /// <summary>Who receives it.</summary>
    public string? ReceiverInn { get; init; }

    /// <summary>The exact bytes.</summary>
    public byte[] Content { get; init; } = [];

    /// <summary>When it was made.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When it is decided.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Since when it can be found.</summary>
    public DateTimeOffset VisibleAt { get; init; }

    /// <summary>When it was decided last.</summary>
    public DateTimeOffset? ProcessedAt { get; init; }

    /// <summary>IN_PROGRESS, CHECKED_OK, CHECKED_NOT_OK …</summary>
    public string Status { get; init; } = "IN_PROGRESS";

    /// <summary>What was wrong with it.</summary>
    public IReadOnlyList<DocumentError> Errors { get; init; } = [];

    /// <summary>The waybill's or invoice's number.</summary>
    public string? InvoiceNumber { get; init; }

    /// <summary>The invoice's date.</summary>
    public DateTimeOffset? InvoiceDate { get; init; }

    /// <summary>The document it corrects or cancels.</summary>
    public string? RelatedDocId { get; init; }

    /// <summary>The lines of a transfer document.</summary>
    public IReadOnlyList<TransferLine> Lines { get; init; } = [];
}
