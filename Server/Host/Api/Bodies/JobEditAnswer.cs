using System.ComponentModel;

namespace Server.Api;

/// <summary>A change of the job file that was made.</summary>
internal sealed record JobEditAnswer(bool Ok, string Message, string Id, [property: Description("The revision of the file now.")] string Revision);
