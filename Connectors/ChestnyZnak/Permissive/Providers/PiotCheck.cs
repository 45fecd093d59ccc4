using System.Text.Json;

namespace Connectors.ChestnyZnak;

/// <summary>Asks the vendor's certified local service (ТС ПИоТ), in the version of its protocol that is installed.</summary>
internal sealed class PiotCheck(SaleLinks links) : ISaleCheck
{
    public SaleProvider Provider => SaleProvider.Piot;

    public async ValueTask<SaleOutcome> CheckAsync(SaleRequest request, TimeSpan limit, CancellationToken cancellationToken)
    {
        var piot = request.Store.Piot!;

        // The third version takes no code without its group; the others are asked about all the same.
        var asked = piot.Version < 3 ? request.Codes : [.. request.Codes.Where(code => code.Group is not null)];
        if (asked.Count == 0) return SaleOutcome.None("GROUP_UNKNOWN");
        var reply = await links.AskLocalAsync(piot.Address, SaleRequests.Post($"/api/v{piot.Version}/codes/check", SaleRequests.OfPiot(asked, piot), limit), cancellationToken).ConfigureAwait(false);
        if (reply.Status == 203) return SaleOutcome.Of(new SaleAnswer(SaleProvider.Piot, SaleAnswerKind.Emergency) { Codes = asked });
        if (reply.Status != 200) return SaleOutcome.None(reply.Word);
        using var body = AnswerFields.Parse(reply.Body);
        var answers = Parts(body?.RootElement ?? default, piot.Version).Select(part => SaleAnswerReader.Read(SaleProvider.Piot, part, asked)).OfType<SaleAnswer>().ToList();
        var told = answers.Sum(answer => answer.Codes.Count);
        return new SaleOutcome(answers, told >= request.Codes.Count ? null : asked.Count < request.Codes.Count ? "GROUP_UNKNOWN" : "ANSWER_INCOMPLETE");
    }

    // The first version wraps its answer once more; a failure may stand outside.
    private static JsonElement.ArrayEnumerator Parts(JsonElement answer, int version)
    {
        if (version > 1) return answer.Items("codesResponse"u8);
        return (answer.Long("code"u8) ?? 0) == 0 ? answer.Part("codesResponse"u8).Items("codesResponse"u8) : default;
    }
}
