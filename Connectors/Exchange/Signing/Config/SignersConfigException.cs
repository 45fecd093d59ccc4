using Cleverence.Connectivity;

namespace Connectors.Exchange;

/// <summary>The file of signers as a whole cannot be used: unreadable, or not JSON of the right shape.</summary>
public sealed class SignersConfigException : Exception
{
    internal SignersConfigException(SignerProblem problem, Exception? innerException = null)
        : base(problem.ToString(), innerException) => Problem = problem;

    /// <summary>What is wrong, in both languages.</summary>
    public ConnectorProblem WhatIsWrong => Problem.ForPeople();

    internal SignerProblem Problem { get; }
}
