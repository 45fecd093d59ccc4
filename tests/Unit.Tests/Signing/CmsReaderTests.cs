using System.Security.Cryptography;
using Connectors.Exchange;

namespace Unit.Tests.Signing;

[TestClass]
public sealed class CmsReaderTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 300).Select(number => (byte)number)];

    [TestMethod]
    public void Lengths_left_open_and_contents_in_pieces_become_DER()
    {
        using var key = new TestSignature();
        var der = key.Sign(Content, detached: false);

        var cms = CmsReader.Read(Streamed(der));

        cms.Content.Should().Equal(Content);
        cms.Der.Should().Equal(der);
    }

    [TestMethod]
    public void What_is_DER_comes_out_unchanged()
    {
        using var key = new TestSignature();
        var der = key.Sign(Content, detached: true);

        CmsReader.Read(der).Der.Should().Equal(der);
    }

    [TestMethod]
    public void No_damage_of_one_byte_and_no_cut_ends_otherwise_than_with_a_reason()
    {
        using var key = new TestSignature();
        var der = key.Sign(Content, detached: false);

        var read = () => Enumerable.Range(0, der.Length).Select(place => Tried([.. der[..place], (byte)(der[place] ^ 0x55), .. der[(place + 1)..]]) + Tried(der[..place])).ToList();

        read.Should().NotThrow().Which.Should().Contain(2);
    }

    [TestMethod]
    public void A_value_nested_without_end_is_refused() =>
        FluentActions.Invoking(() => CmsReader.Read([.. Enumerable.Repeat(new byte[] { 0x30, 0x80 }, 5000).SelectMany(pair => pair)])).Should().Throw<CmsException>();

    private static int Tried(byte[] output)
    {
        try
        {
            CmsReader.Read(output);
            return 0;
        }
        catch (CmsException)
        {
            return 1;
        }
    }

    // SEQUENCE { oid, [0] { SEQUENCE { …, encapContentInfo { oid, [0] { OCTET STRING } } … with the outer lengths open and the octets in two pieces.
    private static byte[] Streamed(byte[] der)
    {
        var outer = new System.Formats.Asn1.AsnReader(der, System.Formats.Asn1.AsnEncodingRules.BER).ReadSequence();
        var type = outer.ReadEncodedValue().ToArray();
        var data = outer.ReadSequence(new System.Formats.Asn1.Asn1Tag(System.Formats.Asn1.TagClass.ContextSpecific, 0, true)).ReadSequence();
        var version = data.ReadEncodedValue().ToArray();
        var digests = data.ReadEncodedValue().ToArray();
        var contentType = data.ReadSequence().ReadEncodedValue().ToArray();
        var rest = new List<byte>();
        while (data.HasData) rest.AddRange(data.ReadEncodedValue().ToArray());
        byte[] pieces = [0x24, 0x80, 0x04, 100, .. Content[..100], 0x04, 0x81, 200, .. Content[100..], 0, 0];
        byte[] encapsulated = [0x30, 0x80, .. contentType, 0xA0, 0x80, .. pieces, 0, 0, 0, 0];
        return [0x30, 0x80, .. type, 0xA0, 0x80, 0x30, 0x80, .. version, .. digests, .. encapsulated, .. rest, 0, 0, 0, 0, 0, 0];
    }
}
