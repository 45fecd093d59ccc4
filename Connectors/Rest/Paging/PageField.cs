namespace Connectors.Rest;

/// <summary>The paging parameter in a body: the name of a form's field or the path of a JSON member, and its value.</summary>
internal sealed record PageField(string Name, object Value);
