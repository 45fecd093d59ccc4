using System.Text.Json;

namespace ServerJobs;

/// <summary>Takes something wrong in the JSON form of a schedule.</summary>
/// <param name="path">Where, from the path that was given to the reader.</param>
/// <param name="value">The value found; null when it is missing.</param>
/// <param name="expected">What is allowed there.</param>
/// <param name="expectedRu">The same in Russian.</param>
public delegate void CalendarReport(string path, JsonElement? value, string expected, string expectedRu);
