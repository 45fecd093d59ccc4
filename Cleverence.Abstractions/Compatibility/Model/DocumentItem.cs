namespace Cleverence.Warehouse;

/// <summary>A line of a document.</summary>
public sealed class DocumentItem : FieldOwner
{
    private readonly ProductLink product = new();
    private readonly PackingLink packing;
    private string? bindedLineUid;
    private DocumentItem? bindedLine;

    /// <summary>Makes a line with a new <see cref="Uid"/>.</summary>
    public DocumentItem() => packing = new(product);

    /// <summary>The line's own id, unique in its document.</summary>
    public string? Uid { get; set; } = Guid.NewGuid().ToString();

    /// <summary>The product's id.</summary>
    public string? ProductId { get => product.Id; set => product.Id = value; }

    /// <summary>The packing's id.</summary>
    public string? PackingId { get => packing.Id; set => packing.Id = value; }

    /// <summary>The quantity of the plan.</summary>
    public decimal DeclaredQuantity { get; set; }

    /// <summary>The quantity in fact.</summary>
    public decimal CurrentQuantity { get; set; }

    /// <summary>The code of the transport package (SSCC).</summary>
    public string? SSCC { get; set; }

    /// <summary>Who or what made the line.</summary>
    public string? CreatedBy { get; set; }

    /// <summary>The id of the plan line this line belongs to.</summary>
    public string? BlUid
    {
        get => bindedLine is null ? bindedLineUid : bindedLine.Uid;
        set
        {
            bindedLineUid = value;
            if (bindedLine?.Uid != value) bindedLine = null;
        }
    }

    /// <summary>The plan line this line belongs to. The spelling is the field's.</summary>
    [NotKept]
    public DocumentItem? BindedLine { get => bindedLine; set => (bindedLine, bindedLineUid) = (value, value?.Uid); }

    /// <summary>The product: the one given, or the catalogue's one with the id; null when neither is there.</summary>
    [NotKept]
    public Product? Product { get => product.Product; set => product.Product = value; }

    /// <summary>The packing: the one given, or the product's one with the id; null when neither is there.</summary>
    [NotKept]
    public Packing? Packing { get => packing.Packing; set => packing.Packing = value; }

    /// <summary>The product's id under its platform 4 name.</summary>
    [Alias]
    public string? InventoryItemId { get => ProductId; set => ProductId = value; }

    /// <summary>The packing's id under its platform 4 name.</summary>
    [Alias]
    public string? UnitOfMeasureId { get => PackingId; set => PackingId = value; }

    /// <summary>The quantity of the plan under its platform 4 name.</summary>
    [Alias]
    public decimal ExpectedQuantity { get => DeclaredQuantity; set => DeclaredQuantity = value; }

    /// <summary>The quantity in fact under its platform 4 name.</summary>
    [Alias]
    public decimal ActualQuantity { get => CurrentQuantity; set => CurrentQuantity = value; }

    /// <summary>The product under its platform 4 name.</summary>
    [NotKept]
    public InventoryItem? InventoryItem { get => Product is { } known ? InventoryItem.Of(known) : null; set => Product = value; }

    /// <summary>The packing under its platform 4 name.</summary>
    [NotKept]
    public UnitOfMeasure? UnitOfMeasure { get => Packing is { } known ? UnitOfMeasure.Of(known) : null; set => Packing = value; }
}
