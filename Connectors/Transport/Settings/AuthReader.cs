namespace Connectors.Transport;

/// <summary>Reads the sign-in of the settings.</summary>
internal static class AuthReader
{
    public static AuthOptions Read(AuthSettings settings, TransportOptions options, SettingsProblems problems)
    {
        var type = problems.Choice("auth.type", settings.Type, ("none", "none"), ("basic", "basic"), ("bearer", "bearer"), ("apiKey", "apiKey"), ("oauth2", "oauth2"));
        if (type != "none" && options.Headers.ContainsKey("Authorization"))
        {
            problems.Add("AUTH_TWICE", "headers.Authorization", "Both \"auth\" and the header Authorization sign in.", "Вход указан и в \"auth\", и в заголовке Authorization.", "Keep one of them.", "Оставьте что-то одно.");
        }

        return type switch
        {
            "basic" => Basic(settings, problems),
            "bearer" => Bearer(settings, problems),
            "apiKey" => Key(settings, problems),
            "oauth2" => OAuth(settings, options, problems),
            _ => Nothing(settings, problems),
        };
    }

    private static AuthOptions Nothing(AuthSettings settings, SettingsProblems problems)
    {
        if (settings.Type.Equals("none", StringComparison.OrdinalIgnoreCase) && new[] { settings.User, settings.Password, settings.Token, settings.Value, settings.ClientSecret }.Any(text => text.Length > 0))
        {
            problems.Add("AUTH_TYPE_MISSING", "auth.type", "Sign-in is filled in, but its type is none.", "Вход заполнен, но его тип — none.", "Write auth.type: basic, bearer, apiKey or oauth2.", "Укажите auth.type: basic, bearer, apiKey или oauth2.");
        }

        return AuthOptions.None;
    }

    private static AuthOptions Basic(AuthSettings settings, SettingsProblems problems)
    {
        problems.Given("auth.user", settings.User, "AUTH_USER_MISSING");
        if (settings.User.Contains(':', StringComparison.Ordinal))
        {
            problems.Add("AUTH_USER_COLON", "auth.user", "The user of basic sign-in holds a colon.", "В имени пользователя есть двоеточие.", "Basic sign-in cannot carry such a user: use another one.", "Вход basic такое имя не передаёт: возьмите другого пользователя.");
        }

        return new AuthOptions(AuthKind.Basic) { Name = settings.User, Secret = settings.Password };
    }

    private static AuthOptions Bearer(AuthSettings settings, SettingsProblems problems)
    {
        if (problems.Given("auth.token", settings.Token, "AUTH_TOKEN_MISSING")) Plain("auth.token", settings.Token, problems);
        return new AuthOptions(AuthKind.Bearer) { Secret = settings.Token };
    }

    private static AuthOptions Key(AuthSettings settings, SettingsProblems problems)
    {
        var kind = problems.Choice("auth.in", settings.In, ("header", AuthKind.KeyInHeader), ("query", AuthKind.KeyInQuery));
        var named = problems.Given("auth.name", settings.Name, "AUTH_NAME_MISSING");
        if (named && kind == AuthKind.KeyInHeader && (!HeaderText.IsName(settings.Name) || HeaderText.IsReserved(settings.Name) || HeaderText.IsOfBody(settings.Name)))
        {
            problems.Add("AUTH_NAME_UNUSABLE", "auth.name", $"'{settings.Name}' cannot be the header of a key.", $"«{settings.Name}» не может быть заголовком ключа.", "Write the header's name, such as X-Api-Key.", "Укажите имя заголовка, например X-Api-Key.");
        }

        if (problems.Given("auth.value", settings.Value, "AUTH_VALUE_MISSING") && kind == AuthKind.KeyInHeader) Plain("auth.value", settings.Value, problems);
        return new AuthOptions(kind) { Name = settings.Name, Secret = settings.Value };
    }

    private static AuthOptions OAuth(AuthSettings settings, TransportOptions options, SettingsProblems problems)
    {
        problems.Given("auth.clientId", settings.ClientId, "AUTH_CLIENT_ID_MISSING");
        problems.Given("auth.clientSecret", settings.ClientSecret, "AUTH_CLIENT_SECRET_MISSING");
        var address = problems.Address("auth.tokenAddress", settings.TokenAddress, query: true);
        if (address is not null && !new AllowedTargets(options).Allows(address))
        {
            problems.Add("TOKEN_HOST_NOT_ALLOWED", "auth.tokenAddress", $"The host {address.Authority} of the token address is not among the allowed ones.", $"Узел {address.Authority} адреса токенов не входит в разрешённые.", $"Add {address.Authority} to allowedHosts.", $"Добавьте {address.Authority} в allowedHosts.");
        }

        var inBody = problems.Choice("auth.in", settings.In, ("header", false), ("body", true));
        return new AuthOptions(AuthKind.OAuth2) { Name = settings.ClientId, Secret = settings.ClientSecret, TokenAddress = address, Scope = settings.Scope, SecretInBody = inBody };
    }

    private static void Plain(string field, string secret, SettingsProblems problems)
    {
        if (HeaderText.IsValue(secret) && secret == secret.Trim()) return;
        problems.Add("AUTH_SECRET_UNUSABLE", field, "The secret has spaces around it, a line break or letters that a header cannot carry.", "В секрете пробелы по краям, перевод строки или буквы, которых не бывает в заголовке.", "Write it again; a file with the secret must not end with spaces.", "Запишите секрет заново; файл с ним не должен кончаться пробелами.");
    }
}
