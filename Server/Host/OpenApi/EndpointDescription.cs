using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Server.OpenApi;

/// <summary>Tells the OpenAPI document what an endpoint takes and answers; its handler reads the request itself, so nothing can be guessed.</summary>
internal static class EndpointDescription
{
    private const string Json = "application/json";
    private static readonly MethodInfo Handler = typeof(EndpointDescription).GetMethod(nameof(Handle), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static IEndpointConventionBuilder Described(this IEndpointConventionBuilder endpoint, string name, string tag, string summary, string? remarks = null)
    {
        // Only endpoints with a method among their metadata are described at all.
        endpoint.WithMetadata(Handler).WithName(name).WithTags(tag).WithSummary(summary);
        return remarks is null ? endpoint : endpoint.WithDescription(remarks);
    }

    public static IEndpointConventionBuilder Takes<T>(this IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(new AcceptsMetadata([Json], typeof(T)));

    /// <summary>Takes a file of another type than JSON.</summary>
    public static IEndpointConventionBuilder TakesFile(this IEndpointConventionBuilder endpoint, params string[] types) =>
        endpoint.WithMetadata(new AcceptsMetadata(types, typeof(string)));

    /// <summary>Answers with a file of another type than JSON.</summary>
    public static IEndpointConventionBuilder AnswersFile(this IEndpointConventionBuilder endpoint, string type) =>
        endpoint.WithMetadata(new FileAnswer(type));

    public static IEndpointConventionBuilder Answers<T>(this IEndpointConventionBuilder endpoint, int status = 200) =>
        endpoint.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(T), [Json]));

    public static IEndpointConventionBuilder Fails(this IEndpointConventionBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses) endpoint.Answers<ErrorAnswer>(status);
        return endpoint;
    }

    public static IEndpointConventionBuilder Queries(this IEndpointConventionBuilder endpoint, params string[] names) =>
        endpoint.WithMetadata(new QueryNames(names));

    /// <summary>Takes the revision of the job file.</summary>
    public static IEndpointConventionBuilder ChangesFile(this IEndpointConventionBuilder endpoint) => endpoint.WithMetadata(new ChangesJobFile());

    private static void Handle()
    {
    }
}
