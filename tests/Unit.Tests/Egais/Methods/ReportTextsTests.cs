using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Egais;

namespace Unit.Tests.Egais.Methods;

/// <summary>The sentence that a handheld shows of an exchange.</summary>
[TestClass]
public sealed class ReportTextsTests
{
    [TestMethod]
    public void One_document_is_told_by_where_it_stands_last() =>
        TextOf(Change("1", "ActDifferences.ToSend"), Change("1", "ActDifferences.SentToUtm")).Should().Be("Акт расхождений: передан в УТМ.");

    [TestMethod]
    public void Several_documents_are_counted() => TextOf(Change("1", "ToSend"), Change("2", "ToSend"), Change("2", "SentToUtm")).Should().Be("Документов с новостями: 2.");

    [TestMethod]
    public void Nothing_is_said_to_be_nothing() => TextOf().Should().Be("Нового нет.");

    [TestMethod]
    public void An_error_comes_first_and_once()
    {
        var error = new ConnectorError(ConnectorErrorCode.Rejected, "Refused.") { MessageRu = "Марка не числится на балансе" };

        TextOf(Change("1", "TransferError") with { Error = error }, Change("1", "TransferError") with { Error = error }).Should().Be("Марка не числится на балансе");
    }

    [TestMethod]
    public void A_UTM_that_does_not_answer_is_told()
    {
        var report = new ExchangeReport();
        report.Refuse("030000000001", new ConnectorError(ConnectorErrorCode.Unavailable, "Offline.") { MessageRu = "УТМ не отвечает" });

        report.ToRecord()["textRu"].Should().Be("УТМ не отвечает");
    }

    private static ExchangeChange Change(string document, string status) => new("030000000001", "WayBill") { Document = document, NewStatus = status };

    private static object? TextOf(params ExchangeChange[] changes)
    {
        var report = new ExchangeReport();
        foreach (var change in changes) report.Add(change);
        return report.ToRecord()["textRu"];
    }
}
