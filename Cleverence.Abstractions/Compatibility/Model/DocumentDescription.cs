namespace Cleverence.Warehouse;

/// <summary>The header of a document, as lists of documents show it.</summary>
public class DocumentDescription : FieldOwner
{
    /// <summary>The document's id.</summary>
    public string? Id { get; set; }

    /// <summary>The name people see.</summary>
    public string? Name { get; set; }

    /// <summary>The document type.</summary>
    public string? DocumentTypeName { get; set; }

    /// <summary>When it was made; <see cref="DateTime.MinValue"/> means not set.</summary>
    public DateTime CreateDate { get; set; }

    /// <summary>The warehouse.</summary>
    public string? WarehouseId { get; set; }

    /// <summary>The barcode it is opened by.</summary>
    public string? Barcode { get; set; }

    /// <summary>The user who works on it.</summary>
    public string? UserId { get; set; }

    /// <summary>A note for people.</summary>
    public string? Description { get; set; }
}
