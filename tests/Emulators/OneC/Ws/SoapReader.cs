using System.Net.Http.Headers;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Emulators.OneC;

/// <summary>Reads an envelope and refuses what does not fit the WSDL: version, action, order, unknown and missing elements, types.</summary>
internal static class SoapReader
{
    public static (SoapOperation Operation, XElement Body) Read(SoapService service, OneCRequest request, XNamespace version)
    {
        using var stream = new MemoryStream(request.Body);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var envelope = XDocument.Load(reader).Root!;
        if (envelope.Name != version + "Envelope") throw new SoapFaultException($"Конверт {envelope.Name} не соответствует типу содержимого", true);
        RefuseMustUnderstand(envelope, version);
        if (envelope.Element(version + "Body")?.Elements().ToList() is not [var body]) throw new SoapFaultException("В теле сообщения ожидается один элемент", true);
        var operation = service.Operations.FirstOrDefault(one => service.Xmlns + one.Name == body.Name) ?? throw new SoapFaultException($"Операция не определена: {body.Name}", true);
        CheckAction(service.ActionOf(operation), Action(request, version), version);
        Validate(service, operation, body);
        return (operation, body);
    }

    // WS-Security, WS-Addressing and the like are not supported by 1C.
    private static void RefuseMustUnderstand(XElement envelope, XNamespace version)
    {
        var header = envelope.Element(version + "Header")?.Elements().FirstOrDefault(one => one.Attribute(version + "mustUnderstand")?.Value is "1" or "true");
        if (header is not null) throw new SoapFaultException($"Заголовок не поддерживается: {header.Name}", true);
    }

    private static string? Action(OneCRequest request, XNamespace version)
    {
        if (version == SoapNames.Envelope11) return request.Headers.ContainsKey("SOAPAction") ? request.Header("SOAPAction").Trim('"') : null;
        return MediaTypeHeaderValue.TryParse(request.Header("Content-Type"), out var type)
            ? type.Parameters.FirstOrDefault(one => one.Name == "action")?.Value?.Trim('"') : null;
    }

    private static void CheckAction(string expected, string? given, XNamespace version)
    {
        // SOAP 1.1, 6.1.1: the header must be there. In SOAP 1.2 the parameter may be left out.
        if (given is null && version == SoapNames.Envelope12) return;
        // A header of Cyrillic letters comes as UTF-8 or percent-encoded, as the caller's library allows.
        if (given != expected && Uri.UnescapeDataString(given ?? "") != expected) throw new SoapFaultException($"Действие {given ?? "не указано"}, ожидалось {expected}", true);
    }

    private static void Validate(SoapService service, SoapOperation operation, XElement body)
    {
        var alone = new XDocument(new XElement(body.Name, body.Attributes().Where(one => !one.IsNamespaceDeclaration), Declarations(body), body.Nodes()));
        alone.Validate(service.Schemas, (_, problem) =>
        {
            if (problem.Severity == XmlSeverityType.Error) throw new SoapFaultException($"Ошибка разбора параметров операции {operation.Name}: {problem.Message}", true);
        });
    }

    // Prefixes declared above the body are used by xsi:type inside it.
    private static IEnumerable<XAttribute> Declarations(XElement body) =>
        body.AncestorsAndSelf().SelectMany(one => one.Attributes()).Where(one => one.IsNamespaceDeclaration && one.Name.LocalName != "xmlns").DistinctBy(one => one.Name);
}
