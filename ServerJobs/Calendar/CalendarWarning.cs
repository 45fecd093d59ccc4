namespace ServerJobs;

/// <summary>Something in a schedule that is allowed and probably not meant.</summary>
/// <param name="Property">The property, by its JSON name; of a row with its place.</param>
/// <param name="Message">What happens with it and what to write instead.</param>
/// <param name="MessageRu">The same in Russian.</param>
public sealed record CalendarWarning(string Property, string Message, string MessageRu);
