namespace Emulators.ChestnyZnak;

/// <summary>Fills the system with what a test or a demonstration needs.</summary>
public sealed class Seed
{
    private readonly World world;

    internal Seed(World world) => this.world = world;

    /// <summary>A participant with fresh ids in the order station.</summary>
    /// <param name="inn">ИНН.</param>
    /// <param name="groups">Groups it is registered in; none keeps the usual ones.</param>
    /// <returns>The participant.</returns>
    public Organisation Organisation(string inn = "7707083893", params IReadOnlyList<string> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var made = new Organisation { Inn = inn, OmsId = Guid.NewGuid().ToString(), OmsConnection = Guid.NewGuid().ToString() };
        if (groups.Count > 0) made = made with { ProductGroups = groups };
        world.Organisations.Put(made);
        return made;
    }

    /// <summary>A product card of a participant.</summary>
    /// <param name="owner">The participant.</param>
    /// <param name="gtin">GTIN; null takes the next free one.</param>
    /// <param name="group">Group by its alias.</param>
    /// <param name="templateId">The layout of its codes; 0 takes the usual one of the group.</param>
    /// <returns>The card.</returns>
    public Product Product(Organisation owner, string? gtin = null, string group = "milk", int templateId = 0)
    {
        ArgumentNullException.ThrowIfNull(owner);
        gtin ??= Gtins.Complete($"0460{world.Products.Count + 1:D9}");
        var made = new Product { Gtin = gtin, ProductGroup = group, Inn = owner.Inn, TemplateId = templateId == 0 ? CodeTemplate.DefaultOf(group) : templateId };
        world.Products.Put(made);
        return made;
    }

    /// <summary>Codes of a product in the register.</summary>
    /// <param name="product">The product.</param>
    /// <param name="count">How many.</param>
    /// <param name="status">Their status.</param>
    /// <param name="ownerInn">Whose they are; null for the card's owner.</param>
    /// <returns>The codes.</returns>
    public IReadOnlyList<MarkedCode> Codes(Product product, int count = 1, string status = "INTRODUCED", string? ownerInn = null)
    {
        ArgumentNullException.ThrowIfNull(product);
        var template = CodeTemplate.Of(product.TemplateId)!;
        var made = Enumerable.Range(0, count).Select(_ => Entry(product, CodeMint.Make(template, product.Gtin, product.MaxPrice ?? 0), status, ownerInn ?? product.Inn)).ToList();
        world.Codes.Put(made);
        return made;
    }

    /// <summary>A given code in the register.</summary>
    /// <param name="product">The product.</param>
    /// <param name="full">The complete code.</param>
    /// <param name="status">Its status.</param>
    /// <param name="change">What else is special about it.</param>
    /// <returns>The code.</returns>
    public MarkedCode Code(Product product, string? full = null, string status = "INTRODUCED", Func<MarkedCode, MarkedCode>? change = null)
    {
        ArgumentNullException.ThrowIfNull(product);
        var made = Entry(product, full ?? CodeMint.Make(CodeTemplate.Of(product.TemplateId)!, product.Gtin, product.MaxPrice ?? 0), status, product.Inn);
        made = change?.Invoke(made) ?? made;
        world.Codes.Put(made);
        return made;
    }

    /// <summary>A pack with codes in it.</summary>
    /// <param name="cis">The pack's code, 18 to 74 characters.</param>
    /// <param name="inside">What lies in it.</param>
    /// <returns>The pack.</returns>
    public MarkedCode Pack(string cis, params IReadOnlyList<MarkedCode> inside)
    {
        ArgumentNullException.ThrowIfNull(inside);
        var first = inside[0];
        var pack = new MarkedCode { Cis = cis, ProductGroup = first.ProductGroup, OwnerInn = first.OwnerInn, ProducerInn = first.ProducerInn, Status = first.Status, PackageType = "BOX", Emitted = world.Now };
        world.Codes.Put([pack, .. inside.Select(one => world.Codes.Find(one.Cis)! with { Parent = cis })]);
        return pack;
    }

    /// <summary>A ready order of codes.</summary>
    /// <param name="product">The product.</param>
    /// <param name="quantity">How many codes.</param>
    /// <param name="productionOrderId">The caller's own id.</param>
    /// <returns>The order.</returns>
    public SuzOrder Order(Product product, int quantity, string? productionOrderId = null)
    {
        ArgumentNullException.ThrowIfNull(product);
        var made = new SuzOrder
        {
            OrderId = Guid.NewGuid().ToString(),
            Inn = product.Inn,
            ProductGroup = product.ProductGroup,
            Status = "READY",
            ProductionOrderId = productionOrderId ?? Guid.NewGuid().ToString(),
            Created = world.Now,
            ReadyAt = world.Now,
            Buffers = [new OrderBuffer { Gtin = product.Gtin, Quantity = quantity, Status = "ACTIVE", TemplateId = product.TemplateId, MaxPrice = product.MaxPrice ?? 0 }],
        };
        world.Orders.Put(made);
        world.Receipts.Put(OrderProcessing.Receipt(world, made));
        return made;
    }

    /// <summary>A transfer document (УПД) that came to a participant.</summary>
    /// <param name="receiver">The participant.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="number">Its file name; null makes one.</param>
    /// <param name="group">Group by its alias.</param>
    /// <param name="change">What else is special about it.</param>
    /// <returns>The document.</returns>
    public TrueDocument Incoming(Organisation receiver, IReadOnlyList<TransferLine> lines, string? number = null, string group = "milk", Func<TrueDocument, TrueDocument>? change = null)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        var made = new TrueDocument
        {
            Number = number ?? $"ON_NSCHFDOPPRMARK_2BM-7707083893-770701001-201512280202508_{world.Documents.Count + 1:D8}",
            Type = "UNIVERSAL_TRANSFER_DOCUMENT",
            ProductGroup = group,
            Format = "UPD",
            SenderInn = "7736050003",
            ReceiverInn = receiver.Inn,
            Created = world.Now,
            DueAt = world.Now,
            VisibleAt = world.Now,
            ProcessedAt = world.Now,
            Status = "CHECKED_OK",
            InvoiceNumber = $"УТ-{world.Documents.Count + 1}",
            InvoiceDate = world.Now,
            Lines = lines,
        };
        made = change?.Invoke(made) ?? made;
        world.Documents.Put(made);
        return made;
    }

    private MarkedCode Entry(Product product, string full, string status, string ownerInn) => new()
    {
        Cis = CodeText.CisOf(full),
        Full = full,
        Gtin = product.Gtin,
        ProductGroup = product.ProductGroup,
        OwnerInn = ownerInn,
        ProducerInn = product.Inn,
        Status = status,
        PackageType = product.PackageType,
        Emitted = world.Now,
        Applied = status == "EMITTED" ? null : world.Now,
        Introduced = status is "EMITTED" or "APPLIED" ? null : world.Now,
    };
}
