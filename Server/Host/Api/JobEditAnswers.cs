using Cleverence.Connectivity;
using ServerJobs;

namespace Server.Api;

/// <summary>Answers changes of the job file.</summary>
internal static class JobEditAnswers
{
    public static Task WriteAsync(HttpContext context, ApiCaller caller, JobsEditReply reply, int status = 200)
    {
        if (reply.Verdict != JobsEditVerdict.Done) throw Refusal(reply, caller.Language);
        Tag(context, reply.Revision!);
        return Answers.WriteBodyAsync(context, new JobEditAnswer(true, caller.Language == "ru" ? reply.MessageRu : reply.Message, reply.JobId, reply.Revision!), status);
    }

    /// <summary>Reads of the file; one that cannot be used is the administrator's conflict, not a failure of the server.</summary>
    public static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JobsConfigException unusable)
        {
            throw Conflict("FileUnusable", unusable.Message, unusable.MessageRu);
        }
    }

    public static void Tag(HttpContext context, string revision) => context.Response.Headers.ETag = $"\"{revision}\"";

    private static Exception Refusal(JobsEditReply reply, string? language) => reply.Verdict switch
    {
        JobsEditVerdict.NotFound => new ApiException(ApiError.NotFound(reply.Message, reply.MessageRu)),
        JobsEditVerdict.Changed => Conflict("RevisionChanged", reply.Message, reply.MessageRu),
        JobsEditVerdict.Taken => Conflict("IdTaken", reply.Message, reply.MessageRu),
        JobsEditVerdict.Predefined => Conflict("Predefined", reply.Message, reply.MessageRu),
        JobsEditVerdict.Unusable => Conflict("FileUnusable", reply.Message, reply.MessageRu),
        JobsEditVerdict.NotWritten => new ConnectorException(new ConnectorError(ConnectorErrorCode.Unavailable, reply.Message) { MessageRu = reply.MessageRu, Reason = "FileNotWritable" }),
        _ => new ApiException(ApiError.Of(new ConnectorError(ConnectorErrorCode.InvalidArguments, reply.Message)
        {
            MessageRu = reply.MessageRu,
            Offenders = [.. reply.Problems.Select(problem => (language == "ru" ? problem.MessageRu : problem.Message)[(problem.File.Length + 2)..])],
        })),
    };

    private static ConnectorException Conflict(string reason, string message, string messageRu) =>
        new(new ConnectorError(ConnectorErrorCode.Conflict, message) { MessageRu = messageRu, Reason = reason });
}
