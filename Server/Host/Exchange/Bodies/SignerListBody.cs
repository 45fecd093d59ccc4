using Server.Api;

namespace Server.Exchange;

/// <summary>The signers in their order, and what is wrong in their file.</summary>
internal sealed record SignerListBody(IReadOnlyList<SignerBody> Signers, IReadOnlyList<ProblemBody> Problems);
