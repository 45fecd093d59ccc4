using Cleverence.Connectivity;
using Connectors.Hosting;
using Server.Storage;

namespace Server.Api;

/// <summary>Gives everything that goes wrong outside a call the shape of its errors: never a page, a type name or a stack.</summary>
internal sealed class ErrorShape(RequestDelegate next, ILogger<ErrorShape> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        ApiError? error;
        try
        {
            await next(context);
            error = Unanswered(context);
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            error = ErrorOf(context, failure);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
            return;
        }

        if (error is null) return;
        if (context.Response.HasStarted) context.Abort();
        else Answers.WriteError(context, error, context.TraceIdentifier, Language.Of(context.Request));
    }

    private static ApiError? Unanswered(HttpContext context) => context.Response.HasStarted ? null : context.Response.StatusCode switch
    {
        404 when context.GetEndpoint() is null => ApiError.NotFound(
            $"There is nothing at {context.Request.Path}; the API is described at /openapi/v1.json.", $"По адресу {context.Request.Path} ничего нет; описание API — /openapi/v1.json."),
        405 => ApiError.MethodNotAllowed(context.Request.Method, context.Response.Headers.Allow.ToString()),
        415 => context.Request.Path.Value!.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) ? ApiError.MustBeXml : ApiError.UnsupportedMediaType,
        _ => null,
    };

    private ApiError ErrorOf(HttpContext context, Exception failure)
    {
        switch (failure)
        {
            case ApiException refused:
                return refused.Error;
            case ConnectorException declared:
                if (declared.Error.Code == ConnectorErrorCode.InvalidResult) log.AnswerRefused(context.Request.Path, context.TraceIdentifier, declared.Error.Message);
                return ApiError.Of(declared.Error);
            case StorageException away:
                log.StorageAway(context.Request.Path, context.TraceIdentifier, away.Message);
                return ApiError.StorageAway;
            case BadHttpRequestException { StatusCode: 413 }:
                return ApiError.BodyTooLarge(context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize);
            case BadHttpRequestException:
                return ApiError.Invalid("The body could not be read to its end. Send the request again.", "Тело запроса не удалось прочитать до конца. Отправьте запрос снова.");
            default:
                log.RequestFailed(context.Request.Path, context.TraceIdentifier, failure);
                return ApiError.Failed;
        }
    }
}
