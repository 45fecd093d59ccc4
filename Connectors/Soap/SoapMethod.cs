using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Transport.Arguments;
using Connectors.Transport.Soap;

namespace Connectors.Soap;

/// <summary>A method of the connector: an operation, the port that takes it, and what the settings say about it.</summary>
internal sealed record SoapMethod(ConnectorMethodInfo Info, WsdlPort Port, WsdlOperation Operation)
{
    public string Address { get; init; } = "";

    public SoapOperationRule? Rule { get; init; }

    public IReadOnlyList<HeaderTemplate> Headers { get; init; } = [];

    /// <summary>The arguments that only headers use.</summary>
    public IReadOnlyList<string> HeaderArguments { get; init; } = [];

    public SoapCall Call(InvokeArgs args) => new(Port, Operation, args)
    {
        Address = Address,
        Name = Info.FullName,
        Safety = Info.Safety,
        Timeout = Info.TimeLimit,
        RequestId = Info.Safety == MethodSafety.Keyed ? CallKeys.Of(args, Info) : null,
        Deadline = args.Deadline,
        OtherArguments = HeaderArguments,
        Headers = [.. Headers.Select(header => header.Fill(args)).OfType<SoapHeader>()],
        ErrorInReturn = Rule?.ErrorInReturn ?? false,
    };

    /// <summary>The part of a result that callers get.</summary>
    public object? Selected(object? result, bool readsOnly)
    {
        foreach (var name in Rule?.Result ?? [])
        {
            // The only result of an operation stands for itself; its name in a path does no harm.
            if (result is not ConnectorRecord record)
            {
                if (result is null) return null;
                if (IsName(name)) continue;
                throw NotThere(name, readsOnly);
            }

            if (!record.TryGet(name, out result)) throw NotThere(name, readsOnly);
        }

        return result;
    }

    private bool IsName(string name) => string.Equals(Operation.SingleResult, name, StringComparison.OrdinalIgnoreCase);

    private static ConnectorException NotThere(string name, bool readsOnly) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidResult, $"The answer has nothing at '{name}'. Check \"result\" of the operation.")
        {
            MessageRu = $"В ответе нет «{name}». Проверьте \"result\" операции.",
            Reason = "UNEXPECTED_ANSWER",
            InDoubt = !readsOnly,
        });
}
