using System.Text;
using Dapper;
using Server.Storage;

namespace Unit.Tests.Storage;

[TestClass]
public class AccessStoreTests : StoreTest
{
    private AccessStore? store;

    private AccessStore Store => store ??= new AccessStore(Home.Database, Home.Time);

    [TestMethod]
    public async Task The_first_start_makes_one_key_and_later_ones_none()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Store.EnsureFirstKeyAsync("первый", default).AsTask()));
        store = new AccessStore(Home.Reopen(), Home.Time);
        var later = await Store.EnsureFirstKeyAsync("первый", default);

        var first = made.Should().ContainSingle(key => key != null).Subject!;
        later.Should().BeNull();
        Store.Find(first.Plain)!.Name.Should().Be("первый");
    }

    [TestMethod]
    public async Task A_key_is_kept_hashed_only()
    {
        var key = await Store.CreateAsync("ТСД", [], default);
        var rows = Home.Database.Exchange.Read(connection => connection.Query<string>("SELECT name || ' ' || connectors || ' ' || CAST(hash AS TEXT) FROM api_key").AsList());
        Home.Close();

        var files = Directory.GetFiles(Home.Options.HomeFolder).Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file)));

        rows.Should().ContainSingle().Which.Should().NotContain(key.Plain);
        files.Should().NotContain(text => text.Contains(key.Plain, StringComparison.Ordinal));
        key.Plain.Should().HaveLength(46).And.StartWith("ck_");
    }

    [TestMethod]
    public async Task A_key_may_call_its_connectors_only()
    {
        var limited = (await Store.CreateAsync("ТСД", ["Склад", "Stock"], default)).Key;
        var free = (await Store.CreateAsync("служба", [], default)).Key;

        (limited.Allows("склад"), limited.Allows("STOCK"), limited.Allows("Касса"), free.Allows("Касса")).Should().Be((true, true, false, true));
    }

    [TestMethod]
    public async Task Only_the_first_key_and_those_asked_for_are_administrators()
    {
        var first = await Store.EnsureFirstKeyAsync("первый", default);
        var device = await Store.CreateAsync("ТСД", [], default);
        var admin = await Store.CreateAdminAsync("второй", default);
        store = new AccessStore(Home.Reopen(), Home.Time);

        (Store.Find(first!.Plain)!.Admin, Store.Find(device.Plain)!.Admin, Store.Find(admin.Plain)!.Admin).Should().Be((true, false, true));
    }

    [TestMethod]
    public async Task A_revoked_key_is_refused_at_once_and_stays_in_the_list()
    {
        await Store.CreateAsync("администратор", [], default);
        var key = await Store.CreateAsync("ТСД", [], default);
        var before = await Store.FindAsync(key.Plain);
        var revoked = await Store.RevokeAsync(key.Key.Id, default);
        var again = await Store.RevokeAsync(key.Key.Id, default);

        before.Should().NotBeNull();
        (revoked, again).Should().Be((KeyRevocation.Revoked, KeyRevocation.Revoked));
        Store.Find(key.Plain).Should().BeNull();
        (await Store.ListAsync(default)).Should().ContainSingle(listed => listed.Name == "ТСД").Which.RevokedAt.Should().Be(Home.Time.GetUtcNow());
    }

    [TestMethod]
    public async Task The_last_key_of_an_administrator_stays_even_when_two_are_revoked_at_once()
    {
        var limited = await Store.CreateAsync("ТСД", ["Склад"], default);
        var one = await Store.CreateAdminAsync("первый", default);
        var two = await Store.CreateAdminAsync("второй", default);
        await Store.CreateAsync("все коннекторы", [], default);

        var outcomes = await Task.WhenAll(Store.RevokeAsync(one.Key.Id, default).AsTask(), Store.RevokeAsync(two.Key.Id, default).AsTask());

        outcomes.Should().BeEquivalentTo([KeyRevocation.Revoked, KeyRevocation.LastAdmin]);
        (await Store.RevokeAsync(limited.Key.Id, default)).Should().Be(KeyRevocation.Revoked);
        (await Store.RevokeAsync("нет такого", default)).Should().Be(KeyRevocation.NotFound);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("ck_unknown")]
    [DataRow("ключ")]
    public void What_is_no_key_finds_nothing(string plain) => Store.Find(plain).Should().BeNull();

    [TestMethod]
    public void An_over_long_text_finds_nothing() => Store.Find(new string('x', 100_000)).Should().BeNull();

    [TestMethod]
    public async Task Finding_a_known_key_allocates_nothing()
    {
        var key = await Store.CreateAsync("ТСД", [], default);
        foreach (var _ in Enumerable.Range(0, 100)) Store.Find(key.Plain);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Store.Find(key.Plain);
        Store.Find(key.Plain);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }
}
