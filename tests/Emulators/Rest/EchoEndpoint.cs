using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Emulators.Rest;

/// <summary>Tells what it was sent: verb, target, headers, body, and the fields and files of a form.</summary>
internal static class EchoEndpoint
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods("/echo/{**rest}", ["GET", "POST", "PUT", "PATCH", "DELETE"], async (HttpContext context) =>
        {
            var request = context.Request;
            request.EnableBuffering();
            using var copy = new MemoryStream();
            await request.Body.CopyToAsync(copy);
            request.Body.Position = 0;
            var form = request.HasFormContentType ? await request.ReadFormAsync() : null;
            return Results.Json(new
            {
                verb = request.Method,
                target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
                headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()),
                body = Encoding.UTF8.GetString(copy.ToArray()),
                base64 = Convert.ToBase64String(copy.ToArray()),
                fields = form?.ToDictionary(field => field.Key, field => field.Value.ToString()),
                files = form?.Files.Select(file => new { name = file.Name, fileName = file.FileName, contentType = file.ContentType, base64 = Base64(file) }),
            });
        });

    private static string Base64(IFormFile file)
    {
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return Convert.ToBase64String(copy.ToArray());
    }
}
