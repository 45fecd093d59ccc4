namespace Cleverence.Connectivity.Exchange;

/// <summary>How long to wait before the next question when an adapter has no rule of its own.</summary>
public static class PollDelays
{
    private const double FirstSeconds = 5;
    private const double Factor = 1.4;
    private const int SteadyFrom = 15;
    private static readonly TimeSpan Steady = TimeSpan.FromMinutes(2);

    /// <summary>The n-th wait is 5·1.4ⁿ⁻¹ seconds, from the 15th on two minutes.</summary>
    /// <param name="message">The message; its poll number is the number of questions asked so far.</param>
    /// <returns>The wait.</returns>
    public static TimeSpan Of(ExchangeMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.PollNumber + 1 >= SteadyFrom ? Steady : TimeSpan.FromMilliseconds(Math.Round(FirstSeconds * 1000 * Math.Pow(Factor, Math.Max(message.PollNumber, 0))));
    }
}
