using Cleverence.Connectivity;
using Connectors.Transport;
using Connectors.Transport.Soap;

namespace Connectors.Soap;

/// <summary>Checks the settings as a whole; all problems are told together.</summary>
internal static class SoapSettingsReader
{
    public static SoapRules Read(SoapSettings settings, SettingsProblems problems)
    {
        var options = HttpSettingsReader.Read(settings, problems);
        var (file, address) = WsdlPlace.Read(settings.Wsdl, options, problems);
        return new SoapRules(options with { Secrets = [.. options.Secrets, .. HeaderReader.Secrets(settings.SoapHeaders)] })
        {
            WsdlFile = file,
            WsdlAddress = address,
            Service = settings.Service.Trim(),
            Port = settings.Port.Trim(),
            Version = problems.Choice("version", settings.Version, ("auto", (SoapVersion?)null), ("1.1", SoapVersion.Soap11), ("1.2", SoapVersion.Soap12)),
            UseAddressOfWsdl = settings.UseAddressOfWsdl,
            EmptyDateIsNull = settings.EmptyDateIsNull,
            Operations = Operations(settings.Operations, problems),
            Headers11 = HeaderReader.Read(settings.SoapHeaders, SoapVersion.Soap11, problems),
            Headers12 = HeaderReader.Read(settings.SoapHeaders, SoapVersion.Soap12, null),
            Faults = [.. settings.Faults.Select((fault, at) => Fault(fault, at, problems))],
        };
    }

    private static List<SoapOperationRule> Operations(IList<SoapOperationSettings> settings, SettingsProblems problems)
    {
        var rules = new List<SoapOperationRule>();
        for (var at = 0; at < settings.Count; at++)
        {
            var rule = Operation(settings[at], at, problems);
            if (rules.Exists(other => other.Is(rule.Class, rule.Operation)))
            {
                problems.Add("OPERATION_TWICE", $"operations[{at}].operation", $"The operation '{rule.Operation}' stands here twice.", $"Операция «{rule.Operation}» указана дважды.", "Leave one entry for each operation.", "Оставьте по одной записи на операцию.");
            }

            foreach (var name in rule.Aliases.Where(name => rules.Exists(other => other.Class.Equals(rule.Class, StringComparison.OrdinalIgnoreCase) && (Same(other.Operation, name) || other.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase)))))
            {
                problems.Add("ALIAS_TWICE", $"operations[{at}].aliases", $"The name '{name}' belongs to another operation already.", $"Имя «{name}» уже занято другой операцией.", "Give each operation names of its own.", "Дайте каждой операции свои имена.");
            }

            rules.Add(rule);
        }

        return rules;
    }

    private static SoapOperationRule Operation(SoapOperationSettings settings, int at, SettingsProblems problems)
    {
        var place = $"operations[{at}]";
        problems.Given($"{place}.operation", settings.Operation, "OPERATION_MISSING");
        var path = settings.Result.Length == 0 ? [] : settings.Result.Split('.');
        if (path.Any(string.IsNullOrWhiteSpace))
        {
            problems.Add("RESULT_PATH_UNREADABLE", $"{place}.result", $"'{settings.Result}' is not a path of names.", $"«{settings.Result}» — не путь из имён.", "Write names with dots between them, such as return.Rows.", "Запишите имена через точку, например return.Rows.");
        }

        return new SoapOperationRule(at, settings.Class.Trim(), settings.Operation.Trim())
        {
            Aliases = [.. settings.Aliases],
            Description = settings.Description,
            Safety = problems.Choice($"{place}.safety", settings.Safety, ("Unsafe", MethodSafety.Unsafe), ("Safe", MethodSafety.Safe), ("Keyed", MethodSafety.Keyed)),
            TimeLimit = settings.TimeLimit.Length == 0 ? null : problems.Duration($"{place}.timeLimit", settings.TimeLimit, TimeSpan.FromSeconds(25)),
            ErrorInReturn = settings.ErrorInReturn,
            Result = path,
        };
    }

    private static SoapFaultRule Fault(SoapFaultSettings settings, int at, SettingsProblems problems)
    {
        var place = $"faults[{at}]";
        problems.Given($"{place}.fault", settings.Fault, "FAULT_MISSING");
        if (settings.Reason.Any(letter => !char.IsAsciiLetterUpper(letter) && !char.IsAsciiDigit(letter) && letter != '_'))
        {
            problems.Add("REASON_UNREADABLE", $"{place}.reason", $"'{settings.Reason}' is not a name in capitals.", $"«{settings.Reason}» — не имя заглавными буквами.", "Write capitals, digits and underscores, such as NO_STOCK.", "Используйте заглавные латинские буквы, цифры и подчёркивание, например NO_STOCK.");
        }

        return new SoapFaultRule(settings.Fault.Trim(), problems.Choice($"{place}.code", settings.Code, [.. Codes.Select(code => (code.ToString(), code))]))
        {
            Reason = settings.Reason.Length == 0 ? "SOAP_FAULT" : settings.Reason,
            Message = settings.Message,
            MessageRu = settings.MessageRu,
            Retryable = settings.Retryable,
        };
    }

    private static readonly ConnectorErrorCode[] Codes =
    [
        ConnectorErrorCode.Rejected, ConnectorErrorCode.Conflict, ConnectorErrorCode.AccessDenied, ConnectorErrorCode.Unavailable, ConnectorErrorCode.Busy, ConnectorErrorCode.Failed,
    ];

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
