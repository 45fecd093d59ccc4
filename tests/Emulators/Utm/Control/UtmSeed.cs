using System.Text;
using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>Fills the world with what a test or a demonstration needs.</summary>
public sealed class UtmSeed
{
    private readonly UtmWorld world;

    internal UtmSeed(UtmWorld world) => this.world = world;

    /// <summary>A place of business.</summary>
    /// <param name="fsrarId">Its id.</param>
    /// <param name="inn">ИНН; null makes one.</param>
    /// <param name="version">The waybill that it can read.</param>
    /// <returns>The place.</returns>
    public UtmOrganisation Organisation(string fsrarId, string? inn = null, string version = "WayBill_v4") => world.Once(() =>
    {
        ArgumentNullException.ThrowIfNull(fsrarId);
        var made = new UtmOrganisation { FsrarId = fsrarId, Name = $"ООО «Пример {fsrarId[^3..]}»", Inn = inn ?? $"77{fsrarId[^8..]}", Version = version, DatabaseCreated = world.Now.AddDays(-30) };
        world.Organisations.Put(made);
        return made;
    });

    /// <summary>A product.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="alcCode">Its code; null takes the next free one.</param>
    /// <param name="producer">Its producer.</param>
    /// <returns>The product.</returns>
    public UtmProduct Product(string name = "Водка «Пример»", string? alcCode = null, string producer = "010000000001") => world.Once(() =>
    {
        if (world.Organisations.Find(producer) is null) Organisation(producer);
        var made = new UtmProduct { AlcCode = alcCode ?? $"{100_000_000_000_000_000 + world.Products.Count + 1:D19}", Name = name, Producer = producer };
        world.Products.Put(made);
        return made;
    });

    /// <summary>A batch on somebody's warehouse.</summary>
    /// <param name="fsrarId">Whose.</param>
    /// <param name="product">What.</param>
    /// <param name="quantity">How much.</param>
    /// <param name="marked">Each bottle has a mark.</param>
    /// <returns>The batch; <see cref="MarksOf"/> tells its marks.</returns>
    public Batch Stock(string fsrarId, UtmProduct product, int quantity, bool marked = true) => world.Once(() =>
    {
        ArgumentNullException.ThrowIfNull(product);
        var made = new Batch { FsrarId = fsrarId, F1 = Utm.Stock.NewF1(world), F2 = Utm.Stock.NewF2(world), AlcCode = product.AlcCode, Bottled = new DateOnly(2026, 1, 15) };
        world.Batches.Put(made);
        Utm.Stock.Move(world, made.F2, quantity, "Seed", "1", "Начальный остаток");
        if (marked) Utm.Stock.PutMarks(world, [.. Enumerable.Range(0, quantity).Select(_ => ExciseMarks.Make((int)world.Next("mark")))], fsrarId, made.F2);
        return world.Batches.Find(made.F2)!;
    });

    /// <summary>A product in somebody's shop.</summary>
    /// <param name="fsrarId">Whose.</param>
    /// <param name="product">What.</param>
    /// <param name="quantity">How much.</param>
    public void Shop(string fsrarId, UtmProduct product, decimal quantity)
    {
        ArgumentNullException.ThrowIfNull(product);
        world.Shop.Put(new ShopStock(fsrarId, product.AlcCode, quantity));
    }

    /// <summary>The marks of a batch that are on its owner's balance.</summary>
    /// <param name="f2">The batch.</param>
    /// <returns>The marks.</returns>
    public IReadOnlyList<string> MarksOf(string f2)
    {
        lock (world.Gate) return [.. world.Marks.Of(f2).Select(one => one.Code)];
    }

    /// <summary>A waybill from a partner: registered, and in its consignee's out-box.</summary>
    /// <param name="shipper">Who ships.</param>
    /// <param name="consignee">To whom.</param>
    /// <param name="lines">What; the marks are taken from the batch.</param>
    /// <param name="number">The shipper's number; null makes one.</param>
    /// <param name="boxed">The marks lie in boxes of six.</param>
    /// <returns>The waybill.</returns>
    public RegisteredWaybill Waybill(string shipper, string consignee, IReadOnlyList<(Batch Batch, int Quantity)> lines, string? number = null, bool boxed = true) => world.Once(() =>
    {
        number ??= $"УТ-{world.Next("waybill number")}";
        var post = Send(Disguise.Write(world, shipper, WaybillBody.Make(world, shipper, consignee, number, lines, boxed), 0));
        return world.Waybills.Rows.LastOrDefault(one => one.RequestId == post.RequestId) ?? throw new InvalidOperationException($"The waybill {number} was not registered: see the tickets of {shipper}.");
    });

    /// <summary>A document of a partner that has no UTM here: the registry sees it at once.</summary>
    /// <param name="xml">The document with its envelope.</param>
    /// <returns>The document as the registry knows it.</returns>
    public UtmPost Partner(string xml) => world.Once(() => Send(Encoding.UTF8.GetBytes(xml)));

    /// <summary>An entry in an out-box, whatever it says.</summary>
    /// <param name="fsrarId">Whose.</param>
    /// <param name="type">The segment before the number.</param>
    /// <param name="document">Its text.</param>
    /// <param name="replyId">The request that it answers; null for none.</param>
    /// <returns>The entry.</returns>
    public BoxEntry Entry(string fsrarId, string type, string document, string? replyId = null) => world.Once(() =>
        PostOffice.Put(world, world.Organisations.Find(fsrarId)!, new Letter(fsrarId, type, type, Deed.RegistryId, new XElement("none"), replyId), Encoding.UTF8.GetBytes(document), world.Twists(fsrarId)));

    /// <summary>Many tickets of requests that nobody here knows.</summary>
    /// <param name="fsrarId">Whose out-box.</param>
    /// <param name="count">How many.</param>
    public void ForeignTickets(string fsrarId, int count) => world.Once(() =>
    {
        for (var at = 0; at < count; at++)
        {
            var post = new UtmPost { RequestId = Guid.NewGuid().ToString(), FsrarId = fsrarId, UrlType = "WayBillAct_v4", Element = "WayBillAct_v4", Identity = $"awb-{Guid.NewGuid()}", Hash = "" };
            PostOffice.Put(world, world.Organisations.Find(fsrarId)!, new Letter(fsrarId, "Ticket", "Ticket/Confirm", Deed.RegistryId, Tickets.Second(world, post, "Confirm", true, "Документ проведен", $"TTN-{800_000_000 + at:D10}"), post.RequestId), world.Twists(fsrarId));
        }

        return true;
    });

    private UtmPost Send(byte[] bytes)
    {
        var envelope = Envelope.Read(bytes);
        var post = InBox.Post(world, envelope.Owner, envelope.Body.Name.LocalName, envelope.Body, bytes) with { DueAt = world.Now };
        world.Posts.Put(post);
        Registry.Advance(world);
        return world.Posts.Find(post.RequestId)!;
    }
}
