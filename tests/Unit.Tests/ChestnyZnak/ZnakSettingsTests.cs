using Cleverence.Connectivity;
using Connectors.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak;

[TestClass]
public sealed class ZnakSettingsTests
{
    [TestMethod]
    [DataRow("7707083893", true)]
    [DataRow("500100732259", true)]
    [DataRow("7707083894", false)]
    [DataRow("500100732258", false)]
    [DataRow("770708389", false)]
    [DataRow("77070838931", false)]
    [DataRow("770708389A", false)]
    [DataRow("", false)]
    public void A_taxpayer_number_has_its_check_digits(string text, bool valid) => TaxNumber.IsValid(text).Should().Be(valid);

    [TestMethod]
    public void Everything_wrong_is_told_at_once()
    {
        var settings = new ZnakSettings();
        settings.Organisations.Add(new ZnakOrganisationSettings { Inn = "1", Kpp = "12", OmsId = "a", Contour = "moon" });
        settings.Production.Suz = "nowhere";
        settings.Limits.Read = "30";
        settings.Limits.TrueApiPerSecond = 51;
        settings.Documents.SearchLimit = "5";

        var read = () => ZnakPlan.Read(settings);

        var problems = read.Should().Throw<ConnectorSettingsException>().Which.Problems;
        problems.Select(problem => problem.Field).Should().BeEquivalentTo(
            "organisations[0].inn", "organisations[0].kpp", "organisations[0].omsConnection", "organisations[0].contour", "production.suz", "limits.read", "limits.trueApiPerSecond", "documents.searchLimit");
        problems.Should().OnlyContain(problem => !string.IsNullOrEmpty(problem.MessageRu) && !string.IsNullOrEmpty(problem.NextStepRu));
    }

    [TestMethod]
    public void Defaults_are_those_of_the_page()
    {
        var settings = new ZnakSettings();
        settings.Organisations.Add(new ZnakOrganisationSettings { Inn = "7707083893" });

        var plan = ZnakPlan.Read(settings);

        plan.Limits.Should().Be(new ZnakLimits());
        plan.Documents.Should().Be(new ZnakDocumentRules());
        plan.Incoming.Should().BeEquivalentTo(new ZnakIncomingRules());
        plan.Organisations[0].Contour.Should().Be(ZnakContour.Production);
        plan.Organisations[0].Exclusive.Should().BeFalse();
        plan.Services[(ZnakContour.Production, ZnakService.TrueApi)].BaseAddress.Should().Be(new Uri("https://markirovka.crpt.ru"));
        plan.Services[(ZnakContour.Production, ZnakService.Suz)].BaseAddress.Should().Be(new Uri("https://suzgrid.crpt.ru"));
        plan.Services[(ZnakContour.Production, ZnakService.TrueApi)].ConnectTimeout.Should().Be(TimeSpan.FromSeconds(10));
    }

    [TestMethod]
    public void An_omsConnection_serves_one_organisation()
    {
        var settings = new ZnakSettings();
        settings.Organisations.Add(new ZnakOrganisationSettings { Inn = "7707083893", OmsConnection = "AA" });
        settings.Organisations.Add(new ZnakOrganisationSettings { Inn = "7736050003", OmsConnection = "aa" });

        var read = () => ZnakPlan.Read(settings);

        read.Should().Throw<ConnectorSettingsException>().Which.Problems.Should().ContainSingle(problem => problem.Code == "OMS_CONNECTION_TWICE");
    }

    [TestMethod]
    [DataRow("milk", "milk")]
    [DataRow("8", "milk")]
    [DataRow("77", "newgroup")]
    [DataRow("unheard", "unheard")]
    [DataRow("1234", "1234")]
    public void Groups_are_named_by_alias_or_number_and_unknown_ones_pass(string text, string alias) =>
        new ProductGroups([KeyValuePair.Create("newgroup", 77)]).AliasOf(text).Should().Be(alias);

    [TestMethod]
    public void An_organisation_may_go_unnamed_only_where_it_is_the_only_one()
    {
        var settings = new ZnakSettings();
        settings.Organisations.Add(new ZnakOrganisationSettings { Inn = "7707083893" });
        ZnakPlan.Read(settings).Find(null).Inn.Should().Be("7707083893");
        settings.Organisations.Add(new ZnakOrganisationSettings { Inn = "7736050003" });

        var find = () => ZnakPlan.Read(settings).Find("");

        find.Should().Throw<ConnectorException>().Which.Error.Reason.Should().Be("ORGANISATION_MISSING");
    }
}
