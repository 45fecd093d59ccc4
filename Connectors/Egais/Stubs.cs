using Cleverence.Connectivity.Exchange;
using Cleverence.Connectivity;
namespace Connectors.Egais;
internal static class EgaisNames { public static string StatusRu(string s)=>s; public static string ActionRu(string s)=>s; public static string? ActionOf(string s)=>s; }
internal sealed class EgaisAdapter : IExchangeAdapter {
 public IDocumentStatuses Statuses => null!; public ISigner? SignerOf(string o)=>null;
 public ValueTask<SendOutcome> SendAsync(ExchangeMessage m, CancellationToken c)=>default; public ValueTask<FindOutcome> FindSentAsync(ExchangeMessage m, CancellationToken c)=>default;
 public ValueTask<ReplyOutcome> GetReplyAsync(ExchangeMessage m, CancellationToken c)=>default; public ValueTask<SessionChallenge?> SetSessionKeyAsync(SessionChallenge a, ReadOnlyMemory<byte> b, CancellationToken c)=>default; }
