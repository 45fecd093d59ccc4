using System.ComponentModel;

namespace Server.Api;

/// <summary>A change of the job file that was made.</summary>
internal sealed record JobEditAnswer(bool Ok, string Message, [property: Description("The job; null when the change was of the file as a whole.")] string? Id, [property: Description("The revision of the file now.")] string Revision);
