namespace Emulators.ChestnyZnak;

/// <summary>The forms of an error's body.</summary>
public enum FaultBody
{
    /// <summary><c>{"error_message":…}</c>.</summary>
    ErrorMessage,

    /// <summary>An array whose items carry errorMessage and errorCode.</summary>
    Items,

    /// <summary>fieldErrors and globalErrors, as objects.</summary>
    GlobalErrors,

    /// <summary>globalErrors as plain strings.</summary>
    GlobalErrorTexts,

    /// <summary><c>{"code":…,"description":…}</c>.</summary>
    CodeDescription,

    /// <summary><c>{"error":…,"error_description":…}</c>, of a gateway.</summary>
    Gateway,

    /// <summary>A plain text.</summary>
    Text,

    /// <summary>A page of the web server.</summary>
    Html,

    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>JSON that ends in the middle.</summary>
    TruncatedJson,

    /// <summary>A Java stack trace.</summary>
    StackTrace,

    /// <summary>XML.</summary>
    Xml,

    /// <summary><c>error_message</c> that repeats what came: the token, the signature, the last complete code that was handed out. Only where the request is not handled.</summary>
    Echo,
}
