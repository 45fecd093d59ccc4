using System.Text;
using Connectors.Egais;

namespace Unit.Tests.Egais.Utm;

[TestClass]
public sealed class UtmInfoTests
{
    [TestMethod]
    public void Everything_known_is_read()
    {
        var info = UtmInfo.Read(Encoding.UTF8.GetBytes("""
            {"version":"4.2.0","contour":"PROD","ownerId":"030000000001","license":true,"rsaError":null,"db":{"ownerId":"030000000001","createDate":"2026-01-05 10:11:12 +0300"},
             "gost":{"certType":"GOST","startDate":"2026-01-01 00:00:00 +0300","expireDate":"2027-01-01 00:00:00 +0300","isValid":"valid","issuer":"C=RU"}}
            """))!;

        (info.Version, info.OwnerId, info.DatabaseOwnerId, info.DatabaseCreated, info.License, info.RsaError).Should().Be(("4.2.0", "030000000001", "030000000001", "2026-01-05 10:11:12 +0300", true, null));
        info.Gost.Should().Be(new UtmCertificate { Kind = "GOST", From = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(3)), To = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.FromHours(3)), IsValid = true, Issuer = "C=RU" });
        info.Rsa.Should().BeNull();
        UtmIdentity.EpochOf(info.DatabaseCreated).Should().Be("202601051011120300");
    }

    [TestMethod]
    [DataRow("{}")]
    [DataRow("{\"db\":null,\"rsa\":\"none\",\"license\":\"yes\",\"rsaError\":\"\"}")]
    public void Everything_may_be_absent(string json) => UtmInfo.Read(Encoding.UTF8.GetBytes(json)).Should().Be(new UtmInfo());

    [TestMethod]
    [DataRow("<html/>")]
    [DataRow("[]")]
    [DataRow("")]
    public void What_is_no_information_is_none(string text) => UtmInfo.Read(Encoding.UTF8.GetBytes(text)).Should().BeNull();

    [TestMethod]
    [DataRow("<pre>Чеки не отправлялись с 2026-02-03 12:30:00</pre>", "2026-02-03T12:30:00")]
    [DataRow("<pre>Отсутствуют неотправленные чеки</pre>", null)]
    [DataRow("", null)]
    public void The_age_of_unsent_cheques_is_taken_from_the_home_page(string page, string? since) => HomePage.UnsentSince(Encoding.UTF8.GetBytes(page))?.ToString("s").Should().Be(since);
}
