namespace Server.Api;

/// <summary>Ends the handling of a request with an error.</summary>
internal sealed class ApiException(ApiError error) : Exception(error.Error.Message)
{
    public ApiError Error { get; } = error;
}
