using System.Text;
using System.Xml;
using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>Makes the result or the error of an answer.</summary>
internal sealed class SoapAnswers(XsdTypes types, SoapClientOptions options)
{
    /// <summary>Whether an answer other than 2xx may hold a fault; the codes of gateways and sign-in stay the transport's.</summary>
    public static bool MayHoldFault(TransportAnswer answer) =>
        answer.Status is >= 400 and not (401 or 403 or 407 or 408 or 429 or 502 or 503 or 504) && LooksLikeXml(answer);

    /// <summary>Whether a reader refused a document for its type declaration.</summary>
    public static bool IsTypeDeclaration(Exception refused) => refused.Message.Contains("DTD", StringComparison.Ordinal);

    public object? Read(TransportAnswer answer, SoapCall call)
    {
        var output = call.Operation.Output;
        if (answer.Body.Length == 0) return output is null || output.Frame.Fields.List.Length == 0 ? null : throw SoapErrors.Empty(answer.Facts());
        if (!LooksLikeXml(answer)) return output is null && answer.Status < 300 ? null : throw SoapErrors.NotXml(answer.Facts(), "");
        var values = Values(answer, output);
        var result = ResultOf(output, values);
        if (call.ErrorInReturn && First(result) is string { Length: > 0 } text && !string.IsNullOrWhiteSpace(text)) throw SoapErrors.InReturn(answer.Address.Authority, answer.Masked(text));
        return result;
    }

    // One result stands for itself, several are a record.
    private static object? ResultOf(SoapBody? output, ConnectorRecord values)
    {
        if (output is null) return null;
        var fields = output.Frame.Fields.List;
        if (output.Frame.HasAny) return fields.Length == 0 ? values[XsdAny.Field] : values;
        return fields.Length switch { 0 => null, 1 => values[fields[0].Name], _ => values };
    }

    private ConnectorRecord Values(TransportAnswer answer, SoapBody? output)
    {
        var envelope = Envelope(answer, output);
        if (envelope.Fault is { } fault) throw Faulted(answer, fault);
        if (answer.Status >= 300) throw AnswerFailures.Of(answer.Facts());
        if (envelope.Root is { } root) throw root.Equals("html", StringComparison.OrdinalIgnoreCase) ? SoapErrors.NotXml(answer.Facts(), "") : SoapErrors.NotSoap(answer.Facts(), root);
        return envelope.Values ?? throw SoapErrors.NotSoap(answer.Facts(), "Envelope without Body");
    }

    private EnvelopeReader Envelope(TransportAnswer answer, SoapBody? output)
    {
        try
        {
            ReadOnlyMemory<byte> bytes = answer.Body;
            var type = answer.FullContentType;
            Dictionary<string, ReadOnlyMemory<byte>>? attachments = null;
            if (MimeParts.IsMultipart(type))
            {
                var root = MimeParts.Read(bytes, type, out attachments);
                (bytes, type) = (root.Body, root.ContentType);
            }

            using var reader = SafeXml.Read(bytes, XmlEncoding.CharsetOf(type));
            var envelope = new EnvelopeReader(reader, new XmlReadSettings(types, attachments, options.EmptyDateIsNull));
            envelope.Read(output);
            return envelope;
        }
        catch (XmlLimitException over)
        {
            throw SoapErrors.OverLimit(answer.Facts(), over.Message);
        }
        catch (ConnectorException failure) when (failure.Error.Target is null)
        {
            throw new ConnectorException(failure.Error with { Target = answer.Address.Authority, InDoubt = !answer.ReadsOnly }, failure);
        }
        catch (Exception broken) when (broken is XmlException or DecoderFallbackException)
        {
            throw IsTypeDeclaration(broken) ? PageOrDeclaration(answer) : SoapErrors.Broken(answer.Facts(), broken.Message);
        }
    }

    // A page of HTML begins with a declaration of its type as well.
    private static ConnectorException PageOrDeclaration(TransportAnswer answer) =>
        answer.ContentType.Contains("html", StringComparison.OrdinalIgnoreCase) || answer.Text.AsSpan().TrimStart().StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase)
            ? SoapErrors.NotXml(answer.Facts(), "")
            : SoapErrors.TypeDeclaration(answer.Facts());

    // Services like to repeat what they were sent. Secrets go before anything is cut, or half of one might stay.
    private ConnectorException Faulted(TransportAnswer answer, SoapFault told)
    {
        var fault = told with { Text = answer.Masked(told.Text), Detail = answer.Masked(told.Detail) };
        var target = answer.Address.Authority;
        var error = options.SortFault?.Invoke(fault) ?? SoapErrors.Fault(target, fault);
        return new(error with
        {
            Target = error.Target ?? target,
            Detail = error.Detail ?? ForeignText.Limited($"HTTP {answer.Status}, fault {fault.Code}{(fault.Subcode.Length > 0 ? $" ({fault.Subcode})" : "")}: {fault.Text}\n{fault.Detail}"),
        });
    }

    private static object? First(object? result) => result is ConnectorRecord { Count: > 0 } record ? record["return"] ?? record.First().Value : result;

    private static bool LooksLikeXml(TransportAnswer answer)
    {
        if (MimeParts.IsMultipart(answer.ContentType)) return true;
        if (answer.ContentType.Contains("html", StringComparison.OrdinalIgnoreCase)) return StartsLikeEnvelope(answer.Body);
        var at = answer.Body.AsSpan().IndexOf((byte)'<');
        return at is >= 0 and <= 64;
    }

    private static bool StartsLikeEnvelope(ReadOnlySpan<byte> body) =>
        body.TrimStart((byte)' ').StartsWith("<?xml"u8) && body[..Math.Min(body.Length, 1024)].IndexOf("Envelope"u8) > 0;
}
