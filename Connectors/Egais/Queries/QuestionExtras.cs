using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The one parameter of a question as the builder takes it.</summary>
internal static class QuestionExtras
{
    public static ConnectorRecord Of(string value) => new() { { "regId", value.Trim() } };
}
