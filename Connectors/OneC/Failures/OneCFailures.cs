using Cleverence.Connectivity;

namespace Connectors.OneC;

/// <summary>Sorts the answers that say no: first who speaks, then what the status or the code says.</summary>
internal static class OneCFailures
{
    /// <summary>How long to leave a base alone that has no free licence: it will not have one in a second.</summary>
    public static readonly TimeSpan LicencePause = TimeSpan.FromSeconds(60);

    /// <summary>How long 1C itself waits for a free session before it says 406.</summary>
    public static readonly TimeSpan PoolPause = TimeSpan.FromSeconds(5);

    /// <summary>The failure of an answer, or null for one that can be used.</summary>
    public static ConnectorException? Find(OneCAnswer answer)
    {
        if (!answer.IsSuccess) return Of(answer);
        if (OneCErrorReader.FindInSuccess(answer) is { } hidden) return Of(answer, hidden);
        return answer.First is not ('{' or '[' or '"' or '\0') && OneCWords.SaysNoLicence(answer.Text) ? Of(answer, OneCErrorReader.Read(answer)) : null;
    }

    /// <summary>The failure of an answer that says no.</summary>
    public static ConnectorException Of(OneCAnswer answer) => Of(answer, OneCErrorReader.Read(answer));

    /// <summary>The failure of an answer whose error was read already.</summary>
    public static ConnectorException Of(OneCAnswer answer, OneCErrorText said)
    {
        var error = Sort(answer, said);
        return new(error with
        {
            Target = answer.Target,
            RetryAfter = error.RetryAfter ?? answer.RetryAfter,
            Detail = OneCWords.Limited($"HTTP {said.Status}{(said.Status == answer.Status ? "" : $" (sent as {answer.Status})")}{(said.Code is null ? "" : $", code {said.Code}")}\n{answer.Text}"),
        });
    }

    private static ConnectorError Sort(OneCAnswer answer, OneCErrorText said)
    {
        if (OneCWords.SaysNoLicence(said.Message)) return OneCErrors.NoLicence(answer);
        if (said.Kind == OneCErrorKind.OData && OneCErrors.OfODataCode(said) is { } byCode) return byCode;
        return said.Status switch
        {
            // A handler of 1C code may answer 400 in words of its own; the session is gone only where the web extension or the web server speaks.
            400 when answer.InSession && said.Kind is (OneCErrorKind.Empty or OneCErrorKind.Page or OneCErrorKind.WebExtension) => OneCErrors.SessionLost(),
            401 => said.Kind == OneCErrorKind.Service ? OneCErrors.Rights(said) : OneCErrors.SignIn(answer),
            403 => OneCErrors.Rights(said),
            404 or 405 or 410 => OneCErrors.NotThere(answer, said),
            406 => OneCErrors.SessionsBusy(answer),
            409 or 412 => OneCErrors.Conflict(said),
            429 => OneCErrors.TooMany(answer),
            408 or 502 or 503 or 504 => OneCErrors.Unavailable(answer, said),
            413 => OneCErrors.TooLarge(),
            501 => OneCErrors.NotSupported(said),
            >= 500 => said.IsReadable ? OneCErrors.Refused(said, OneCReasons.Error) : OneCErrors.Broken(answer),
            >= 400 => OneCErrors.Wrong(said),
            >= 300 => OneCErrors.Redirected(answer),
            _ => said.Kind == OneCErrorKind.Page ? OneCErrors.Page(answer) : OneCErrors.Refused(said, OneCReasons.Error),
        };
    }
}
