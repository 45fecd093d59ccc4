using Newtonsoft.Json.Linq;
using TestKit;
using TsdClient;

namespace Unit.Tests.Samples.Tsd;

[TestClass]
public sealed class OperationScreenTests
{
    private const string Id = "op";
    private readonly OperationView view = new("Закрытие смены");

    [TestMethod]
    public void Progress_notices_and_messages_fit_the_screen()
    {
        view.Take(Progress(1, 30, "Проверка ячеек: 3 из 10"), Id);
        view.Take(Message(2, "Ячейка А-01 пуста, проверьте её"), Id);
        view.Take(Notice(3, "Начато", "Можно заниматься другим."), Id);

        var screen = OperationScreen.Draw(view, Words.Of("ru"));

        screen.Split('\n').Should().HaveCount(Screen.Rows).And.AllSatisfy(line => line.Should().HaveLength(Screen.Columns));
        screen.Should().Contain("│Закрытие смены").And.Contain("│Проверка ячеек: 3 из 10").And.Contain("██████░░░░░░░░░░░░░░░░░  30%")
            .And.Contain("│! Начато. Можно заниматься").And.Contain("│• Ячейка А-01 пуста,").And.Contain("│Выполняется на сервере");
    }

    [TestMethod]
    public void Only_the_newest_messages_are_shown_and_the_older_ones_counted()
    {
        Enumerable.Range(1, 30).ToList().ForEach(at => view.Take(Message(at, $"сообщение {at}"), Id));

        var screen = OperationScreen.Draw(view, Words.Of("ru"));

        screen.Split('\n').Should().HaveCount(Screen.Rows);
        screen.Should().Contain("ранее сообщений: 21").And.Contain("• сообщение 30").And.NotContain("• сообщение 21 ");
    }

    [TestMethod]
    public void Progress_older_than_the_newest_shown_and_what_came_twice_is_ignored()
    {
        view.Take(Progress(5, 50, "новое"), Id);
        view.Take(Progress(4, 40, "старое"), Id);
        view.Take(Message(6, "раз"), Id);
        view.Take(Message(6, "раз"), Id);
        view.Take(new JObject(Message(7, "чужое")) { ["operationId"] = "other" }, Id);

        (view.Percent, view.Text).Should().Be((50, "новое"));
        view.Messages.Should().Equal("раз");
        view.After.Should().Be(7);
    }

    [TestMethod]
    public void Lost_connection_is_said_in_the_footer()
    {
        view.Connected = false;

        OperationScreen.Draw(view, Words.Of("ru")).Should().Contain("Нет связи, ищу операцию…").And.Contain("│Выполняется…");
    }

    [TestMethod]
    public void Notice_of_another_operation_is_shown_with_its_picture_status_and_press_in_words()
    {
        var notice = new JObject { ["text"] = "Принтер молчит", ["explanation"] = "Проверьте", ["picture"] = "Принтер", ["action"] = "Печать", ["status"] = "Important", ["key"] = "p" };
        view.Take(new JObject(Envelope("5d0c2b9e-7f43-4b0a-9a6c-61c1a3e84f17", 3, new JObject { ["messages"] = new JArray(), ["notice"] = notice })) { ["operationId"] = "other" }, Id);

        var screen = OperationScreen.Draw(view, Words.Of("ru"));

        screen.Split('\n').Should().HaveCount(Screen.Rows).And.AllSatisfy(line => line.Should().HaveLength(Screen.Columns));
        string.Join(' ', view.Notices.Select(shown => $"{shown.Mark} {shown.Text}")).Should().Be("‼ [Принтер] Принтер молчит. Проверьте → Печать");
        screen.Should().Contain("│‼ [Принтер] Принтер").And.Contain("→ Печать");
    }

    [TestMethod]
    public void What_came_before_its_operation_was_known_is_kept_for_15_seconds()
    {
        var time = new ManualTimeProvider();
        var strange = new StrangeNotices(time);
        new OperationView("earlier", strange).Take(Message(1, "вовремя"), "other");
        time.Advance(TimeSpan.FromSeconds(14));
        var known = new OperationView("known", strange);
        known.TakeStrange(Id);
        new OperationView("earlier", strange).Take(Message(2, "поздно"), "other");
        time.Advance(TimeSpan.FromSeconds(16));
        var late = new OperationView("late", strange);
        late.TakeStrange(Id);

        known.Messages.Should().Equal("вовремя");
        late.Messages.Should().BeEmpty();
    }

    private static JObject Progress(long at, int percent, string text) => Envelope("14076bb1-a1f5-4876-975a-3b7f69383f6c", at, new JObject { ["progress"] = new JObject { ["percent"] = percent, ["text"] = text }, ["messages"] = new JArray() });

    private static JObject Message(long at, string text) => Envelope("0afef160-bfcb-459e-a890-a4afbb73b7ba", at, new JObject { ["messages"] = new JArray(new JObject { ["text"] = text }) });

    private static JObject Notice(long at, string text, string explanation) =>
        Envelope("5d0c2b9e-7f43-4b0a-9a6c-61c1a3e84f17", at, new JObject { ["messages"] = new JArray(), ["notice"] = new JObject { ["text"] = text, ["explanation"] = explanation, ["key"] = null } });

    private static JObject Envelope(string kind, long at, JObject result) => new() { ["kind"] = kind, ["operationId"] = Id, ["sentAtUtcMs"] = at, ["group"] = Id, ["result"] = result };
}
