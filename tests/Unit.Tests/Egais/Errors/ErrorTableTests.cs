using Unit.Tests.Egais.Methods;

namespace Unit.Tests.Egais.Errors;

/// <summary>Every failure on the way to the registry and back: its code, the words of who refused, and how it ends when nobody does anything.</summary>
[TestClass]
public sealed class ErrorTableTests
{
    [TestMethod]
    [DataRow("UTM_OFFLINE", "The UTM is off while a waybill is prepared", "HTTP-запрос не отправлен", "ProcessedByClient", 1)]
    [DataRow("UTM_TIMEOUT", "The list of the out-box never ends", "не ответил вовремя", "ReceivedFromEgais", 1)]
    [DataRow("UTM_OUTCOME_UNKNOWN", "The answer to a post is lost after it arrived", "мог принять документ", "ProcessedByClient", 1)]
    [DataRow("UTM_OUTCOME_UNKNOWN", "The connection breaks before a post arrived", "мог принять документ", "ProcessedByClient", 1)]
    [DataRow("UTM_OUTCOME_UNKNOWN", "The answer to a post is a page", "мог принять документ", "ProcessedByClient", 1)]
    [DataRow("UTM_HTTP", "The UTM forbids a post", "Код состояния HTTP: 403", "TransferError", 0)]
    [DataRow("UTM_HTTP", "The UTM has too much to do for a post", "Код состояния HTTP: 429", "ProcessedByClient", 1)]
    [DataRow("UTM_HTTP", "The out-box cannot be listed for a moment", "Код состояния HTTP: 503", "ReceivedFromEgais", 1)]
    [DataRow("UTM_REFUSED", "The UTM refuses a document", Troubles.TooFewLicences, "TransferError", 0)]
    [DataRow("UTM_REFUSED", "The UTM refuses a document with status 200", Troubles.TooFewLicences, "TransferError", 0)]
    [DataRow("UTM_TYPE_UNKNOWN", "The UTM does not know the type", "Код состояния HTTP: 404", "TransferError", 0)]
    [DataRow("UTM_WRONG_OWNER", "The database is of another place", "принадлежит 030000000009", "ToSend", 0)]
    [DataRow("UTM_WRONG_OWNER", "The key is of another place", "принадлежит 030000000009", "ToSend", 0)]
    [DataRow("UTM_WRONG_OWNER", "An old UTM is of another place", "принадлежит 030000000009", "ToSend", 0)]
    [DataRow("UTM_KEY", "The key cannot be read", Troubles.KeyText, "ToSend", 0)]
    [DataRow("UTM_NOT_XML", "A page comes in place of the list", "не XML", "ReceivedFromEgais", 1)]
    [DataRow("UTM_NOT_XML", "A page comes in place of a document", "не XML", "ReceivedFromEgais", 1)]
    [DataRow("UTM_NOT_XML", "A document is broken off in the middle", "Ошибка XML в строке 1", null, 0)]
    [DataRow("EGAIS_FORMAT", "The registry does not take a document", Troubles.NotEnough, "TransferError", 1)]
    [DataRow("EGAIS_CONDUCT", "The registry does not conduct a document", Troubles.NotEnough, "ConductError", 1)]
    [DataRow("EGAIS_ALREADY_ACTED", "There is an act already", Troubles.ActedAlready, "Confirmed", 2)]
    [DataRow("PAIR_AMBIGUOUS", "Two waybills fit one registration", "Запросите накладную повторно", null, 0)]
    [DataRow("F2_MISSING", "A registration knows not every position", "позиций 2", "ReceivedFromEgais", 0)]
    public async Task A_failure_has_its_code_and_the_words_of_who_refused_and_ends_as_documented(string code, string trouble, string words, string? state, int documents)
    {
        await using var rig = await EgaisRig.StartAsync();

        var told = await Troubles.All[trouble](rig);
        await rig.RunLongAsync();

        told.Code.Should().Be(code);
        told.Text.Should().Contain(words);
        (await rig.EndOfAsync(told.Document)).Should().Be(state);
        // The partner's own is among them.
        rig.System.Judge.Posts().Should().HaveCount(documents);
        rig.System.Judge.Doubles().Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("UTM_REFUSED", "The UTM refuses a document", "ProcessedByClient")]
    [DataRow("UTM_TYPE_UNKNOWN", "The UTM does not know the type", "ProcessedByClient")]
    [DataRow("UTM_HTTP", "The UTM forbids a post", "ProcessedByClient")]
    [DataRow("EGAIS_FORMAT", "The registry does not take a document", "Conducted")]
    [DataRow("EGAIS_CONDUCT", "The registry does not conduct a document", "Conducted")]
    public async Task What_was_refused_goes_when_its_user_sends_it_again(string code, string trouble, string state)
    {
        await using var rig = await EgaisRig.StartAsync();
        var told = await Troubles.All[trouble](rig);
        rig.MakeGood();

        await rig.PrepareAsync(told.Document!, "TransferData");
        await rig.RunLongAsync();

        told.Code.Should().Be(code);
        (await rig.StateAsync(told.Document!)).Should().Be(state);
        rig.System.Judge.Doubles().Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("UTM_WRONG_OWNER", "The database is of another place")]
    [DataRow("UTM_KEY", "The key cannot be read")]
    public async Task What_waited_for_the_right_key_goes_once_it_is_there(string code, string trouble)
    {
        await using var rig = await EgaisRig.StartAsync();
        var told = await Troubles.All[trouble](rig);
        rig.MakeGood();

        await rig.RunLongAsync();

        told.Code.Should().Be(code);
        (await rig.StateAsync(told.Document!)).Should().Be("ProcessedByClient");
        rig.System.Judge.Posts().Should().ContainSingle();
    }

    [TestMethod]
    public async Task A_post_without_an_answer_is_not_repeated_before_three_minutes_of_looking()
    {
        await using var rig = await EgaisRig.StartAsync();
        await Troubles.All["The connection breaks before a post arrived"](rig);

        await rig.RunOftenAsync(8);
        var early = rig.System.Judge.Requests(EgaisRig.A, "POST *");
        await rig.RunOftenAsync(3);

        early.Should().Be(1);
        rig.System.Judge.Requests(EgaisRig.A, "POST *").Should().Be(2);
    }

    [TestMethod]
    public async Task A_position_without_its_F2_bars_every_act()
    {
        await using var rig = await EgaisRig.StartAsync();
        var told = await Troubles.All["A registration knows not every position"](rig);

        (await rig.FailAsync("PrepareForTransfer", ("items", told.Document), ("nextAction", "ConfirmReceipt"))).Reason.Should().Be("ACTION_NOT_ALLOWED");
    }

    [TestMethod]
    public async Task What_could_not_leave_yet_tells_why_when_its_document_is_looked_at()
    {
        await using var rig = await EgaisRig.StartAsync();
        var told = await Troubles.All["The UTM is off while a waybill is prepared"](rig);

        (await rig.CallAsync("EgaisExchange.GetLastErrorText", ("document", told.Document))).Should().BeOfType<string>().Which.Should().StartWith("HTTP-запрос не отправлен");
    }

    [TestMethod]
    public async Task A_long_text_of_the_registry_is_told_whole()
    {
        var text = $"Ошибка: {string.Join("; ", Enumerable.Range(1, 40).Select(at => $"позиция {at}: остаток недостаточен"))} [0004]";
        await using var rig = await EgaisRig.StartAsync();
        rig.System[EgaisRig.A].Twists.RefuseText = text;
        var document = await rig.SaveWriteOffAsync();
        await rig.PrepareAsync(document);
        await rig.RunOftenAsync();

        (await rig.CallAsync("EgaisExchange.GetLastErrorText", ("document", document))).Should().Be(text);
    }
}
