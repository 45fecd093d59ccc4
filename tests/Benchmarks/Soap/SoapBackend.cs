using System.Globalization;
using System.Text;

namespace Benchmarks.Soap;

/// <summary>The service all sides call: the framework's own server with one fixed envelope of fifty rows.</summary>
internal static class SoapBackend
{
    public const int Rows = 50;

    public static Task<int> RunAsync(string url) => FixedServer.RunAsync(url, Encoding.UTF8.GetBytes(Envelope()), "text/xml; charset=utf-8");

    private static string Envelope()
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><m:GetRowsResponse xmlns:m=\"urn:rows\">");
        for (var at = 1; at <= Rows; at++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<m:row><m:code>000000{at:000}</m:code><m:name>Молоко 3,2 % пастеризованное {at}</m:name><m:qty>{at}.250</m:qty><m:places>{at % 7}</m:places><m:since>2026-03-{(at % 28) + 1:00}T10:20:30</m:since></m:row>");
        }

        return text.Append("</m:GetRowsResponse></soap:Body></soap:Envelope>").ToString();
    }
}
