using Server.Api;

namespace Server.Access;

/// <summary>Lets a request in: key, headers, rate. Nobody calls anonymously.</summary>
internal sealed class Admission(KnownKeys keys, CallRate rate)
{
    /// <summary>Admits a request.</summary>
    /// <exception cref="ApiException">It is refused.</exception>
    public async ValueTask<ApiCaller> AdmitAsync(HttpContext context)
    {
        var request = context.Request;
        var own = ApiHeaders.ReadRequestId(request);
        if (own is not null) context.TraceIdentifier = own;
        var header = request.Headers[ApiHeaders.ApiKey];
        var key = header.Count == 1 && header[0] is { Length: > 0 and <= 256 } text ? await keys.FindAsync(text, context.RequestAborted) : null;
        if (key is null) throw new ApiException(ApiError.Unauthorized);
        var device = ApiHeaders.ReadDevice(request);
        if (!rate.Admits(key.Id, device, out var wait)) throw new ApiException(ApiError.TooOften(wait));
        return new ApiCaller(key, context.TraceIdentifier, own, device, Language.Of(request));
    }

    /// <summary>Admits a request to what is not a call of a connector: only keys without limits may.</summary>
    /// <exception cref="ApiException">It is refused.</exception>
    public async ValueTask<ApiCaller> AdmitUnlimitedAsync(HttpContext context)
    {
        var caller = await AdmitAsync(context);
        return caller.Key.IsUnlimited ? caller : throw new ApiException(ApiError.ForbiddenHere);
    }
}
