using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Transport;
using Connectors.Transport.Soap;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Unit.Tests.House;

namespace Unit.Tests.Soap;

/// <summary>Loads the WSDLs of the tests and runs the two halves of a call without a network.</summary>
internal static class Wsdls
{
    public static string PathOf(string name) => Path.Combine(Repository.Root, "tests", "Unit.Tests", "Soap", "Wsdl", name);

    public static WsdlDocument Load(string name) => WsdlDocument.LoadAsync(new WsdlFileSource(PathOf(name)), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    /// <summary>A call of an operation with arguments in JSON.</summary>
    public static SoapCall Call(WsdlDocument document, string operation, string arguments)
    {
        var port = document.Ports.First(one => one.Operations.Any(other => other.Name == operation));
        var args = ((JObject)JsonText.Parse(arguments)).Properties().Select(field => new InvokeArg(field.Name.StartsWith('#') && int.TryParse(field.Name[1..], out _) ? "" : field.Name, JsonValues.FromJson(field.Value))).ToList();
        return new SoapCall(port, port.Operations.First(one => one.Name == operation), new InvokeArgs("s", "", operation, args));
    }

    /// <summary>What stands in the body of the request.</summary>
    public static string Body(string wsdl, string operation, string arguments)
    {
        var document = Load(wsdl);
        return Inner(Envelope(document, Call(document, operation, arguments)), "Body");
    }

    public static string Envelope(WsdlDocument document, SoapCall call) => Encoding.UTF8.GetString(EnvelopeWriter.Write(call, document.Types).Span);

    public static string Inner(string envelope, string element)
    {
        var start = envelope.IndexOf($"<soap:{element}", StringComparison.Ordinal);
        if (start < 0) return "";
        start = envelope.IndexOf('>', start);
        return envelope[start - 1] == '/' ? "" : envelope[(start + 1)..envelope.IndexOf($"</soap:{element}>", StringComparison.Ordinal)];
    }

    /// <summary>The result of an answer whose body holds this XML, shown as JSON.</summary>
    public static string Result(string wsdl, string operation, string body, SoapClientOptions? options = null, bool errorInReturn = false) =>
        Shown(Read(wsdl, operation, Answer($"<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><soap:Body>{body}</soap:Body></soap:Envelope>"), options, errorInReturn));

    public static object? Read(string wsdl, string operation, TransportAnswer answer, SoapClientOptions? options = null, bool errorInReturn = false)
    {
        var document = Load(wsdl);
        return new SoapAnswers(document.Types, options ?? new SoapClientOptions()).Read(answer, Call(document, operation, "{}") with { ErrorInReturn = errorInReturn });
    }

    public static TransportAnswer Answer(string text, string type = "text/xml; charset=utf-8", int status = 200, bool readsOnly = false) => Answer(Encoding.UTF8.GetBytes(text), type, status, readsOnly);

    public static TransportAnswer Answer(byte[] bytes, string type, int status = 200, bool readsOnly = false)
    {
        var message = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent([]) };
        if (type.Length > 0) message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return new TransportAnswer(message, new Uri("http://erp.local/ws"), readsOnly, bytes, new SecretMask(new TransportOptions(new Uri("http://erp.local"))));
    }

    public static string Shown(object? value) => Token(value).ToString(Formatting.None).Replace('"', '\'');

    private static JToken Token(object? value) => value switch
    {
        ConnectorTable table => new JObject(new JProperty("columns", new JArray(table.Columns.Select(column => $"{column.Name}:{ConnectorValues.NameOf(column.Type)}"))), new JProperty("rows", new JArray(table.Rows.Select(row => new JArray(row.Select(Token)))))),
        ConnectorRecord record => new JObject(record.Select(field => new JProperty(field.Key, Token(field.Value)))),
        byte[] => JsonValues.ToJson(value),
        IReadOnlyList<object?> list => new JArray(list.Select(Token)),
        _ => JsonValues.ToJson(value),
    };
}
