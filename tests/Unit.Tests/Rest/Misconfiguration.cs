namespace Unit.Tests.Rest;

/// <summary>Settings with one mistake, and what is told of it.</summary>
public sealed partial record Misconfiguration(string Name, string Settings, string Field, string Code, string Message, string MessageRu, string NextStep, string NextStepRu)
{
    public static IEnumerable<Misconfiguration> All => OfRequests.Concat(OfAnswers);
}
