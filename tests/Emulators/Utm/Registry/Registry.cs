namespace Emulators.Utm;

/// <summary>The registry behind the UTMs: it sees a document when its time has come, and answers all that have to hear of it.</summary>
internal static class Registry
{
    private static readonly Dictionary<string, Action<Deed>> Deeds = new(StringComparer.Ordinal)
    {
        ["WayBill_v4"] = Shipments.Register,
        ["WayBill_v3"] = Shipments.Register,
        ["WayBillAct_v4"] = WaybillActs.Conduct,
        ["WayBillAct_v3"] = WaybillActs.Conduct,
        ["ConfirmTicket"] = DifferenceAnswers.Conduct,
        ["RequestRepealWB"] = Repeals.Ask,
        ["ConfirmRepealWB"] = Repeals.Answer,
        ["RequestRepealACO"] = ActRepeals.ChargeOn,
        ["RequestRepealAWO"] = ActRepeals.WriteOff,
        ["ActWriteOff_v4"] = WriteOffs.Conduct,
        ["ActWriteOff_v3"] = WriteOffs.Conduct,
        ["ActWriteOffShop_v2"] = ShopActs.WriteOff,
        ["ActChargeOnShop_v2"] = ShopActs.ChargeOn,
        ["ActChargeOn_v2"] = ChargeOns.Conduct,
        ["TransferToShop"] = ShopTransfers.ToShop,
        ["TransferFromShop"] = ShopTransfers.FromShop,
        ["ActFixBarCode"] = MarkFixes.Fix,
        ["ActUnFixBarCode"] = MarkFixes.UnFix,
        ["InfoVersionTTN"] = Notices.Version,
        ["CarrierNotice_v4"] = Notices.Take,
        ["Route"] = Notices.Take,
        ["CancelRoute"] = Notices.Take,
        ["RepProducedProduct_v6"] = Notices.Take,
        ["RepImportedProduct_v5"] = Notices.Take,
    };

    /// <summary>What is due.</summary>
    public static void Advance(UtmWorld world)
    {
        foreach (var post in world.Posts.Of("open").Where(one => one.DueAt <= world.Now).ToList()) Deliver(world, post);
    }

    private static void Deliver(UtmWorld world, UtmPost post)
    {
        var deed = new Deed(world, post, Envelope.Read(world.BytesOf(post)).Body);
        try
        {
            var twists = world.Twists(post.FsrarId);
            if (twists.RejectText.Length > 0) throw new RejectedException(twists.RejectText, second: false);
            if (twists.RefuseText.Length > 0) throw new RejectedException(twists.RefuseText);
            if (post.Element.StartsWith("Query", StringComparison.Ordinal))
            {
                RateGate.Pass(world, post);
                Questions.Answer(deed);
            }
            else
            {
                Deeds[post.Element](deed);
            }
        }
        catch (RejectedException refused)
        {
            // Nothing was told yet to anybody else: the checks stand before the changes.
            if (refused.IsSecond)
            {
                if (deed.Letters.Count == 0) deed.Receive();
                deed.Refuse(refused.Message);
            }
            else
            {
                deed.Reject(refused.Message);
            }
        }

        catch (Exception mistake) when (mistake is InvalidOperationException or FormatException or KeyNotFoundException or NullReferenceException)
        {
            // Ours, not the caller's: it is to be seen, and the next document goes on.
            deed.Letters.Clear();
            deed.Reject($"The emulator failed: {mistake}");
        }

        world.Posts.Put(post with { Delivered = true, Conducted = deed.Conducted });
        PostOffice.Deliver(world, deed.Letters);
    }
}
