using System.Text.RegularExpressions;
using Connectors.Egais;

namespace Unit.Tests.Egais.Dialogue;

[TestClass]
public sealed partial class EgaisNamesTests
{
    [TestMethod]
    [DataRow("ActAccept.ToSend", "Акт подтверждения: к передаче")]
    [DataRow("RejectRepealRequest.Processing", "Запрос на отмену акта отказа: обрабатывается ЕГАИС")]
    [DataRow("ReceivedFromEgais", "Принят из ЕГАИС")]
    [DataRow("ConductError", "Ошибка проведения ЕГАИС")]
    [DataRow("OwnReject.Error", "Отказ от накладной: ошибка")]
    [DataRow("Unheard", "Unheard")]
    public void Statuses_have_Russian_names(string status, string russian) => EgaisNames.StatusRu(status).Should().Be(russian);

    [TestMethod]
    [DataRow("ConfirmReceipt", "ConfirmReceipt")]
    [DataRow("confirmreceipt", "ConfirmReceipt")]
    [DataRow(" ПодтвердитеПолучение ", "ConfirmReceipt")]
    [DataRow("ОжидайтеПолучениеКвитанцииПроведенЕГАИС", "WaitConductedTicket")]
    [DataRow("Сделайте", null)]
    [DataRow(null, null)]
    public void Actions_are_known_by_both_names(string? name, string? action) => EgaisNames.ActionOf(name).Should().Be(action);

    [TestMethod]
    public void Every_action_has_a_Russian_name_of_its_own()
    {
        EgaisNames.AllActions.Should().HaveCount(28).And.OnlyHaveUniqueItems();
        EgaisNames.AllActions.Select(EgaisNames.ActionRu).Should().OnlyHaveUniqueItems().And.OnlyContain(name => Cyrillic().IsMatch(name));
    }

    [TestMethod]
    public void Every_status_of_every_table_has_a_Russian_name()
    {
        var statuses = StateTableTests.Rows.Select(row => ((Story)row[1]).End.Status).Concat(StateTableTests.Groups.SelectMany(row => new[] { "ToSend", "SentToUtm", "Processing" }.Select(step => (string)row[2] + step))).Distinct().ToList();

        statuses.Should().HaveCountGreaterThan(40).And.OnlyContain(status => Cyrillic().IsMatch(EgaisNames.StatusRu(status)));
    }

    [GeneratedRegex("^[А-Яа-яЁё]")]
    private static partial Regex Cyrillic();
}
