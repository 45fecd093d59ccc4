using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Egais;
using Microsoft.Extensions.Logging;
using TestKit;

namespace Unit.Tests.Egais.Utm;

[TestClass]
public sealed class UtmOwnersTests
{
    [TestMethod]
    [DataRow("KeyOwner", "UTM_WRONG_OWNER")]
    [DataRow("DatabaseOwner", "UTM_WRONG_OWNER")]
    [DataRow("RsaError", "UTM_KEY")]
    public async Task Nothing_is_sent_listed_read_or_removed_at_a_UTM_of_somebody_else_or_without_a_key(string condition, string reason)
    {
        await using var rig = await UtmRig.StartAsync();
        typeof(global::Emulators.Utm.UtmConditions).GetProperty(condition)!.SetValue(rig.Host.Conditions, condition == "RsaError" ? "Ошибка чтения ключа" : UtmRig.Wholesaler);
        var item = new IncomingItem(UtmRig.Shop, ":/opt/out/Ticket/1", "/opt/out/Ticket/1");

        var sent = await rig.Adapter.SendAsync(rig.Act(), CancellationToken.None);
        var reasons = new[]
        {
            sent.Error!.Reason,
            await ReasonOfAsync(() => rig.ListAsync()),
            await ReasonOfAsync(() => rig.Adapter.FetchIncomingAsync(item, CancellationToken.None).AsTask()),
            await ReasonOfAsync(() => rig.Adapter.AcknowledgeIncomingAsync(item, CancellationToken.None).AsTask()),
        };

        reasons.Should().AllBe(reason);
        sent.Verdict.Should().Be(SendVerdict.NotSent);
        sent.Error.Code.Should().Be(ConnectorErrorCode.Unavailable, "what waits must go on waiting untouched");
        (rig.Requests("POST *") + rig.Requests("GET /opt/*") + rig.Requests("DELETE *")).Should().Be(0);
    }

    [TestMethod]
    public async Task A_UTM_without_information_is_asked_for_its_diagnosis()
    {
        await using var rig = await UtmRig.StartAsync();
        rig.Host.Conditions.HasInfoList = false;
        rig.Host.Conditions.DiagnosisOwner = UtmRig.Wholesaler;

        (await ReasonOfAsync(() => rig.ListAsync())).Should().Be("UTM_WRONG_OWNER");
    }

    [TestMethod]
    public async Task A_UTM_that_tells_nothing_works_and_the_log_says_so()
    {
        var log = new HeldLog();
        await using var rig = await UtmRig.StartAsync(logger: log);
        (rig.Host.Conditions.HasInfoList, rig.Host.Conditions.HasDiagnosis) = (false, false);

        var sent = await rig.Adapter.SendAsync(rig.Act(), CancellationToken.None);

        sent.Verdict.Should().Be(SendVerdict.Accepted);
        log.Records.Should().Contain(record => record.Level == LogLevel.Warning && record.Text.Contains("does not say whom it belongs to"));
    }

    [TestMethod]
    public async Task The_owner_is_asked_for_again_after_ten_minutes_and_not_before()
    {
        var clock = new ManualTimeProvider();
        await using var rig = await UtmRig.StartAsync(time: clock);
        var shop = rig.Organisation(UtmRig.Shop);

        await rig.Owners.EnsureAsync(shop, CancellationToken.None);
        clock.Advance(TimeSpan.FromMinutes(9));
        await rig.Owners.EnsureAsync(shop, CancellationToken.None);
        var before = rig.Requests("GET /api/info/list");
        clock.Advance(TimeSpan.FromMinutes(2));
        await rig.Owners.EnsureAsync(shop, CancellationToken.None);

        (before, rig.Requests("GET /api/info/list")).Should().Be((1, 2));
    }

    [TestMethod]
    public async Task A_refusal_is_not_remembered()
    {
        await using var rig = await UtmRig.StartAsync();
        rig.Host.Conditions.KeyOwner = UtmRig.Wholesaler;
        var refused = await ReasonOfAsync(() => rig.Owners.EnsureAsync(rig.Organisation(UtmRig.Shop), CancellationToken.None).AsTask());
        rig.Host.Conditions.KeyOwner = null;

        var identity = await rig.Owners.EnsureAsync(rig.Organisation(UtmRig.Shop), CancellationToken.None);

        (refused, identity.Owner).Should().Be(("UTM_WRONG_OWNER", UtmRig.Shop));
    }

    private static async Task<string?> ReasonOfAsync(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (ConnectorException failure)
        {
            return failure.Error.Reason;
        }
    }
}
