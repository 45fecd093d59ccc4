using Cleverence.Connectivity.Marking;
using Connectors.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Codes;

[TestClass]
public sealed class FoundCodeTests
{
    [TestMethod]
    [DataRow(MarkingCodeState.Issued, "Наш код: получен, ещё не напечатан.")]
    [DataRow(MarkingCodeState.Printed, "Наш код: напечатан, отчёта о нанесении ещё нет.")]
    [DataRow(MarkingCodeState.Utilised, "Наш код: нанесён на товар, отчёт передан.")]
    [DataRow(MarkingCodeState.Received, "Код пришёл с документом поставщика.")]
    [DataRow(MarkingCodeState.Withdrawn, "Код выбыл: выведен из оборота или испорчен.")]
    public void A_person_with_a_handheld_is_told_in_a_sentence_where_a_code_stands(MarkingCodeState state, string sentence)
    {
        var found = FoundCode.Of(new StoredMarkingCode("0104600000000015215!+!KD\u001D93I+xx", "0104600000000015215!+!KD", "04600000000015") { State = state });

        found["textRu"].Should().Be(sentence);
        found["state"].Should().Be(state.ToString());
        found["found"].Should().Be(true);
    }

    [TestMethod]
    [DataRow(true, "Этого кода нет среди наших.")]
    [DataRow(false, "Это не код маркировки. Сканируйте ещё раз.")]
    public void A_code_that_is_not_ours_is_told_from_a_text_that_is_no_code(bool isCode, string sentence) =>
        FoundCode.Missing(isCode)["textRu"].Should().Be(sentence);
}
