using Connectors.Egais;
using Emulators.Utm;
using Microsoft.Extensions.Logging;

namespace Unit.Tests.Egais.Utm;

[TestClass]
public sealed class UtmHealthTests
{
    [TestMethod]
    [DataRow("KeyOwner", "WrongKey", "UTM_WRONG_OWNER")]
    [DataRow("DatabaseOwner", "WrongKey", "UTM_WRONG_OWNER")]
    [DataRow("RsaError", "WrongKey", "UTM_KEY")]
    [DataRow("TokenUnreadable", "WrongKey", "UTM_KEY")]
    [DataRow("RsaExpired", "CertificateExpired", "UTM_CERTIFICATE_EXPIRED")]
    [DataRow("GostExpired", "CertificateExpired", "UTM_CERTIFICATE_EXPIRED")]
    [DataRow("GostExpiring", "CertificateExpiring", "UTM_CERTIFICATE_EXPIRING")]
    [DataRow("ChequesOld", "ChequesStuck", "UTM_CHEQUES_STUCK")]
    [DataRow("ChequesNew", "Ok", null)]
    [DataRow("Nothing", "Ok", null)]
    public async Task The_verdict_follows_from_what_the_UTM_tells(string condition, string verdict, string? reason)
    {
        await using var rig = await UtmRig.StartAsync();
        Conditions[condition](rig.Host.Conditions, rig.Time.GetUtcNow());

        var health = await rig.Health.CheckAsync(rig.Organisation(UtmRig.Shop), CancellationToken.None);

        health.Verdict.ToString().Should().Be(verdict);
        health.Error?.Reason.Should().Be(reason);
        (health.Error is null).Should().Be(reason is null);
    }

    [TestMethod]
    public async Task A_UTM_that_does_not_answer_is_offline()
    {
        await using var rig = await UtmRig.StartAsync();
        await rig.Host.GoOfflineAsync();

        var health = await rig.Health.CheckAsync(rig.Organisation(UtmRig.Shop), CancellationToken.None);

        (health.Verdict, health.Error!.Reason).Should().Be((UtmVerdict.Offline, "UTM_OFFLINE"));
    }

    [TestMethod]
    public async Task What_waits_is_counted_by_type_and_a_backlog_is_told()
    {
        await using var rig = await UtmRig.StartAsync(settings => settings.Limits.Backlog = 10);
        rig.Act();
        rig.System.Seed.ForeignTickets(UtmRig.Shop, 9);

        var health = await rig.Health.CountAsync(rig.Organisation(UtmRig.Shop), CancellationToken.None);

        health.OutBox.Should().BeEquivalentTo(new Dictionary<string, int> { ["Ticket"] = 9, ["WayBill_v4"] = 1, ["FORM2REGINFO"] = 1, ["TTNHISTORYF2REG"] = 1 });
        health.Warnings.Should().ContainSingle().Which.Reason.Should().Be("UTM_BACKLOG");
        health.InBox.Should().Be(0);
    }

    [TestMethod]
    public async Task A_change_of_the_verdict_is_logged_once()
    {
        var log = new HeldLog();
        await using var rig = await UtmRig.StartAsync(logger: log);
        var shop = rig.Organisation(UtmRig.Shop);
        rig.Host.Conditions.RsaError = "Ошибка чтения ключа";
        await rig.Health.CheckAsync(shop, CancellationToken.None);
        await rig.Health.CheckAsync(shop, CancellationToken.None);
        rig.Host.Conditions.RsaError = null;
        await rig.Health.CheckAsync(shop, CancellationToken.None);

        log.Records.Where(record => record.Text.Contains(" went from ")).Select(record => record.Level).Should().Equal(LogLevel.Warning, LogLevel.Information);
    }

    private static readonly Dictionary<string, Action<UtmConditions, DateTimeOffset>> Conditions = new()
    {
        ["Nothing"] = (_, _) => { },
        ["KeyOwner"] = (state, _) => state.KeyOwner = UtmRig.Wholesaler,
        ["DatabaseOwner"] = (state, _) => state.DatabaseOwner = UtmRig.Wholesaler,
        ["RsaError"] = (state, _) => state.RsaError = "Ошибка",
        ["TokenUnreadable"] = (state, _) => state.TokenUnreadable = true,
        ["RsaExpired"] = (state, now) => state.RsaExpires = now.AddDays(-1),
        ["GostExpired"] = (state, now) => state.GostExpires = now.AddMinutes(-1),
        ["GostExpiring"] = (state, now) => state.GostExpires = now.AddDays(13),
        ["ChequesOld"] = (state, now) => state.UnsentChequesSince = now.AddDays(-4),
        ["ChequesNew"] = (state, now) => state.UnsentChequesSince = now.AddDays(-2),
    };
}
