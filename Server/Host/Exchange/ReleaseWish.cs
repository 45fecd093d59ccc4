using Cleverence.Connectivity;
using Server.Api;

namespace Server.Exchange;

/// <summary>Which incoming item a person gives back to the engine.</summary>
internal sealed record ReleaseWish(string Organisation, string RemoteId)
{
    private const string OrganisationField = "organisation", RemoteIdField = "remoteId";

    /// <exception cref="ApiException">It cannot be read.</exception>
    public static ReleaseWish Of(ConnectorRecord body)
    {
        if (body.Names.FirstOrDefault(name => name is not (OrganisationField or RemoteIdField)) is { } unknown)
            throw new ApiException(ApiError.Invalid($"'{unknown}' is not known; known: {OrganisationField}, {RemoteIdField}.", $"«{unknown}» неизвестно; известны: {OrganisationField}, {RemoteIdField}."));
        return new(TextOf(body, OrganisationField), TextOf(body, RemoteIdField));
    }

    private static string TextOf(ConnectorRecord body, string name) =>
        body[name] is string { Length: > 0 } text ? text : throw new ApiException(ApiError.Invalid($"{name} takes the text that GET …/incoming shows.", $"{name} — текст, который показывает GET …/incoming."));
}
