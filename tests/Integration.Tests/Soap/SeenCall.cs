namespace Integration.Tests.Soap;

/// <summary>A request that reached the emulator.</summary>
internal sealed record SeenCall(string Verb, string Path, string ContentType, string Action, string Authorization, string RequestId, string Body);
