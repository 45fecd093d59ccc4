using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.ChestnyZnak;

/// <summary>Closes orders by a person's wish: never before everything that was handed out is here, and unused codes are annulled only by his express word.</summary>
internal sealed class OrderClosing(SuzParts suz)
{
    private readonly SuzSubmission submission = new(suz.Znak);

    public async Task<ConnectorRecord> CloseAsync(string orderId, string? gtin, bool annulUnused, string? organisation, InvokeArgs args, CancellationToken cancellationToken)
    {
        var station = await suz.OfOrderAsync(orderId, organisation, cancellationToken).ConfigureAwait(false);

        // Wanting none fetches none, but recovers and compares.
        var report = await suz.Fetch.RunAsync(station, orderId, 0, null, cancellationToken).ConfigureAwait(false);
        if (report.NothingWorked) throw new ConnectorException(report.Error!);
        return await suz.LockedAsync(station, () => AskAsync(station, orderId, gtin, annulUnused, args, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task<ConnectorRecord> AskAsync(SuzStation station, string orderId, string? gtin, bool annulUnused, InvokeArgs args, CancellationToken cancellationToken)
    {
        var buffers = (await suz.Client.OrderStatusAsync(station, orderId, gtin, cancellationToken).ConfigureAwait(false)).Where(buffer => buffer.State is not (SuzBuffer.Closed or SuzBuffer.Rejected)).ToList();
        if (buffers.Count == 0) throw Refused("SUZ_CLOSED_ALREADY", $"The order {orderId} is closed already.", $"Заказ {orderId} уже закрыт.");
        if (await suz.Closings.OfAsync(orderId, buffers.Select(buffer => buffer.Gtin), cancellationToken).ConfigureAwait(false) is { Count: > 0 } asked)
        {
            return await submission.RunAsync([.. asked.Select(message => (message.Content.Organisation, message.Id))], [], args, cancellationToken).ConfigureAwait(false);
        }

        var known = (await suz.SubOrders.OfOrderAsync(orderId, cancellationToken).ConfigureAwait(false)).ToDictionary(order => order.Gtin, StringComparer.Ordinal);
        var intents = await suz.Znak.Codes.OpenIntentsAsync(orderId, cancellationToken).ConfigureAwait(false);
        var changes = new List<RecordChange>();
        foreach (var buffer in buffers)
        {
            if (intents.Any(intent => intent.Gtin == buffer.Gtin)) throw Refused("SUZ_UNCLEAR", $"A request for codes of {buffer.Gtin} has no verdict yet, and closing would lose them. Try again in a few minutes.", $"По {buffer.Gtin} есть запрос кодов без ответа, закрытие их потеряет. Повторите через несколько минут.");
            var received = (await suz.Znak.Codes.BlocksAsync(orderId, buffer.Gtin, cancellationToken).ConfigureAwait(false)).Sum(block => (long)block.Quantity) + await new AsideCodes(suz.Znak.Records).CountAsync(orderId, buffer.Gtin, cancellationToken).ConfigureAwait(false);
            var order = known.GetValueOrDefault(buffer.Gtin) ?? new SubOrder(station.OmsId, orderId, buffer.Gtin) { Inn = station.Inn };
            Check(buffer, order, received, annulUnused);
            changes.Add(SubOrders.Change(order with { CloseAsked = true }) with { ExpectedVersion = order.Version });
        }

        var group = known.Values.FirstOrDefault()?.ProductGroup ?? "";
        return await submission.SendAsync([suz.Messages.Close(station, orderId, gtin, group) with { Records = changes }], args, cancellationToken).ConfigureAwait(false);
    }

    private static void Check(SuzBuffer buffer, SubOrder order, long received, bool annulUnused)
    {
        if (buffer.Passed > received + order.Elsewhere)
        {
            throw Refused("SUZ_NOT_COMPARED", $"{buffer.Passed} codes of {buffer.Gtin} were handed out and {received} are here; closing would lose the rest. Fetch first, or use ResumeOrder.", $"По {buffer.Gtin} выдано {buffer.Passed} кодов, получено {received}; закрытие потеряет остальные. Сначала получите их или вызовите ResumeOrder.");
        }

        if (buffer.Passed < buffer.Total || buffer.Passed < 0)
        {
            if (!annulUnused) throw Refused("SUZ_WOULD_ANNUL", $"{buffer.Total - Math.Max(0, buffer.Passed)} codes of {buffer.Gtin} were not taken; closing annuls them and may cost money. Say annulUnused=true if that is meant.", $"По {buffer.Gtin} не получено {buffer.Total - Math.Max(0, buffer.Passed)} кодов; закрытие их аннулирует и может стоить денег. Если это нужно, укажите annulUnused=true.");
        }
    }

    private static ConnectorException Refused(string reason, string message, string messageRu) => new(new ConnectorError(ConnectorErrorCode.Rejected, message) { MessageRu = messageRu, Reason = reason });
}
