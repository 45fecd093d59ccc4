namespace Connectors.Transport;

/// <summary>Reads addresses of the settings.</summary>
internal static class AddressText
{
    public static Uri? Read(SettingsProblems problems, string field, string? text, bool query)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add("ADDRESS_MISSING", field, $"'{field}' is empty.", $"Поле «{field}» пусто.", "Write the address of the system, such as http://erp.local:8080/api.", "Укажите адрес системы, например http://erp.local:8080/api.");
            return null;
        }

        var known = Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address);
        if (!known || !IsWhole(text))
        {
            problems.Add("ADDRESS_UNREADABLE", field, "This is not a whole address.", "Это не полный адрес.", "Write http:// or https://, a host and perhaps a port and a path.", "Укажите http:// или https://, узел и, если нужно, порт и путь.");
            return null;
        }

        return Fits(problems, field, address!, query) ? address : null;
    }

    private static bool IsWhole(string text) =>
        text.Contains("://", StringComparison.Ordinal) && text.Trim().All(letter => letter > ' ' && letter is not ('\\' or '\u007f'));

    private static bool Fits(SettingsProblems problems, string field, Uri address, bool query)
    {
        if (address.Scheme is not ("http" or "https"))
        {
            problems.Add("ADDRESS_SCHEME", field, $"The scheme '{address.Scheme}' is not http or https.", $"Схема «{address.Scheme}» — не http и не https.", "Write http:// or https:// before the host.", "Напишите перед узлом http:// или https://.");
            return false;
        }

        // What stands before the @ is not repeated: it may be a password.
        if (address.UserInfo.Length > 0)
        {
            problems.Add("ADDRESS_HAS_USER", field, "The address holds a user or password.", "В адресе указан пользователь или пароль.", "Take them out of the address and write them into \"auth\".", "Уберите их из адреса и укажите в \"auth\".");
            return false;
        }

        if (address.Fragment.Length == 0 && (query || address.Query.Length == 0)) return true;
        problems.Add("ADDRESS_HAS_QUERY", field, "The address holds a query or a fragment.", "В адресе есть запрос (?) или якорь (#).", "Leave only scheme, host, port and path.", "Оставьте только схему, узел, порт и путь.");
        return false;
    }
}
