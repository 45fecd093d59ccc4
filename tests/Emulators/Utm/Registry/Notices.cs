namespace Emulators.Utm;

/// <summary>Documents that move no goods here.</summary>
internal static class Notices
{
    /// <summary>A place tells which waybill it can read.</summary>
    public static void Version(Deed deed)
    {
        var whose = deed.World.Organisations.Find(deed.Owner)!;
        deed.World.Organisations.Put(whose with { Version = deed.Body.Text("WBTypeUsed")! });
        Take(deed);
    }

    public static void Take(Deed deed)
    {
        deed.Receive();
        deed.Conduct($"DOC-{deed.World.Next("notice"):D10}");
    }
}
