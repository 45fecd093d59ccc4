namespace Server.Api;

/// <summary>What came of a person's word on an event.</summary>
internal sealed record DocumentEventAnswer(bool Ok, string Message);
