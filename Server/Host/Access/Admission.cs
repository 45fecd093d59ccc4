using Server.Api;
using Server.Storage;

namespace Server.Access;

/// <summary>Lets a request in: key, headers, rate. Nobody calls anonymously.</summary>
internal sealed class Admission(AccessStore keys, CallRate rate)
{
    /// <summary>Admits a request.</summary>
    /// <exception cref="ApiException">It is refused.</exception>
    public ApiCaller Admit(HttpContext context)
    {
        var request = context.Request;
        var own = ApiHeaders.ReadRequestId(request);
        if (own is not null) context.TraceIdentifier = own;
        var header = request.Headers[ApiHeaders.ApiKey];
        var key = header.Count == 1 && header[0] is { Length: > 0 and <= 256 } text ? keys.Find(text) : null;
        if (key is null) throw new ApiException(ApiError.Unauthorized);
        var device = ApiHeaders.ReadDevice(request);
        if (!rate.Admits(key.Id, device, out var wait)) throw new ApiException(ApiError.TooOften(wait));
        return new ApiCaller(key, context.TraceIdentifier, own, device, Language.Of(request));
    }

    /// <summary>Admits a request to what is not a call of a connector: only keys without limits may.</summary>
    /// <exception cref="ApiException">It is refused.</exception>
    public ApiCaller AdmitUnlimited(HttpContext context)
    {
        var caller = Admit(context);
        return caller.Key.Connectors.Count == 0 ? caller : throw new ApiException(ApiError.ForbiddenHere);
    }

    /// <summary>Admits a request that changes the server: only keys of administrators may.</summary>
    /// <exception cref="ApiException">It is refused.</exception>
    public ApiCaller AdmitAdmin(HttpContext context)
    {
        var caller = Admit(context);
        return caller.Key.Admin ? caller : throw new ApiException(ApiError.ForbiddenToChange);
    }
}
