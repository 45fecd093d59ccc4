using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Server.Api;

namespace Server.OpenApi;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>.</summary>
internal static class OpenApiSetup
{
    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.ConfigureHttpJsonOptions(json => Api.Answers.Of(json.SerializerOptions)).AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Connectors", Version = "v1", Description = "Calls of connectors, documents, exchanges and jobs of a Connectors server." };

            // The address differs from site to site; the document is the same for all.
            document.Servers?.Clear();
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["apiKey"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = ApiHeaders.ApiKey },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context);
            return Task.CompletedTask;
        });
    });

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var path = context.Description.RelativePath ?? "";
        operation.Parameters ??= [];
        if (path.Contains("{id}", StringComparison.Ordinal)) Add(operation, "id", ParameterLocation.Path, "The id; escaped where it is not ASCII.");
        if (path.Contains("{runId}", StringComparison.Ordinal)) Add(operation, "runId", ParameterLocation.Path, "The id of a run.");
        if (path.Contains("{messageId}", StringComparison.Ordinal)) Add(operation, "messageId", ParameterLocation.Path, "The id of a message.");
        if (path.Contains("{document}", StringComparison.Ordinal)) Add(operation, "document", ParameterLocation.Path, "The document; escaped where it is not ASCII.");
        foreach (var file in context.Description.ActionDescriptor.EndpointMetadata.OfType<FileAnswer>()) Answer(operation, file.Type);
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ChangesJobFile>().Any()) Add(operation, ApiHeaders.IfMatch, ParameterLocation.Header, "The revision the change was made for, or *.");
        foreach (var names in context.Description.ActionDescriptor.EndpointMetadata.OfType<QueryNames>())
        {
            foreach (var name in names.Names) Add(operation, name, ParameterLocation.Query, null);
        }

        if (!path.StartsWith("api/", StringComparison.Ordinal)) return;
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("apiKey", context.Document)] = [] }];
        Add(operation, "Accept-Language", ParameterLocation.Header, "ru or en: the language of messages.");
        Add(operation, ApiHeaders.RequestId, ParameterLocation.Header, "1 to 128 printable ASCII characters. A repeated call with the same id gets the first outcome.");
        Add(operation, ApiHeaders.Device, ParameterLocation.Header, "The device, printable ASCII.");
        if (operation.OperationId == "Invoke") Add(operation, ApiHeaders.Deadline, ParameterLocation.Header, "How long the caller waits, in milliseconds from 1 to 86400000.");
    }

    private static void Answer(OpenApiOperation operation, string type)
    {
        operation.Responses ??= [];
        if (!operation.Responses.TryGetValue("200", out var response)) operation.Responses["200"] = response = new OpenApiResponse { Description = "OK" };
        if (response is OpenApiResponse { Content: var content } own)
        {
            own.Content = content ?? new Dictionary<string, OpenApiMediaType>();
            own.Content[type] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }
    }

    private static void Add(OpenApiOperation operation, string name, ParameterLocation place, string? description) => operation.Parameters!.Add(new OpenApiParameter
    {
        Name = name,
        In = place,
        Required = place == ParameterLocation.Path,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    });
}
