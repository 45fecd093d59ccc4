using Connectors.ChestnyZnak;
using TestKit;

namespace Unit.Tests.ChestnyZnak.Permissive;

[TestClass]
public sealed class HostRingTests
{
    private static readonly Uri One = new("https://cdn01.crpt.ru");
    private static readonly Uri Two = new("https://cdn02.crpt.ru");
    private readonly ManualTimeProvider clock = new();

    [TestMethod]
    public void The_quickest_host_is_the_first() => Ring().Usable().Should().Equal(Two, One);

    [TestMethod]
    public void The_third_failure_in_a_row_sets_a_host_aside_for_a_quarter_of_an_hour()
    {
        var ring = Ring();

        ring.Failed(Two);
        ring.Failed(Two);
        ring.Usable().Should().Equal(Two, One);
        ring.Failed(Two);
        ring.Usable().Should().Equal(One);
        clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(1));
        ring.Usable().Should().Equal(One);
        clock.Advance(TimeSpan.FromTicks(1));
        ring.Usable().Should().Equal(Two, One);
    }

    [TestMethod]
    public void An_answer_in_between_forgives_failures()
    {
        var ring = Ring();

        ring.Failed(Two);
        ring.Failed(Two);
        ring.Worked(Two);
        ring.Failed(Two);
        ring.Failed(Two);

        ring.Usable().Should().Equal(Two, One);
    }

    [TestMethod]
    public void When_all_are_set_aside_they_get_one_more_chance_and_no_second()
    {
        var ring = Ring();
        ring.SetAside(One);
        ring.SetAside(Two);

        ring.Usable().Should().Equal(Two, One);
        ring.SetAside(One);
        ring.SetAside(Two);
        ring.Usable().Should().BeEmpty();
        clock.Advance(TimeSpan.FromMinutes(15));
        ring.Usable().Should().Equal(Two, One);
    }

    [TestMethod]
    public void A_host_that_worked_brings_the_chance_back()
    {
        var ring = Ring();
        ring.SetAside(One);
        ring.SetAside(Two);
        ring.Usable();
        ring.Worked(One);
        ring.SetAside(One);
        ring.SetAside(Two);

        ring.Usable().Should().HaveCount(2);
    }

    [TestMethod]
    public void A_wall_clock_that_jumps_frees_nobody()
    {
        var ring = Ring();
        ring.SetAside(Two);

        clock.SetUtcNow(clock.GetUtcNow().AddDays(1));

        ring.Usable().Should().Equal(One);
    }

    [TestMethod]
    [DataRow("https://cdn07.crpt.ru", true)]
    [DataRow("https://crpt.ru", true)]
    [DataRow("https://cdn.crpt.ru:8443", true)]
    [DataRow("https://till.local:9443", true)]
    [DataRow("http://cdn07.crpt.ru", false)]
    [DataRow("https://notcrpt.ru", false)]
    [DataRow("https://crpt.ru.example.com", false)]
    [DataRow("https://169.254.169.254", false)]
    [DataRow("https://till.local", false)]
    [DataRow("https://user@cdn07.crpt.ru", false)]
    [DataRow("ftp://cdn07.crpt.ru", false)]
    public void Only_hosts_of_the_system_are_given_the_key_and_the_codes(string host, bool trusted) =>
        HostTrust.IsTrusted(new Uri("https://cdn.crpt.ru"), new Uri(host), new PermissiveRules().HostDomains, ["till.local:9443"]).Should().Be(trusted);

    private HostRing Ring() => new(new HostList([new KnownHost(One, 40), new KnownHost(Two, 20)], clock.GetUtcNow(), clock.GetUtcNow().AddHours(6)), new PermissiveRules(), clock);
}
