using Cleverence.Connectivity;

namespace Server.Api;

/// <summary>The HTTP status of an error: here and nowhere else.</summary>
internal static class ErrorStatus
{
    public static int Of(ConnectorErrorCode code) => code switch
    {
        ConnectorErrorCode.InvalidArguments => 400,
        ConnectorErrorCode.ConnectorNotFound or ConnectorErrorCode.MethodNotFound => 404,
        ConnectorErrorCode.Conflict => 409,
        ConnectorErrorCode.TooLarge => 413,
        ConnectorErrorCode.Rejected => 422,
        ConnectorErrorCode.Busy => 429,
        ConnectorErrorCode.Cancelled => 499,
        ConnectorErrorCode.Failed => 500,
        ConnectorErrorCode.AccessDenied or ConnectorErrorCode.InvalidResult => 502,
        ConnectorErrorCode.ConnectorDisabled or ConnectorErrorCode.Unavailable => 503,
        ConnectorErrorCode.Timeout => 504,
        _ => 500,
    };
}
