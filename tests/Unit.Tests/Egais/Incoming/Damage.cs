namespace Unit.Tests.Egais.Incoming;

/// <summary>Damages a document: some bytes changed, a part cut out, a part doubled, or two parts exchanged.</summary>
internal static class Damage
{
    private static readonly byte[] Telling = "<>/&;\"'= \0xA9"u8.ToArray();

    public static byte[] Of(byte[] xml, Random random)
    {
        var (from, length) = (random.Next(xml.Length), random.Next(1, 60));
        var to = Math.Min(xml.Length, from + length);
        return random.Next(4) switch
        {
            0 => [.. xml[..from], .. xml[to..]],
            1 => [.. xml[..to], .. xml[from..]],
            2 => [.. xml[from..to], .. xml[..from], .. xml[to..]],
            _ => Changed([.. xml], random),
        };
    }

    private static byte[] Changed(byte[] xml, Random random)
    {
        for (var changes = random.Next(1, 4); changes > 0; changes--) xml[random.Next(xml.Length)] = random.Next(2) == 0 ? Telling[random.Next(Telling.Length)] : (byte)random.Next(256);
        return xml;
    }
}
