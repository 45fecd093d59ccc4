using Cleverence.Connectivity;
using Connectors.Egais;
using TestKit;

namespace Unit.Tests.Egais.Settings;

[TestClass]
public sealed class EgaisPlanTests
{
    private const string Own = "030000000001";

    [TestMethod]
    public void Everything_wrong_is_told_at_once()
    {
        var settings = new EgaisSettings { TimeZone = "Moon/Base" };
        settings.Organisations.Add(new EgaisOrganisationSettings { FsrarId = "03x", Mode = "both", Host = "http://utm", Port = 0, Timeout = "60", FormatVersion = "V5", Schedule = "soon" });
        settings.Organisations[0].Workplaces["till"] = new EgaisWorkplaceSettings { Port = 70_000 };
        settings.Limits.VerifyWait = "3";
        settings.Limits.OrphanDays = 0;
        settings.Queries.OtherInFlight = 0;
        settings.Rhythm.Exchange = "00:00:05";
        settings.Formats.Rests = "v9";
        settings.Formats.ChequeType = "Cheque V3";

        var read = () => EgaisPlan.Read(settings);

        var problems = read.Should().Throw<ConnectorSettingsException>().Which.Problems;
        problems.Select(problem => problem.Field).Should().BeEquivalentTo(
            "organisations[0].fsrarId", "organisations[0].mode", "organisations[0].host", "organisations[0].port", "organisations[0].timeout", "organisations[0].formatVersion", "organisations[0].schedule",
            "organisations[0].workplaces.till.port", "limits.verifyWait", "limits.orphanDays", "queries.otherInFlight", "rhythm.exchange", "formats.rests", "formats.chequeType", "timeZone");
        problems.Should().OnlyContain(problem => !string.IsNullOrEmpty(problem.MessageRu) && !string.IsNullOrEmpty(problem.NextStepRu));
    }

    [TestMethod]
    public void Defaults_are_those_of_the_description()
    {
        var plan = EgaisPlan.Read(Settings());

        plan.Limits.Should().Be(new EgaisLimits());
        plan.Queries.Should().BeEquivalentTo(new EgaisQueries());
        plan.Rhythm.Should().Be(new EgaisRhythm());
        plan.Formats.Should().Be(new EgaisFormats());
        plan.Organisations.Should().Equal(new EgaisOrganisation(Own, "127.0.0.1", 8080));
        (plan.Organisations[0].Exclusive, plan.Organisations[0].Timeout, plan.Organisations[0].Format).Should().Be((false, TimeSpan.FromSeconds(60), FormatVersion.V4));
        (plan.VerifyWait, plan.OrphanLife, plan.PairWarning, plan.Limits.Connect, plan.Limits.Lease, plan.Limits.Batch, plan.Limits.Backlog).Should().Be(
            (TimeSpan.FromMinutes(3), TimeSpan.FromDays(30), TimeSpan.FromHours(24), TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(10), 200, 1000));
        (plan.Queries.RestsInterval, plan.Queries.MarksInterval, plan.Queries.UnansweredInterval).Should().Be((TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(35), TimeSpan.FromMinutes(30)));
        (plan.Limits.CertificateWarning, plan.Limits.ChequeWarning, plan.Rhythm.Exchange).Should().Be((TimeSpan.FromDays(14), TimeSpan.FromDays(3), TimeSpan.FromMinutes(1)));
    }

    [TestMethod]
    public void A_workplace_s_own_fields_come_before_the_common_ones()
    {
        var settings = Settings();
        settings.Organisations[0].Exclusive = true;
        settings.Organisations[0].Timeout = "00:00:30";
        settings.Organisations[0].Workplaces["Till 1"] = new EgaisWorkplaceSettings { Mode = "client", Port = 8082, Schedule = "00:02:00" };

        var plan = EgaisPlan.Read(settings);

        plan.For("till 1").Should().Equal(plan.Organisations[0] with { Mode = ExchangeMode.Client, Port = 8082, Schedule = TimeSpan.FromMinutes(2) });
        plan.For("another").Should().Equal(plan.Organisations);
        plan.For(null).Should().Equal(plan.Organisations);
    }

    [TestMethod]
    public void An_organisation_stands_in_the_list_once()
    {
        var settings = Settings();
        settings.Organisations.Add(new EgaisOrganisationSettings { FsrarId = Own, Port = 8081 });

        var read = () => EgaisPlan.Read(settings);

        read.Should().Throw<ConnectorSettingsException>().Which.Problems.Should().ContainSingle().Which.Code.Should().Be("FSRAR_ID_TWICE");
    }

    [TestMethod]
    [DataRow("server", 8080, true)]
    [DataRow("server", 8081, false)]
    [DataRow("client", 8080, false)]
    public void A_UTM_has_one_organisation(string mode, int port, bool refused)
    {
        var settings = Settings();
        settings.Organisations.Add(new EgaisOrganisationSettings { FsrarId = "030000000002", Mode = mode, Port = port });

        ProblemsOf(settings).Should().Equal(refused ? ["UTM_TWICE"] : []);
    }

    [TestMethod]
    public void An_unknown_organisation_is_refused_in_the_words_that_users_know()
    {
        var find = () => EgaisPlan.Read(Settings()).Find("030000000009");

        var error = find.Should().Throw<ConnectorException>().Which.Error;
        error.Reason.Should().Be("NO_SETTINGS");
        error.MessageRu.Should().Be("Для организации ЕГАИС 030000000009 не заданы настройки подключения к УТМ");
    }

    [TestMethod]
    public void The_only_organisation_need_not_be_named() => EgaisPlan.Read(Settings()).Find(null).FsrarId.Should().Be(Own);

    [TestMethod]
    public void The_registry_s_time_is_local_and_without_a_zone()
    {
        var settings = Settings();
        settings.TimeZone = "Europe/Moscow";

        var now = EgaisPlan.Read(settings).LocalNow(new ManualTimeProvider(new DateTimeOffset(2026, 2, 3, 22, 30, 0, TimeSpan.Zero)));

        now.Should().Be(new DateTime(2026, 2, 4, 1, 30, 0, DateTimeKind.Unspecified));
        now.Kind.Should().Be(DateTimeKind.Unspecified);
    }

    private static EgaisSettings Settings()
    {
        var settings = new EgaisSettings();
        settings.Organisations.Add(new EgaisOrganisationSettings { FsrarId = Own });
        return settings;
    }

    private static string[] ProblemsOf(EgaisSettings settings)
    {
        try
        {
            return [.. EgaisPlan.Read(settings).Warnings.Select(problem => problem.Code)];
        }
        catch (ConnectorSettingsException refused)
        {
            return [.. refused.Problems.Select(problem => problem.Code)];
        }
    }
}
