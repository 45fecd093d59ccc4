using Server.Operations;

namespace Server.Api;

/// <summary>The server operations there are, and those that run or wait.</summary>
internal sealed record OperationList(IReadOnlyList<OperationBody> Operations, IReadOnlyList<OperationState> Running);
