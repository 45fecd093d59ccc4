using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The one parameter of a question as the builder takes it.</summary>
internal static class QuestionExtras
{
    public static ConnectorRecord Of(EgaisOperation operation, string value) => new() { { operation == EgaisOperation.QueryMarksByF2 ? "f2" : "regId", value.Trim() } };
}
