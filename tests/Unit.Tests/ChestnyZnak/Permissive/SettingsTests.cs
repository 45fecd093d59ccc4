using Connectors.ChestnyZnak;
using Connectors.Transport;

namespace Unit.Tests.ChestnyZnak.Permissive;

[TestClass]
public sealed class SettingsTests
{
    private static readonly ZnakOrganisation Owner = new("7707083893", ZnakContour.Sandbox);

    [TestMethod]
    public void Without_stores_an_organisation_is_one_that_asks_the_hosts()
    {
        var store = Read(new PermissiveSettings()).Stores.Single();

        (store.Id, store.Organisation).Should().Be((Owner.Inn, Owner));
        store.Chain.Should().Equal(SaleProvider.Cdn);
    }

    [TestMethod]
    [DataRow("", "", "Cdn")]
    [DataRow("", "http://till:5995", "Cdn,Lm")]
    [DataRow("http://till:51401", "http://till:5995", "Piot,Lm")]
    public void The_usual_chain_follows_what_is_installed(string piot, string lm, string chain)
    {
        var settings = Store(one => (one.Piot.Address, one.Lm.Address) = (piot, lm));

        string.Join(',', Read(settings).Stores.Single().Chain).Should().Be(chain);
    }

    [TestMethod]
    public void A_chain_that_is_written_finds_local_services_at_their_usual_places()
    {
        var store = Read(Store(one =>
        {
            one.Chain.Add("piot");
            one.Chain.Add("lm");
        })).Stores.Single();

        store.Piot!.Address.Should().Be(new Uri("http://localhost:51401"));
        store.Piot.InfoAddress.Should().Be(new Uri("http://localhost:51077"));
        store.Lm!.Address.Should().Be(new Uri("http://127.0.0.1:5995"));
        $"{store.Piot} {store.Lm}".Should().NotContain("secret");
    }

    [TestMethod]
    [DataRow("budget", "1.5", "permissive.budget")]
    [DataRow("chain", "cloud", "permissive.stores[0].chain[0]")]
    [DataRow("organisation", "7736050003", "permissive.stores[0].organisation")]
    [DataRow("onNoAnswer", "maybe", "permissive.onNoAnswer")]
    [DataRow("unverified", "nonsense", "permissive.unverifiedGroups[0]")]
    [DataRow("reserve", "00:00:02", "permissive.reserve")]
    [DataRow("refreshLatest", "05:00:00", "permissive.refreshLatest")]
    [DataRow("id", "", "permissive.stores[0].id")]
    [DataRow("token", "", "permissive.stores[0].piot.token")]
    public void A_wrong_setting_is_told_with_its_field(string what, string value, string field)
    {
        var settings = Store(one => one.Chain.Add("piot"));
        var store = settings.Stores[0];
        store.Chain.Add("lm");
        Action change = what switch
        {
            "budget" => () => settings.Budget = value,
            "chain" => () => store.Chain[0] = value,
            "organisation" => () => store.Organisation = value,
            "onNoAnswer" => () => settings.OnNoAnswer = value,
            "unverified" => () => settings.UnverifiedGroups.Add(value),
            "reserve" => () => settings.Reserve = value,
            "refreshLatest" => () => settings.RefreshLatest = value,
            "id" => () => store.Id = value,
            _ => () => store.Piot.Token = value,
        };
        change();
        var problems = new SettingsProblems();

        Read(settings, problems);

        problems.All.Select(problem => problem.Field).Should().Contain(field);
        problems.All.Should().OnlyContain(problem => problem.MessageRu != null && problem.NextStepRu != null);
    }

    internal static PermissiveRules Read(PermissiveSettings settings, SettingsProblems? problems = null)
    {
        var found = problems ?? new SettingsProblems();
        var rules = PermissiveReader.Read(settings, [Owner], new ProductGroups([]), found);
        if (problems is null) found.All.Should().BeEmpty();
        return rules;
    }

    private static PermissiveSettings Store(Action<SaleStoreSettings> change)
    {
        var store = new SaleStoreSettings { Id = "Shop" };
        (store.Piot.Name, store.Piot.ProgramVersion, store.Piot.Id, store.Piot.Token) = ("till", "1", "7", "secret");
        (store.Lm.Login, store.Lm.Password) = ("admin", "secret");
        change(store);
        var settings = new PermissiveSettings();
        settings.Stores.Add(store);
        return settings;
    }
}
