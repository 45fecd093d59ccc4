namespace Unit.Tests.Transport;

internal sealed record SeenRequest(string Verb, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
